import LinuxIO
import Logging
import ServiceLifecycle
import Storage

/// Looks at what a quick opening of the store left out, beside all other work: edits by hand, decay of the catalogue.
///
/// A damaged catalogue ends the service: whoever files by it files twice. The next start makes it anew from the files.
struct StoreCareService: Service {
    /// What waits in the spool comes first: the look takes a core for some seconds.
    private static let pause = Duration.seconds(10)

    let store: ArticleStore
    let path: String
    let status: DaemonStatus
    let log: Logger

    func run() async throws {
        if !store.isCompared { try await compareInTime() }
        try? await gracefulShutdown()
    }

    private func compareInTime() async throws {
        let isTime = await cancelWhenGracefulShutdown {
            (try? await Task.sleep(for: Self.pause)) != nil
        }
        if isTime { try await compare() }
    }

    private func compare() async throws {
        do {
            let report = try await SerialThread("store-care").run { [store] in try store.compare() }
            StoreFindings(report, store: path).tell(status, log: log)
            ProcessMemory.giveBack()
        } catch StorageError.catalogueCorrupt(let why) {
            throw StorageError.catalogueCorrupt(why)
        } catch {
            // It is looked at by the next start.
            log.warning("the store was not looked at whole", metadata: ["error": "\(error)"])
        }
    }
}
