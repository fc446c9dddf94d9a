/// Days as squares, a week a column, the darker the more was filed; for those who do not see it, in words.
struct CalendarMap {
    /// A square with the gap beside it.
    private static let cell = 14
    private static let (left, top) = (34, 16)
    private static let shades: [StaticString] = ["day d0", "day d1", "day d2", "day d3", "day d4"]
    private static let names = ["", "Mon", "", "Wed", "", "Fri", ""]

    /// All days, the earliest first, without gaps.
    let days: [DailyChart.Day]
    /// Of the first day, 0 for Sunday.
    let weekday: Int

    /// How much of the most a shade stands for: none, up to a quarter, a half, three quarters, and more.
    static func shade(_ count: Int, most: Int) -> Int {
        count <= 0 ? 0 : min(4, 1 + (4 * count - 1) / max(1, most))
    }

    var markup: Markup {
        guard let busiest = days.max(by: { $0.count < $1.count }), busiest.count > 0 else {
            return .nothing
        }
        var paths = Array(repeating: "", count: Self.shades.count)
        for (index, day) in days.enumerated() {
            let place = index + weekday
            let (x, y) = (Self.left + place / 7 * Self.cell, Self.top + place % 7 * Self.cell)
            paths[Self.shade(day.count, most: busiest.count)] += "M\(x) \(y)h12v12h-12z"
        }
        let total = days.reduce(0) { $0 + $1.count }
        let words =
            "\(total) articles in \(days.count) days, most on \(busiest.day): \(busiest.count)"
        let width = Self.left + (days.count + weekday + 6) / 7 * Self.cell
        let squares = zip(Self.shades, paths).compactMap { shade, path in
            path.isEmpty ? nil : Markup.tag("path", [.css(shade), .init("d", path)])
        }
        return .tag(
            "svg",
            [
                .init("viewBox", "0 0 \(width) \(Self.top + 7 * Self.cell)"),
                .init("role", "img"), .init("aria-labelledby", "calendar"),
            ],
            [.tag("title", [.init("id", "calendar")], [.text(words)])] + squares + labels)
            + .tag("p", [.css("meek")], [.text(words), "."])
    }

    private var labels: [Markup] {
        let weekdays = Self.names.enumerated().filter { !$1.isEmpty }.map { row, name in
            label(name, x: 0, y: Self.top + row * Self.cell + 10)
        }
        var months: [Markup] = []
        for (index, day) in days.enumerated() where day.day.hasSuffix("-01") {
            let column = (index + weekday) / 7
            months.append(
                label(
                    String(day.day.prefix(7)), x: Self.left + column * Self.cell, y: Self.top - 5))
        }
        // Two labels of months that touch say nothing.
        return weekdays + months
    }

    private func label(_ text: String, x: Int, y: Int) -> Markup {
        .tag("text", [.init("x", "\(x)"), .init("y", "\(y)")], [.text(text)])
    }
}
