/// Reads numbers and marks from a date, byte by byte.
struct DateScanner {
    let text: ArraySlice<UInt8>
    var index: Int

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        index = text.startIndex
    }

    var isAtEnd: Bool { index >= text.endIndex }
    var next: UInt8? { index < text.endIndex ? text[index] : nil }

    mutating func skip(_ isWanted: (UInt8) -> Bool) {
        while let byte = next, isWanted(byte) { index += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        index += 1
        return true
    }

    /// How many digits stand here.
    var digits: Int {
        var count = 0
        while index + count < text.endIndex, text[index + count].isDigit { count += 1 }
        return count
    }

    mutating func number(atMost limit: Int) -> Int? {
        let count = min(digits, limit)
        guard count > 0, count <= 9 else { return nil }
        var value = 0
        for _ in 0..<count {
            value = value * 10 + Int(text[index] - 0x30)
            index += 1
        }
        return value
    }

    /// Letters, everything beyond ASCII included.
    mutating func word() -> ArraySlice<UInt8> {
        let from = index
        skip { $0.isLetter || $0 >= 0x80 }
        return text[from..<index]
    }

    /// H:MM[:SS[.fff]], with am or pm; false where there is no time.
    mutating func time(into fields: inout DateFields) -> Bool {
        let from = index
        guard digits <= 2, let hour = number(atMost: 2), take(.colon) || take(0x2E),
            digits >= 1, digits <= 2, let minute = number(atMost: 2)
        else {
            index = from
            return false
        }
        fields.hour = hour
        fields.minute = minute
        if take(.colon) || (next == 0x2E && text.count > index + 2), let second = secondOrNone() {
            fields.second = second
        }
        if let byte = next, byte == 0x2E || byte == 0x2C {
            let mark = index
            index += 1
            if digits == 0 { index = mark } else { skip(\.isDigit) }
        }
        readHalf(into: &fields)
        return true
    }

    private mutating func secondOrNone() -> Int? {
        if next == 0x2E, index > text.startIndex, text[index - 1] != .colon {
            index += 1
        }
        guard digits > 0 else { return nil }
        return number(atMost: 2)
    }

    /// "pm", also after a space and with dots.
    private mutating func readHalf(into fields: inout DateFields) {
        let mark = index
        skip(\.isSpace)
        let letter = next?.lowercased
        guard letter == 0x61 || letter == 0x70 else {
            index = mark
            return
        }
        index += 1
        _ = take(0x2E)
        guard next?.lowercased == 0x6D else {
            index = mark
            return
        }
        index += 1
        guard next?.isLetter != true else {
            index = mark
            return
        }
        _ = take(0x2E)
        fields.apply(afternoon: letter == 0x70)
    }

    /// What is left, as a zone.
    mutating func zone() -> DateZone? {
        skip { $0.isSpace }
        return DateZone(text[index...].trimmed)
    }
}
