import ControlProtocol
import ControlServer
import FoundationEssentials
import Synchronization
import WebPages

/// The days of the last year, for the charts of the dashboard: today and yesterday are read once a minute at most, all of
/// them, which takes a walk through the year's articles, once in six hours.
final class DayBook: Sendable {
    /// A year of whole weeks.
    private static let count = 53 * 7
    private static let day = 86_400.0
    private static let fresh = 60.0
    private static let whole = 6 * 3_600.0

    private struct Page {
        /// When the latest days were read.
        var read: Date
        /// When all were.
        var readWhole: Date
        var filed: [String: Int]
    }

    private let service: any ControlService
    private let page = Mutex<Page?>(nil)

    init(service: any ControlService) { self.service = service }

    /// Without gaps, up to today.
    func days(now: Date) async throws -> (days: [DailyChart.Day], weekday: Int) {
        // The fourth day of a week that begins on Sunday: 1970-01-01.
        let today = Int((now.timeIntervalSince1970 / Self.day).rounded(.down))
        let first = today - Self.count + 1
        let weekday = (first + 4) % 7
        let filed = try await filed(from: first, to: today, now)
        let days = (first...today).map { number in
            let name = Self.name(number)
            return DailyChart.Day(day: name, count: filed[name] ?? 0)
        }
        return (days, weekday)
    }

    private func filed(from first: Int, to today: Int, _ now: Date) async throws -> [String: Int] {
        let known = page.withLock { $0 }
        func isYounger(_ date: Date?, than seconds: Double) -> Bool {
            date.map { 0..<seconds ~= now.timeIntervalSince($0) } ?? false
        }
        let isWhole = isYounger(known?.readWhole, than: Self.whole)
        if let known, isWhole, isYounger(known.read, than: Self.fresh) { return known.filed }
        let start = isWhole ? today - 1 : first
        var filed = known?.filed ?? [:]
        for number in start...today { filed[Self.name(number)] = nil }
        for day in try await service.days(since: Self.name(start)) { filed[day.day] = day.filed }
        let new = Page(
            read: now, readWhole: isWhole ? known?.readWhole ?? now : now, filed: filed)
        page.withLock { $0 = new }
        return filed
    }

    private static func name(_ day: Int) -> String {
        String(Date(timeIntervalSince1970: Double(day) * Self.day).rfc3339.prefix(10))
    }
}
