import BriefModel
import FoundationEssentials

/// The hours and days, in GMT, in which a feed asks not to be asked (RSS 2.0 skipHours, skipDays).
struct SkippedTimes {
    private let hours: Set<Int>
    private let days: Set<Int>

    /// A feed that skips all hours or all days means something else: that is not heard.
    init(_ hints: ParsedFeed.PollingHints) {
        let hours = Set(hints.skipHours.map { $0 == 24 ? 0 : $0 }.filter { (0...23).contains($0) })
        let days = Set(hints.skipDays.filter { (1...7).contains($0) })
        self.hours = hours.count < 24 ? hours : []
        self.days = days.count < 7 ? days : []
    }

    /// `date`, or the start of the first hour after it that is not skipped.
    func next(from date: Date) -> Date? {
        if hours.isEmpty, days.isEmpty { return date }
        var hour = Int((date.timeIntervalSince1970 / 3600).rounded(.down))
        guard isSkipped(hour) else { return date }
        for _ in 0..<(8 * 24) {
            hour += 1
            if !isSkipped(hour) { return Date(timeIntervalSince1970: Double(hour) * 3600) }
        }
        return nil
    }

    /// Hours since 1970; 1 January 1970 was a Thursday, day 4.
    private func isSkipped(_ hour: Int) -> Bool {
        let dayNumber = hour >= 0 ? hour / 24 : (hour - 23) / 24
        let weekday = ((dayNumber + 3) % 7 + 7) % 7 + 1
        return hours.contains(hour - dayNumber * 24) || days.contains(weekday)
    }
}
