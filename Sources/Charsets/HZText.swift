/// Text in HZ (RFC 1843): Chinese within ASCII, between "~{" and "~}", as mail and news of the nineties have it.
enum HZText {
    /// So much of a text is looked at.
    private static let sample = 65_536
    /// Characters that such a text has at least, and their share of it.
    private static let least = (characters: 8, share: 0.3)

    /// Whether a text without bytes beyond ASCII is written so.
    static func stands(in bytes: [UInt8]) -> Bool {
        guard ByteSearch.contains(tilde, in: bytes) else { return false }
        var characters = 0
        var index = 0
        let end = min(bytes.count, sample)
        while index + 1 < end {
            guard bytes[index] == tilde, bytes[index + 1] == open else {
                index += 1
                continue
            }
            index += 2
            while index + 1 < end, isCharacter(bytes[index], bytes[index + 1]) {
                characters += 1
                index += 2
            }
            // What is opened is closed again, on the line.
            guard
                index + 1 >= end || bytes[index] == tilde && bytes[index + 1] == close
                    || bytes[index] == 0x0A || bytes[index] == 0x0D
            else { return false }
        }
        return characters >= least.characters
            && Double(2 * characters) >= least.share * Double(end)
    }

    /// The same in GB 2312 with its high bits set, as other programs write it.
    static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count)
        var isChinese = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == tilde, next == open || next == close {
                isChinese = next == open
                index += 2
            } else if byte == tilde, !isChinese, next == tilde || next == 0x0A {
                if next == tilde { plain.append(tilde) }
                index += 2
            } else if isChinese, isCharacter(byte, next) {
                plain += [byte | 0x80, next | 0x80]
                index += 2
            } else {
                if byte == 0x0A { isChinese = false }
                plain.append(byte)
                index += 1
            }
        }
        return plain
    }

    private static let tilde = UInt8(ascii: "~")
    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")

    private static func isCharacter(_ first: UInt8, _ second: UInt8) -> Bool {
        (0x21...0x77).contains(first) && (0x21...0x7E).contains(second)
    }
}
