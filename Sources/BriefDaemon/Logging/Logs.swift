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
}
