import FeedFetching
import FoundationEssentials
import Logging
import Storage

/// Hosts that want to be asked over TLS only, remembered beyond a restart.
extension Polling {
    static func strictTransport(
        _ state: FeedStateStore, thread: SerialThread, log: Logger, now: Date
    ) throws -> StrictTransport {
        StrictTransport(try state.strictHosts(now: now)) { host in
            thread.start {
                do {
                    try state.save(host)
                } catch {
                    log.error("wish for TLS not saved", metadata: ["error": "\(error)"])
                }
            }
        }
    }
}
