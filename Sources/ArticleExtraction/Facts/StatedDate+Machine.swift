extension StatedDate {
    /// The moment that a value states where a date is all that may stand: in the head, in JSON-LD, in `datetime`. There
    /// digits alone are read too: 20210305, 20210305143005, and seconds or milliseconds since 1970.
    ///
    /// - Returns: ISO 8601; a count of seconds gives a moment in UTC. nil where no date since 1990 is meant.
    static func value(_ text: String, order: Order = .unknown) -> String? {
        guard let digits = digits(of: text) else { return parse(text, order: order) }
        switch digits.utf8.count {
        case 8: return day(digits)
        case 12, 14:
            let clock = [digits.dropFirst(8).prefix(2), digits.dropFirst(10).prefix(2)]
            let second = digits.utf8.count == 14 ? digits.suffix(2) : "00"
            guard let day = day(digits.prefix(8)), clock[0] < "24", clock[1] < "60", second < "60"
            else { return nil }
            return "\(day)T\(clock[0]):\(clock[1]):\(second)"
        case 10: return Int(digits).flatMap(moment)
        case 13: return Int(digits.prefix(10)).flatMap(moment)
        default: return nil
        }
    }

    /// The digits of a text that holds nothing else, or of `/Date(1614954605000)/`, as .NET writes moments.
    private static func digits(of text: String) -> Substring? {
        var digits = text.trimmed(of: " \"")[...]
        if digits.hasPrefix("/Date(") { digits = digits.dropFirst(6).prefix { $0 != ")" } }
        let isPlain = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return digits.utf8.count >= 8 && isPlain ? digits : nil
    }

    private static func day(_ digits: Substring) -> String? {
        guard let number = Int(digits), (1_990...2_100).contains(number / 10_000) else {
            return nil
        }
        let parts = [number / 10_000, number / 100 % 100, number % 100]
        return parse(parts.map(CalendarDay.padded).joined(separator: "-"))
    }

    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    private static func moment(_ seconds: Int) -> String? {
        let day = CalendarDay.iso(daysSinceEpoch: seconds / 86_400)
        guard day >= "1990-01-01", day < "2100-01-01" else { return nil }
        let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60]
        return day + "T" + clock.map(CalendarDay.padded).joined(separator: ":") + "Z"
    }
}
