import ArgumentParser
import BriefModel
import ControlProtocol

/// One verb on several things of a kind; each is answered for.
enum Act {
    /// Goes on after one that could not be done, and exits with 1 then. Where no daemon answers, it ends at once.
    ///
    /// - Parameter kind: what they are called in paths: "spool", "articles".
    static func run(
        _ verb: String, on kind: String, _ ids: [String], _ daemon: DaemonOptions,
        query: String = ""
    ) async throws {
        var failed = false
        // An id that names nothing is a slip of the whole order: nothing is done.
        let paths = try ids.map { try DaemonClient.path("v1", kind, $0, verb) + query }
        for (id, path) in zip(ids, paths) {
            do {
                let done = try await daemon.client.post(path, as: DoneReply.self)
                try daemon.show(done) { Output.line($0.what.printable) }
            } catch let failure as Failure where failure.status < 3 {
                failed = true
                Output.error("briefctl: \(id.printable): \(failure.message)")
            }
        }
        if failed { throw ExitCode(1) }
    }
}
