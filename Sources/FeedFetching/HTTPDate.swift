import BriefModel
import FoundationEssentials

/// HTTP-date (RFC 9110 §5.6.7): IMF-fixdate, and the two obsolete forms that must still be read.
public enum HTTPDate {
    private static let months: [Substring: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
        "oct": 10, "nov": 11, "dec": 12,
    ]

    /// nil for anything that is none of the three. Two-digit years are those of RFC 9110: never more than 50
    /// years after `now`.
    public static func parse(_ text: String, now: Date = Date()) -> Date? {
        guard text.utf8.count <= 64 else { return nil }
        // "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"
        let words = text.lowercased().split { $0 == " " || $0 == "," || $0 == "-" || $0 == "\t" }
        if words.count == 6, words[5] == "gmt" || words[5] == "utc" || words[5] == "+0000" {
            return date(day: words[1], month: words[2], year: words[3], time: words[4], now)
        }
        if words.count == 5 {
            return date(day: words[2], month: words[1], year: words[4], time: words[3], now)
        }
        return nil
    }

    private static func date(
        day: Substring, month: Substring, year: Substring, time: Substring, _ now: Date
    ) -> Date? {
        let clock = time.split(separator: ":").compactMap { Int($0) }
        guard let day = Int(day), let month = months[month.prefix(3)], let number = Int(year),
            clock.count == 3, (1...31).contains(day), (0...23).contains(clock[0]),
            (0...59).contains(clock[1]), (0...60).contains(clock[2]), (0...9999).contains(number)
        else { return nil }
        let full = year.count == 2 ? century(number, now) : number
        let seconds = clock[0] * 3600 + clock[1] * 60 + clock[2]
        let days = Gregorian.daysSince1970(year: full, month: month, day: day)
        return Date(timeIntervalSince1970: Double(days * 86_400 + seconds))
    }

    private static func century(_ year: Int, _ now: Date) -> Int {
        let current = 1970 + Int(now.timeIntervalSince1970 / 31_556_952)
        let full = current / 100 * 100 + year
        return full > current + 50 ? full - 100 : full
    }
}
