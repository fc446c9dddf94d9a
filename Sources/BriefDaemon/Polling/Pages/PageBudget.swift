import FoundationEssentials

/// How many linked pages one feed may still ask in the present hour: a feed names up to 50,000, at servers that its
/// writer chooses. What is over waits for the next hour; its entries are filed from the feed's own content meanwhile.
struct PageBudget: Sendable, Equatable {
    /// Seconds.
    static let span = 3600.0

    private var start: Date?
    private var asked = 0

    /// Pages that may be asked now.
    func left(of limit: Int, now: Date) -> Int {
        isOver(now) ? limit : max(0, limit - asked)
    }

    /// When pages may be asked again; nil where some may now.
    func opens(limit: Int, now: Date) -> Date? {
        guard let start, left(of: limit, now: now) == 0 else { return nil }
        return start.addingTimeInterval(PageBudget.span)
    }

    mutating func spend(_ count: Int, now: Date) {
        guard count > 0 else { return }
        if isOver(now) {
            start = now
            asked = 0
        }
        asked += count
    }

    /// A clock that was set back begins a new hour.
    private func isOver(_ now: Date) -> Bool {
        guard let start else { return true }
        let passed = now.timeIntervalSince(start)
        return passed < 0 || passed >= PageBudget.span
    }
}
