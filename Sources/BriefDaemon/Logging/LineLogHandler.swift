import BriefModel
import FoundationEssentials
import LinuxIO
import Logging

/// Writes log records to standard error, one readable line each, with nothing in it that a terminal would obey.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level = .info
    var metadata: Logger.Metadata = [:]

    private let label: String

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let text = LineLogHandler.line(event.message.description, all)
        let level = event.level == .info ? "" : "\(event.level): "
        StandardStreams.writeError(Array("\(Date().rfc3339) \(label): \(level)\(text)\n".utf8))
    }

    /// The message, then `key=value` in the order of the keys.
    static func line(_ message: String, _ metadata: Logger.Metadata) -> String {
        let pairs = metadata.sorted { $0.key < $1.key }.map {
            "\($0.key)=\(quoted("\($0.value)".hidingSecrets))"
        }
        return ([message.hidingSecrets.printable] + pairs).joined(separator: " ")
    }

    /// As logfmt has it: a value with white space, quotes, backslashes or "=" stands in quotes, with escapes.
    private static func quoted(_ value: String) -> String {
        var escaped = ""
        var isPlain = !value.isEmpty
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": escaped += "\\\""
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\r": escaped += "\\r"
            case "\t": escaped += "\\t"
            default: escaped.unicodeScalars.append(scalar)
            }
            if scalar.value <= 0x20 || "\"\\=".unicodeScalars.contains(scalar) { isPlain = false }
        }
        let safe = escaped.printable
        return isPlain ? safe : "\"\(safe)\""
    }
}
