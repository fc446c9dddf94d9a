import FoundationEssentials
import LinuxIO

/// Colour on a terminal only, and not where NO_COLOR is set (no-color.org) or --no-color given.
enum Colour {
    private static let isWanted =
        StandardStreams.outputIsTerminal && !ScreenOptions.current.isPlain
        && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty

    static func removed(_ text: String) -> String { coloured(text, 31) }

    static func added(_ text: String) -> String { coloured(text, 32) }

    private static func coloured(_ text: String, _ colour: Int) -> String {
        isWanted ? "\u{1B}[\(colour)m\(text)\u{1B}[0m" : text
    }

    static func heading(_ text: String) -> String { isWanted ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

    static func headline(_ text: String, isWell: Bool) -> String {
        isWanted ? "\u{1B}[1;\(isWell ? 32 : 31)m\(text)\u{1B}[0m" : text
    }
}
