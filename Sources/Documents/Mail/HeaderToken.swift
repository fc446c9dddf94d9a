/// Pieces that several header fields are made of (RFC 5322 §3.2).
enum HeaderToken {
    /// What stands between quotes, without backslashes; `place` stands at the first quote, and is behind the last
    /// afterwards.
    static func quoted(_ value: [UInt8], _ place: inout Int) -> [UInt8] {
        var text: [UInt8] = []
        place += 1
        while place < value.count, value[place] != 0x22 {
            if value[place] == 0x5C, place + 1 < value.count { place += 1 }
            text.append(value[place])
            place += 1
        }
        place += 1
        return text
    }

    /// What stands between parentheses, those within it left, without backslashes; `place` is behind it afterwards.
    static func comment(_ value: [UInt8], _ place: inout Int) -> [UInt8] {
        var text: [UInt8] = []
        var depth = 0
        while place < value.count {
            let byte = value[place]
            place += 1
            if byte == 0x5C, place < value.count {
                text.append(value[place])
                place += 1
                continue
            }
            if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth -= 1 }
            if depth == 0 { break }
            if depth > 1 || byte != 0x28 { text.append(byte) }
        }
        return text
    }
}
