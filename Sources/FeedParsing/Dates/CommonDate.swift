import FoundationEssentials

/// Reads the one form that nearly every RSS feed writes, "Mon, 06 Sep 2010 00:01:00 +0000", without looking for any
/// other: a shortcut, in which every mistake leads back to the long way.
enum CommonDate {
    static func parse(_ text: ArraySlice<UInt8>) -> Date? {
        guard text.count >= 25, text.count <= 31 else { return nil }
        var index = text.startIndex
        guard text[index + 3] == 0x2C, text[index + 4] == 0x20 else { return nil }
        index += 5
        guard var day = digit(text, index) else { return nil }
        index += 1
        if let second = digit(text, index) {
            day = day * 10 + second
            index += 1
        }
        // " Mon YYYY HH:MM:SS " and at least three characters of zone.
        guard text.endIndex - index >= 22,
            text[index] == 0x20, let month = month(text, index + 1), text[index + 4] == 0x20,
            let century = pair(text, index + 5), let year = pair(text, index + 7),
            text[index + 9] == 0x20, let hour = pair(text, index + 10), text[index + 12] == .colon,
            let minute = pair(text, index + 13), text[index + 15] == .colon,
            let second = pair(text, index + 16), text[index + 18] == 0x20,
            let zone = zone(text[(index + 19)...])
        else { return nil }
        var fields = DateFields()
        fields.year = century * 100 + year
        fields.month = month
        fields.day = day
        (fields.hour, fields.minute, fields.second) = (hour, minute, second)
        fields.zone = DateZone(seconds: zone)
        return fields.date
    }

    private static func digit(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
        text[index].isDigit ? Int(text[index] - 0x30) : nil
    }

    private static func pair(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
        guard let tens = digit(text, index), let ones = digit(text, index + 1) else { return nil }
        return tens * 10 + ones
    }

    private static func month(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
        let key =
            UInt32(text[index] | 0x20) << 16 | UInt32(text[index + 1] | 0x20) << 8
            | UInt32(text[index + 2] | 0x20)
        return keys.firstIndex(of: key).map { $0 + 1 }
    }

    private static let keys: [UInt32] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } }

    /// "GMT" or "+0000"; nil for the others.
    private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
        if text.count == 3 { return text.equalsLowercase("gmt") ? 0 : nil }
        guard text.count == 5, let sign = text.first, sign == 0x2B || sign == 0x2D,
            let hours = pair(text, text.startIndex + 1),
            let minutes = pair(text, text.startIndex + 3), hours <= 24, minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return sign == 0x2D ? -seconds : seconds
    }
}
