import Logging
import Storage
import Synchronization

/// Tells what of feeds.sqlite could not be read: in the log, among the events, and as a problem of the status.
final class FeedStateFindings: Sendable {
    private let status: DaemonStatus
    private let log: Logger
    private let rows = Mutex(0)

    init(_ status: DaemonStatus, log: Logger) {
        self.status = status
        self.log = log
    }

    private static let untilRestart = "This is said until briefd is started again."

    func tell(_ row: SetAsideRow) {
        let what =
            "What was remembered in \(row.table) of \(row.subject) could not be read"
            + (row.isKeptInPart ? " wholly" : "") + ": \(row.why)"
        let count = rows.withLock { count in
            count += 1
            return count
        }
        status.raise(
            .feedRowsSetAside,
            what: count == 1
                ? what + "."
                : "\(count) rows of feeds.sqlite could not be read, the last: \(what).",
            next:
                "Nothing is to be done for the feeds, they go on, and what they say again is recognised. Look after"
                + " the disk (dmesg, smartctl); briefctl errors lists all; the rows are kept in feeds.sqlite, table"
                + " set_aside. \(Self.untilRestart)")
        status.note(.rowSetAside, subject: row.subject, what: what)
        log.error(
            "row set aside",
            metadata: [
                "table": "\(row.table)", "subject": "\(row.subject)", "why": "\(row.why)",
                "kept_in_part": "\(row.isKeptInPart)",
            ])
    }

    /// - Parameter folder: of feeds.sqlite.
    func tell(of damaged: (name: String, why: String)?, in folder: String) {
        guard let damaged else { return }
        let what =
            "feeds.sqlite was damaged (\(damaged.why)): it was set aside as \(folder)/\(damaged.name), and feeds are"
            + " asked anew, spread over their interval; what is filed already is recognised."
        status.raise(
            .feedStateMadeAnew, what: what,
            next:
                "Look after the disk (dmesg, smartctl); pause feeds again that were paused (briefctl feed pause); then"
                + " remove \(damaged.name), or put feeds.sqlite back from a backup. \(Self.untilRestart)"
        )
        status.note(.feedStateMadeAnew, subject: damaged.name, what: what)
        log.error(
            "feeds' state made anew",
            metadata: ["set_aside": "\(damaged.name)", "why": "\(damaged.why)"])
    }
}
