/// Takes RTF (version 1.9.1) apart: groups, control words, control signs, bytes of text.
struct RTFScanner {
    enum Token {
        case open, close
        /// A control word and its number, where it has one.
        case word(String, Int?)
        /// A control sign: `\~`, `\'` comes as `hex`.
        case sign(UInt8)
        case hex(UInt8)
        case text(UInt8)
        /// Raw bytes, passed over.
        case binary
    }

    private let bytes: [UInt8]
    private var at = 0
    private static let longestWord = 32

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { at >= bytes.count }

    mutating func next() -> Token? {
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "{"): return .open
            case UInt8(ascii: "}"): return .close
            case UInt8(ascii: "\\"): return control()
            // Line ends are of the file, not of the text.
            case 0x0A, 0x0D, 0x00: continue
            default: return .text(byte)
            }
        }
        return nil
    }

    private mutating func control() -> Token? {
        guard at < bytes.count else { return nil }
        let first = bytes[at]
        guard Self.isLetter(first) else {
            at += 1
            if first == UInt8(ascii: "'") { return hex() }
            if first == 0x0A || first == 0x0D { return .word("par", nil) }
            return .sign(first)
        }
        var end = at
        while end < bytes.count, end - at < Self.longestWord, Self.isLetter(bytes[end]) { end += 1 }
        let word = String(decoding: bytes[at..<end], as: UTF8.self)
        at = end
        let number = number()
        if at < bytes.count, bytes[at] == 0x20 { at += 1 }
        if word == "bin" {
            at = min(bytes.count, at + max(0, number ?? 0))
            return .binary
        }
        return .word(word, number)
    }

    private mutating func number() -> Int? {
        var place = at
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        if isNegative { place += 1 }
        var value = 0
        var digits = 0
        while place < bytes.count, bytes[place] >= 0x30, bytes[place] <= 0x39, digits < 10 {
            value = value * 10 + Int(bytes[place] - 0x30)
            digits += 1
            place += 1
        }
        guard digits > 0 else { return nil }
        at = place
        return isNegative ? -value : value
    }

    private mutating func hex() -> Token? {
        guard at + 2 <= bytes.count,
            let value = UInt8(String(decoding: bytes[at..<at + 2], as: UTF8.self), radix: 16)
        else { return .sign(UInt8(ascii: "'")) }
        at += 2
        return .hex(value)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
}
