import BriefModel
import FoundationEssentials

/// A date and time of day as read, before it becomes an instant.
struct DateFields {
    var year: Int?
    var month: Int?
    var day: Int?
    /// Day of the year, instead of month and day.
    var ordinal: Int?
    var hour = 0
    var minute = 0
    var second = 0
    var zone: DateZone?

    /// Those before were never set: Go's clocks begin in the year 1, which Hugo writes for pages without a date.
    private static let years = 1_000...9_999

    /// The instant; nil where a field is missing or out of its range.
    var date: Date? {
        guard let year, Self.years.contains(year), let days = dayNumber(year) else { return nil }
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        let local = days * 86_400 + hour * 3_600 + minute * 60 + second
        let offset = zone?.offset(year: year, localSeconds: local) ?? 0
        return Date(timeIntervalSince1970: TimeInterval(local - offset))
    }

    private func dayNumber(_ year: Int) -> Int? {
        if let ordinal {
            guard (1...366).contains(ordinal) else { return nil }
            return Gregorian.daysSince1970(year: year, month: 1, day: 1) + ordinal - 1
        }
        let month = month ?? 1
        let day = day ?? 1
        guard Gregorian.hasDay(year: year, month: month, day: day) else { return nil }
        return Gregorian.daysSince1970(year: year, month: month, day: day)
    }

    /// A year of two digits: 69 to 99 in the last century (POSIX strptime %y).
    static func fullYear(_ value: Int, digits: Int) -> Int {
        guard digits <= 2 else { return value }
        return value < 69 ? value + 2_000 : value + 1_900
    }

    mutating func apply(afternoon: Bool) {
        if afternoon, hour < 12 { hour += 12 }
        if !afternoon, hour == 12 { hour = 0 }
    }
}
