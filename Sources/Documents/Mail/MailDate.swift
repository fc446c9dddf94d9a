import BriefModel

/// The date of a message (RFC 5322 §3.3), with the forms of old programs (§4.3): two digits for a year, zones by name,
/// comments anywhere, the month before the day.
enum MailDate {
    /// ISO 8601 with the offset as stated, "Z" for Greenwich by name; nil where it is no date.
    static func iso(_ value: [UInt8]) -> String? {
        let text = withoutComments(value)
        var day: Int?
        var month: Int?
        var year: Int?
        var time: String?
        var zone = ""
        for token in text.split(whereSeparator: { " ,\t".contains($0) }).prefix(12) {
            if token.contains(":") {
                time = time ?? clock(token)
            } else if let found = months[String(token.prefix(3).lowercased())],
                token.first?.isLetter == true, month == nil
            {
                month = found
            } else if let parts = parts(of: token) {
                (day, month, year) = parts
            } else if let number = Int(token), token.first?.isNumber == true {
                if day == nil, token.count <= 2, (1...31).contains(number) {
                    day = number
                } else if year == nil {
                    year =
                        token.count == 2
                        ? number + (number < 50 ? 2_000 : 1_900)
                        : token.count == 3 ? number + 1_900 : number
                }
            } else if time != nil, zone.isEmpty, let found = offset(token) {
                zone = found
            }
        }
        guard let day, let month, let year, (1_970...2_100).contains(year),
            (1...Gregorian.days(ofMonth: month, in: year)).contains(day)
        else { return nil }
        let date = "\(year)-\(two(month))-\(two(day))"
        return time.map { date + "T" + $0 + zone } ?? date
    }

    /// "2-Nov-2026", "2026-11-02".
    private static func parts(of token: Substring) -> (Int, Int, Int)? {
        let parts = token.split(separator: "-")
        guard parts.count == 3 else { return nil }
        if let year = Int(parts[0]), parts[0].count == 4, let month = Int(parts[1]),
            let day = Int(parts[2])
        {
            return (day, month, year)
        }
        guard let day = Int(parts[0]), let month = months[String(parts[1].lowercased())],
            let year = Int(parts[2]), parts[2].count == 4
        else { return nil }
        return (day, month, year)
    }

    private static func clock(_ token: Substring) -> String? {
        let parts = token.split(separator: ":").map { Int($0.prefix { $0.isNumber }) }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1],
            (0...23).contains(hour), (0...59).contains(minute)
        else { return nil }
        let second = parts.count > 2 ? parts[2] ?? 0 : 0
        guard (0...60).contains(second) else { return nil }
        return "\(two(hour)):\(two(minute)):\(two(min(second, 59)))"
    }

    private static func offset(_ token: Substring) -> String? {
        if let sign = token.first, sign == "+" || sign == "-" {
            let digits = token.dropFirst().filter(\.isNumber)
            guard digits.count == 4, let hours = Int(digits.prefix(2)), hours <= 14,
                let minutes = Int(digits.suffix(2)), minutes <= 59
            else { return nil }
            // "-0000" says that the place is not told (RFC 5322 §3.3).
            if sign == "-", hours == 0, minutes == 0 { return "Z" }
            return "\(sign)\(two(hours)):\(two(minutes))"
        }
        return zones[token.uppercased()]
    }

    private static func withoutComments(_ value: [UInt8]) -> String {
        var text: [UInt8] = []
        var depth = 0
        for byte in value.prefix(512) {
            if byte == 0x28 { depth += 1 }
            if depth == 0 { text.append(byte < 0x20 ? 0x20 : byte) }
            if byte == 0x29, depth > 0 { depth -= 1 }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months: [String: Int] = Dictionary(
        uniqueKeysWithValues: zip(
            [
                "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
            ], 1...12))
    private static let zones: [String: String] = [
        "UT": "Z", "UTC": "Z", "GMT": "Z", "Z": "Z", "EST": "-05:00", "EDT": "-04:00",
        "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00", "MDT": "-06:00", "PST": "-08:00",
        "PDT": "-07:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00", "EET": "+02:00",
        "EEST": "+03:00", "MSK": "+03:00", "JST": "+09:00",
    ]
}
