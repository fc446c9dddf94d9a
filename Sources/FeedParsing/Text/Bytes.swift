/// Bytes by the names of their characters, and questions about them.
extension UInt8 {
    static let lessThan: UInt8 = 0x3C
    static let greaterThan: UInt8 = 0x3E
    static let ampersand: UInt8 = 0x26
    static let semicolon: UInt8 = 0x3B
    static let numberSign: UInt8 = 0x23
    static let slash: UInt8 = 0x2F
    static let exclamation: UInt8 = 0x21
    static let question: UInt8 = 0x3F
    static let equals: UInt8 = 0x3D
    static let colon: UInt8 = 0x3A
    static let doubleQuote: UInt8 = 0x22
    static let singleQuote: UInt8 = 0x27

    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
    /// XML 1.0 §2.3, every character beyond ASCII taken for a letter.
    var isNameStart: Bool { isLetter || self == 0x5F || self == .colon || self >= 0x80 }
    var isNamePart: Bool { isNameStart || isDigit || self == 0x2D || self == 0x2E }
    var isReferencePart: Bool { isLetter || isDigit || self == .numberSign || self == 0x2E }
    var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension ArraySlice<UInt8> {
    /// Without white space at both ends.
    var trimmed: ArraySlice<UInt8> {
        var from = startIndex
        var to = endIndex
        while from < to, self[from].isSpace { from += 1 }
        while to > from, self[to - 1].isSpace { to -= 1 }
        return self[from..<to]
    }

    /// Whether the slice begins with a text of ASCII in lower case, whatever its own case.
    func hasPrefix(_ text: String) -> Bool {
        let count = text.utf8.count
        guard self.count >= count else { return false }
        return prefix(count).equalsLowercase(text)
    }

    func equalsIgnoringCase(_ other: ArraySlice<UInt8>) -> Bool {
        guard count == other.count else { return false }
        let distance = other.startIndex - startIndex
        for index in indices where self[index].lowercased != other[index + distance].lowercased {
            return false
        }
        return true
    }

    /// Whether the slice is a text of ASCII in lower case, whatever its own case.
    func equalsLowercase(_ text: String) -> Bool {
        guard count == text.utf8.count else { return false }
        var index = startIndex
        for byte in text.utf8 {
            if self[index].lowercased != byte { return false }
            index += 1
        }
        return true
    }

    var string: String { String(decoding: self, as: UTF8.self) }
}

extension [UInt8] {
    /// The place behind the first `text` at or after `from`.
    func index(after text: String, from: Int) -> Int? {
        guard let first = text.utf8.first else { return nil }
        var index = from
        while index < count, let found = self[index...].firstIndex(of: first) {
            if self[found...].starts(with: text.utf8) { return found + text.utf8.count }
            index = found + 1
        }
        return nil
    }
}
