import BriefModel
import LinuxIO
import Synchronization

/// Standard output in large pieces, and standard error.
enum Output {
    private static let pieceLimit = 1 << 18
    private static let isTerminal = StandardStreams.outputIsTerminal
    private static let pending = Mutex<[UInt8]>([])

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
