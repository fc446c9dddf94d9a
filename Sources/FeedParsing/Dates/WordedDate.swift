/// Dates in words: RFC 822 and RFC 2822, asctime, Perforce, and what people make of them.
///
/// The parts may stand in any order; each is known by its looks.
enum WordedDate {
    static func parse(_ text: ArraySlice<UInt8>) -> DateFields? {
        var fields = DateFields()
        var hasTime = false
        let tokens = tokens(text)
        // Who counts hours to twelve, as in "1:35 PM", writes the month before the day.
        let isAmerican = tokens.contains(where: saysHalf)
        for token in tokens {
            guard let first = token.first else { continue }
            if !hasTime, first.isDigit, token.contains(.colon) {
                var scanner = DateScanner(token)
                guard scanner.time(into: &fields) else { return nil }
                hasTime = true
                fields.zone = scanner.zone() ?? fields.zone
            } else if hasTime, first == 0x2B || first == 0x2D {
                fields.zone = DateZone(token) ?? fields.zone
            } else if first.isDigit {
                readNumber(token, &fields, isAmerican: isAmerican)
            } else {
                readWord(token, &fields, hasTime: hasTime)
            }
        }
        guard fields.year != nil, fields.month != nil else { return nil }
        return fields
    }

    private static func readWord(
        _ token: ArraySlice<UInt8>, _ fields: inout DateFields, hasTime: Bool
    ) {
        if hasTime, token.equalsLowercase("pm") || token.equalsLowercase("am") {
            fields.apply(afternoon: token.equalsLowercase("pm"))
        } else if fields.month == nil, isMonthPlace(token, fields),
            let month = DateWords.month(token.prefix { $0.isLetter || $0 >= 0x80 })
        {
            fields.month = month
        } else if hasTime, fields.zone == nil || fields.zone?.seconds == 0 {
            fields.zone = DateZone(token) ?? fields.zone
        }
    }

    /// "Mar" may be a Spanish Tuesday before the day ("mar, 03 feb 2004").
    private static func isMonthPlace(_ token: ArraySlice<UInt8>, _ fields: DateFields) -> Bool {
        token.endIndex >= token.startIndex + 3 && token.last != 0x2C
    }

    /// "PM", or a time with it: "1:35PM".
    private static func saysHalf(_ token: ArraySlice<UInt8>) -> Bool {
        let end = token.suffix(2)
        guard end.equalsLowercase("am") || end.equalsLowercase("pm") else { return false }
        return token.count == 2 || token[end.startIndex - 1].isDigit
    }

    private static func readNumber(
        _ token: ArraySlice<UInt8>, _ fields: inout DateFields, isAmerican: Bool
    ) {
        let parts = token.split { $0 == 0x2D || $0 == .slash || $0 == 0x2E }
        if parts.count == 3 {
            return readTriple(parts, &fields, isAmerican: isAmerican && token.contains(.slash))
        }
        let digits = token.prefix(while: \.isDigit)
        guard digits.count <= 4, let value = Int(digits.string) else { return }
        if digits.count > 2 {
            fields.year = fields.year ?? value
        } else if fields.day == nil {
            fields.day = value
        } else if fields.year == nil {
            fields.year = DateFields.fullYear(value, digits: digits.count)
        }
    }

    /// 2006/09/15, 15-Sep-2006, 15.9.2006 or 9/15/2006.
    private static func readTriple(
        _ parts: [ArraySlice<UInt8>], _ fields: inout DateFields, isAmerican: Bool
    ) {
        let numbers = parts.map { Int($0.string) }
        if let month = DateWords.month(parts[1]), let day = numbers[0], let year = numbers[2] {
            fields.month = month
            fields.day = day
            fields.year = DateFields.fullYear(year, digits: parts[2].count)
            return
        }
        guard let first = numbers[0], let second = numbers[1], let third = numbers[2] else {
            return
        }
        if parts[0].count > 2 {
            (fields.year, fields.month, fields.day) = (first, second, third)
            return
        }
        fields.year = DateFields.fullYear(third, digits: parts[2].count)
        let isMonthFirst = second > 12 || isAmerican && first <= 12
        fields.month = isMonthFirst ? first : second
        fields.day = isMonthFirst ? second : first
    }

    /// The words, comments in parentheses left out (RFC 822 §3.4.3); a comma stays with its word.
    private static func tokens(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var plain: [UInt8] = []
        var depth = 0
        var isEscaped = false
        for byte in text {
            defer { isEscaped = byte == 0x5C && !isEscaped }
            if byte == 0x28, !isEscaped {
                depth += 1
                plain.append(0x20)
            } else if byte == 0x29, !isEscaped, depth > 0 {
                depth -= 1
            } else if depth == 0 {
                plain.append(byte)
                if byte == 0x2C { plain.append(0x20) }
            }
        }
        return plain[...].split(whereSeparator: \.isSpace).filter { $0 != [0x2C] }
    }
}
