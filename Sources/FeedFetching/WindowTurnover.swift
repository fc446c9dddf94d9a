import FoundationEssentials

/// Estimates in which time all entries of a feed's window are replaced by new ones.
public enum WindowTurnover {
    /// Fewer dated entries tell nothing of a rate.
    static let leastEntries = 5

    /// - Parameters:
    ///   - dates: of the entries in the window, as far as they have one.
    ///   - entries: how many the window holds.
    ///   - news: entries that were new, in all polls since `watchedSince` but the first.
    ///
    /// Returns the shorter of what the dates and what the polls tell; nil where neither does.
    public static func estimate(
        dates: [Date], entries: Int, news: Int, watchedSince: Date?, now: Date
    ) -> Duration? {
        var estimates: [Double] = []
        // The oldest entry is still there: so long the window reaches back.
        if dates.count >= leastEntries, let oldest = dates.min(), oldest < now {
            estimates.append(now.timeIntervalSince(oldest))
        }
        if entries > 0, news >= leastEntries, let since = watchedSince, since < now {
            estimates.append(now.timeIntervalSince(since) * Double(entries) / Double(news))
        }
        return estimates.min().map { .seconds(min($0, Double(Int32.max))) }
    }
}
