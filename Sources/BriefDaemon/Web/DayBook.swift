import ControlProtocol
import ControlServer
import FoundationEssentials
import WebPages

/// The days of the last year, for the charts of the dashboard. The store keeps a count of each: reading a year costs as much as
/// it has days.
struct DayBook: Sendable {
    /// A year of whole weeks.
    private static let count = 53 * 7
    private static let day = 86_400.0

    let service: any ControlService

    /// Without gaps, up to today.
    func days(now: Date) async throws -> (days: [DailyChart.Day], weekday: Int) {
        // The fourth day of a week that begins on Sunday: 1970-01-01.
        let today = Int((now.timeIntervalSince1970 / Self.day).rounded(.down))
        let first = today - Self.count + 1
        let weekday = (first + 4) % 7
        var filed: [String: Int] = [:]
        for day in try await service.days(since: Self.name(first)) { filed[day.day] = day.filed }
        let days = (first...today).map { number in
            let name = Self.name(number)
            return DailyChart.Day(day: name, count: filed[name] ?? 0)
        }
        return (days, weekday)
    }

    private static func name(_ day: Int) -> String {
        String(Date(timeIntervalSince1970: Double(day) * Self.day).rfc3339.prefix(10))
    }
}
