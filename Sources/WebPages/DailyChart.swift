/// Articles a day as bars; the numbers stand in it too, and in its description.
public struct DailyChart {
    public struct Day: Sendable, Equatable {
        /// YYYY-MM-DD.
        public var day: String
        public var count: Int

        public init(day: String, count: Int) {
            self.day = day
            self.count = count
        }
    }

    private static let (width, height, foot, head) = (44, 120, 20, 16)

    let days: [Day]

    var markup: Markup {
        guard !days.isEmpty else { return .nothing }
        let most = max(1, days.map(\.count).max() ?? 1)
        let words = days.map { "\($0.day): \($0.count)" }.joined(separator: ", ")
        let bars = days.enumerated().map { bar($1, at: $0 * Self.width, most: most) }
        let whole = days.count * Self.width
        return .tag(
            "svg",
            [
                .init("viewBox", "0 0 \(whole) \(Self.height + Self.foot + Self.head)"),
                .init("role", "img"), .init("aria-labelledby", "chart"),
            ],
            [.tag("title", [.init("id", "chart")], ["Articles a day. \(words)"])] + bars)
    }

    private func bar(_ day: Day, at x: Int, most: Int) -> Markup {
        let size = day.count == 0 ? 0 : max(2, day.count * Self.height / most)
        let top = Self.head + Self.height - size
        let middle = "\(x + Self.width / 2)"
        func label(_ text: String, y: Int) -> Markup {
            .tag(
                "text",
                [.init("x", middle), .init("y", "\(y)"), .init("text-anchor", "middle")],
                [.text(text)])
        }
        return .tag(
            "rect",
            [
                .init("x", "\(x + 5)"), .init("y", "\(top)"), .init("width", "\(Self.width - 10)"),
                .init("height", "\(size)"),
            ]) + label("\(day.count)", y: top - 4)
            + label(String(day.day.dropFirst(5)), y: Self.head + Self.height + 15)
    }
}
