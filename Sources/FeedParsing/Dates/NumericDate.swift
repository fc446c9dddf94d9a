/// Dates that begin with the year: ISO 8601 and W3C-DTF, with any separators, and with a month in words.
enum NumericDate {
    static func parse(_ text: ArraySlice<UInt8>) -> DateFields? {
        var scanner = DateScanner(text)
        var fields = DateFields()
        // "-0312" and "-03-12": a year of two digits in its century (ISO 8601:1988).
        let isShort = scanner.take(0x2D)
        guard readDate(&scanner, &fields, isShort: isShort) else { return nil }
        scanner.skip { $0.isSpace || $0 == 0x2C }
        if let mark = scanner.next, mark | 0x20 == 0x74 {
            scanner.index += 1
            scanner.skip(\.isSpace)
        }
        if scanner.isAtEnd { return fields }
        guard scanner.time(into: &fields) || readPlainTime(&scanner, &fields) else { return nil }
        fields.zone = scanner.zone()
        return fields
    }

    private static func readDate(
        _ scanner: inout DateScanner, _ fields: inout DateFields, isShort: Bool
    ) -> Bool {
        let digits = scanner.digits
        if isShort { return readShort(&scanner, &fields) }
        switch digits {
        case 4:
            fields.year = scanner.number(atMost: 4)
            return readAfterYear(&scanner, &fields)
        case 7:
            fields.year = scanner.number(atMost: 4)
            fields.ordinal = scanner.number(atMost: 3)
            return true
        case 6, 8, 12, 14:
            fields.year = scanner.number(atMost: 4)
            fields.month = scanner.number(atMost: 2)
            fields.day = digits > 6 ? scanner.number(atMost: 2) : nil
            return (fields.month ?? 0) <= 12
        default: return false
        }
    }

    private static func readShort(_ scanner: inout DateScanner, _ fields: inout DateFields) -> Bool
    {
        guard let year = scanner.number(atMost: 2) else { return false }
        fields.year = DateFields.fullYear(year, digits: 2)
        _ = scanner.take(0x2D)
        fields.month = scanner.number(atMost: 2)
        return fields.month != nil && scanner.isAtEnd
    }

    private static func readAfterYear(
        _ scanner: inout DateScanner, _ fields: inout DateFields
    ) -> Bool {
        let mark = scanner.index
        guard skipSeparator(&scanner) else { return scanner.isAtEnd || scanner.next == 0x54 }
        if scanner.digits == 0 {
            fields.month = DateWords.month(scanner.word())
            guard fields.month != nil else { return false }
        } else if scanner.digits == 3, !isSeparator(at: scanner.index + 3, scanner) {
            fields.ordinal = scanner.number(atMost: 3)
            return true
        } else {
            fields.month = scanner.number(atMost: 3)
        }
        guard let month = fields.month, (1...12).contains(month) else {
            scanner.index = mark
            return false
        }
        if skipSeparator(&scanner) {
            fields.day = scanner.number(atMost: 2)
            scanner.skip { $0 == 0x2E || $0 == .slash }
        }
        return true
    }

    /// One of - / . and the spaces around it.
    private static func skipSeparator(_ scanner: inout DateScanner) -> Bool {
        let mark = scanner.index
        scanner.skip { $0 == 0x20 }
        guard let byte = scanner.next, byte == 0x2D || byte == .slash || byte == 0x2E else {
            scanner.index = mark
            return false
        }
        scanner.index += 1
        scanner.skip { $0 == 0x20 }
        return true
    }

    private static func isSeparator(at index: Int, _ scanner: DateScanner) -> Bool {
        index < scanner.text.endIndex && [0x2D, 0x2F, 0x2E].contains(scanner.text[index])
    }

    /// HHMMSS, HHMM or HH without marks, in the basic format.
    private static func readPlainTime(
        _ scanner: inout DateScanner, _ fields: inout DateFields
    ) -> Bool {
        let digits = scanner.digits
        guard digits >= 2, digits <= 6, digits % 2 == 0 else { return false }
        fields.hour = scanner.number(atMost: 2) ?? 0
        fields.minute = scanner.number(atMost: 2) ?? 0
        fields.second = scanner.number(atMost: 2) ?? 0
        if scanner.next == 0x2E || scanner.next == 0x2C {
            scanner.index += 1
            scanner.skip(\.isDigit)
        }
        return true
    }
}
