import BriefModel
import FoundationEssentials
import LinuxIO
import Synchronization

/// Standard output in large pieces, and standard error.
enum Output {
    private static let pieceLimit = 1 << 18
    private static let isTerminal = StandardStreams.outputIsTerminal
    private static let pending = Mutex<[UInt8]>([])

    /// How wide lines of prose are: as --columns says, else the terminal, else COLUMNS, else 80.
    static let columns: Int =
        ScreenOptions.current.columns ?? StandardStreams.outputColumns
        ?? ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) }.flatMap {
            $0 > 0 ? $0 : nil
        } ?? 80

    /// A paragraph, wrapped between words; lines but the first begin with `indent`.
    static func prose(
        _ text: String, head: String = "", indent: String = "",
        colour: (String) -> String = { $0 }
    ) {
        for each in WordWrap(columns: columns, indent: indent).lines(text, head: head) {
            line(colour(each))
        }
    }

    /// One line, as it is: for JSON, and for text that was made printable.
    static func line(_ text: String) {
        bytes(Array(text.utf8) + [0x0A])
    }

    /// On a terminal nothing goes out that it would obey but our own colours, wherever the text came from.
    static func bytes(_ bytes: [UInt8]) {
        let bytes = isTerminal ? bytes.escapingHiddenForTerminal : bytes
        pending.withLock { pending in
            pending += bytes
            if pending.count > pieceLimit {
                _ = StandardStreams.write(pending)
                pending = []
            }
        }
    }

    /// What is printed next stands at the top of an empty screen, where the output is a terminal that knows how.
    static func clearScreen() {
        let name = ProcessInfo.processInfo.environment["TERM"]
        guard isTerminal, !TopCommand.isDumb(name) else { return }
        pending.withLock { $0 += Array("\u{1B}[H\u{1B}[2J".utf8) }
    }

    static func flush() {
        pending.withLock { pending in
            if !pending.isEmpty { _ = StandardStreams.write(pending) }
            pending = []
        }
    }

    static func error(_ text: String) {
        flush()
        StandardStreams.writeError(Array((text + "\n").utf8))
    }
}
