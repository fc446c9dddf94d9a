import FeedFetching
import LinuxIO
import Spooling
import Storage
import Testing
import Workers

@testable import BriefDaemon

/// The steady words in the records of deferred/, which people and scripts read.
@Suite struct DeferReasonTests {
    private struct Unknown: Error {}

    private static let full = SystemError(call: "write", path: "/s/x", errno: 28)
    private static let denied = SystemError(call: "open", path: "/s/x", errno: 13)

    @Test(
        arguments: [
            (StorageError.outOfSpace("x"), "disk-full"), (SpoolError.system(full), "disk-full"),
            (StorageError.syncFailed(denied), "store"), (StorageError.catalogue("x"), "store"),
            (StorageError.system(denied), "store"), (StorageError.feedState("x"), "store"),
            (WorkerError.notStarted(reason: "x"), "worker"), (WorkerError.stopped, "worker"),
            (SpoolError.system(denied), "spool"),
            (FeedFetchError.emptyBody(url: "http://a.example/"), "not-fetched"),
            (Unknown(), "unexpected"), (CancellationError(), "unexpected"),
        ] as [(any Error, String)])
    func `has one word for each cause`(error: any Error, word: String) {
        #expect(DeferReason(error).rawValue == word)
    }

    @Test func `only a server may keep a file waiting for a day`() {
        #expect(DeferReason.notFetched.longest == .seconds(86_400))
        for reason in [DeferReason.diskFull, .store, .worker, .spool, .unexpected] {
            #expect(reason.longest <= .seconds(900), "\(reason)")
        }
    }
}
