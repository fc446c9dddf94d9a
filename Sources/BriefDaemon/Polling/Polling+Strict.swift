import FeedFetching
import FoundationEssentials
import Logging
import Storage

/// Hosts that want to be asked over TLS only, remembered beyond a restart.
extension Polling {
    static func strictTransport(
        _ state: FeedStateStore, thread: SerialThread, log: Logger, now: Date
    ) throws -> StrictTransport {
        let known = try state.strictHosts(now: now).map {
            StrictTransport.Policy(
                host: $0.host, until: $0.until, includesSubdomains: $0.includesSubdomains)
        }
        return StrictTransport(known) { policy in
            let host = StrictHost(
                host: policy.host, until: policy.until,
                includesSubdomains: policy.includesSubdomains)
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
