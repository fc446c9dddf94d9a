import BriefModel
import LinuxIO
import Logging

/// Sends log records to the journal, metadata as fields of their own: `feed` becomes BRIEFD_FEED, so that
/// `journalctl BRIEFD_FEED=…` finds them. What the journal does not take goes to standard error.
struct JournalLogHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    private let journal: JournalSocket
    private let label: String
    private let fallback: LineLogHandler

    init(label: String, journal: JournalSocket) {
        self.label = label
        self.journal = journal
        fallback = LineLogHandler(label: label)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        var fields = [
            ("MESSAGE", LineLogHandler.line(event.message.description, all)),
            ("PRIORITY", "\(JournalLogHandler.priority(of: event.level))"),
            ("SYSLOG_IDENTIFIER", label),
        ]
        for (key, value) in all {
            fields.append((JournalLogHandler.field(key), "\(value)".hidingSecrets))
        }
        if !journal.send(fields.map { (name: $0.0, value: $0.1) }) { fallback.log(event: event) }
    }

    /// syslog(3) levels.
    static func priority(of level: Logger.Level) -> Int {
        switch level {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }

    private static func field(_ key: String) -> String {
        "BRIEFD_"
            + String(
                key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }
}
