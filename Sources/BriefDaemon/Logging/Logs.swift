import LinuxIO
import Logging

/// Where the logs go: to the journal where standard error is the journal, else to standard error.
public enum Logs {
    public static func logger(environment: [String: String]) -> Logger {
        let journal = JournalSocket(environment: environment)
        return Logger(label: "briefd") { label in
            guard let journal else { return LineLogHandler(label: label) }
            return JournalLogHandler(label: label, journal: journal)
        }
    }

    /// Says why the program ends: to the journal, an error a line, so that `journalctl -p err` shows it; else to
    /// standard error as it is.
    static func tellEnd(_ text: String, environment: [String: String]) {
        guard JournalSocket(environment: environment) != nil else {
            return StandardStreams.writeError(Array("briefd: \(text)\n".utf8))
        }
        let log = logger(environment: environment)
        for line in text.split(separator: "\n") { log.error("\(line)") }
    }
}
