import Charsets

/// Text of a page as it is shown: white space collapsed to single spaces, and without the characters that
/// are no text: control characters, zero-width spaces, soft hyphens and marks that turn the direction; stream-safe.
struct CleanText {
    private(set) var utf8: [UInt8] = []
    /// White space was met and is written before the next character, unless the text is empty.
    private var pendingSpace = false

    init() {}

    init(_ text: some StringProtocol) {
        append(Array(text.utf8)[...])
    }

    init(_ text: String) {
        append(text.utf8Span.span)
    }

    var string: String { String(decoding: utf8, as: UTF8.self) }
    var isEmpty: Bool { utf8.isEmpty }

    /// Whether white space stands at the end, held back until more text comes.
    var endsInSpace: Bool { pendingSpace }

    /// Begins a new text where the old one stood in memory.
    mutating func clear() {
        utf8.removeAll(keepingCapacity: true)
        pendingSpace = false
    }

    mutating func appendSpace() {
        pendingSpace = true
    }

    mutating func append(_ text: String) {
        let bytes = text.utf8Span.span
        guard bytes.isSettled else { return append(bytes) }
        if pendingSpace, !utf8.isEmpty { utf8.append(0x20) }
        pendingSpace = false
        utf8 += text.utf8
    }

    mutating func append(_ text: Substring) { append(text.utf8Span.span) }

    mutating func append(_ bytes: ArraySlice<UInt8>) { append(bytes.span) }

    mutating func append(_ bytes: Span<UInt8>) {
        let start = utf8.count
        var pending = pendingSpace
        var isFirst = utf8.isEmpty
        let plain = Self.plain.span
        utf8.append(addingCapacity: bytes.count + 1) { out in
            var index = 0
            while index < bytes.count {
                let byte = bytes[index]
                if plain[Int(byte)] {
                    if pending, !isFirst { out.append(0x20) }
                    pending = false
                    isFirst = false
                    out.append(byte)
                    index += 1
                    continue
                }
                if byte <= 0x20 || byte == 0x7F {
                    if byte == 0x20 || (0x09...0x0D).contains(byte) { pending = true }
                    index += 1
                    continue
                }
                if byte >= 0xC2, let skipped = Self.special(bytes, at: index, &pending) {
                    index += skipped
                    continue
                }
                if pending {
                    if !isFirst { out.append(0x20) }
                    pending = false
                }
                isFirst = false
                out.append(byte)
                index += 1
            }
        }
        pendingSpace = pending
        StreamSafeText.mend(&utf8, from: start)
    }

    /// Bytes that are written as they stand, whatever follows: most of all texts.
    private static let plain: [Bool] = (0...255).map { (byte: UInt8) in
        switch byte {
        case 0...0x20, 0x7F, 0xC2, 0xE2, 0xE3, 0xEF: false
        default: true
        }
    }

    /// The length of a white space or of a character that is dropped; nil for others.
    private static func special(
        _ bytes: Span<UInt8>, at index: Int, _ pendingSpace: inout Bool
    ) -> Int? {
        guard index + 1 < bytes.count else { return nil }
        let second = bytes[index + 1]
        if bytes[index] == 0xC2 {
            if second == 0xA0 || second == 0x85 { pendingSpace = true }
            return second <= 0xA0 || second == 0xAD ? 2 : nil
        }
        guard index + 2 < bytes.count else { return nil }
        let third = bytes[index + 2]
        switch (bytes[index], second, third) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9), (0xE2, 0x80, 0xAF),
            (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
            pendingSpace = true
            return 3
        case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0x8E...0x8F), (0xE2, 0x80, 0xAA...0xAE),
            (0xE2, 0x81, 0xA0...0xA9), (0xEF, 0xBB, 0xBF):
            return 3
        default:
            return nil
        }
    }
}
