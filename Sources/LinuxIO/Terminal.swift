import CLinux
import Glibc

/// The terminal of standard input and output, as a screen that is drawn again and again, with keys that are read one by
/// one. Whatever ends the process gives it back, but for SIGKILL.
public enum Terminal {
    /// Takes it over.
    public static func take() throws(SystemError) {
        guard briefd_terminal_take() == 0 else {
            throw SystemError(call: "tcsetattr", path: "the terminal", errno: errno)
        }
    }

    public static func giveBack() { briefd_terminal_give_back() }

    /// Columns and rows; 80 and 24 where it does not say.
    public static var size: (columns: Int, rows: Int) {
        let (columns, rows) = (briefd_terminal_columns(1), briefd_terminal_rows(1))
        return (columns > 0 ? Int(columns) : 80, rows > 0 ? Int(rows) : 24)
    }

    /// What came from the keyboard.
    public enum Key: Sendable, Equatable {
        case character(UInt8)
        /// None within the time.
        case none
        /// No more will come.
        case end
    }

    /// Waits for a key. Blocks: for dedicated threads only.
    ///
    /// - Parameter milliseconds: at most so long.
    public static func key(within milliseconds: Int) -> Key {
        switch briefd_terminal_key(Int32(clamping: milliseconds)) {
        case -1: .none
        case -2: .end
        case let byte: .character(UInt8(truncatingIfNeeded: byte))
        }
    }

    /// Draws lines from the top; what stood there before is gone. They must hold nothing that a terminal obeys but colours.
    ///
    /// - Returns: false when nobody looks any more.
    public static func draw(_ lines: [String]) -> Bool {
        let text = "\u{1B}[H" + lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n") + "\u{1B}[J"
        return StandardStreams.write(Array(text.utf8))
    }
}
