import FoundationEssentials

/// When a digest is sent: "daily 07:00" or "weekly mon 07:00", UTC.
public struct DigestTime: Sendable, Equatable {
    /// 0 for Monday; nil for every day.
    public var weekday: Int?
    /// Since midnight.
    public var minute: Int

    private static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    public init?(_ text: String) {
        var parts = text.lowercased().split(separator: " ").map(String.init)
        guard let time = parts.popLast(), let first = parts.first else { return nil }
        switch (first, parts.count) {
        case ("daily", 1): weekday = nil
        case ("weekly", 2):
            guard let day = Self.days.firstIndex(of: parts[1]) else { return nil }
            weekday = day
        default: return nil
        }
        let numbers = time.split(separator: ":", omittingEmptySubsequences: false)
        guard numbers.count == 2, numbers.allSatisfy({ (1...2).contains($0.count) }),
            let hour = Int(numbers[0]), let minute = Int(numbers[1]), (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.minute = hour * 60 + minute
    }

    /// The last time of sending at or before a moment.
    public func last(before moment: Date) -> Date {
        let day = (moment.timeIntervalSince1970 / 86_400).rounded(.down)
        // 1 January 1970 was a Thursday.
        let today = (Int(day) + 3) % 7
        let back = weekday.map { (today - $0 + 7) % 7 } ?? 0
        let time = Date(timeIntervalSince1970: (day - Double(back)) * 86_400 + Double(minute) * 60)
        let step = weekday == nil ? 86_400.0 : 7 * 86_400
        return time <= moment ? time : time.addingTimeInterval(-step)
    }
}
