import FoundationEssentials

/// Judges a date that a document states by the time at which it arrived.
public struct BelievedDate: Sendable, Equatable {
    /// ISO 8601; nil where it is not believed. As stated, or its day alone.
    public var date: String?
    /// Why it is not believed as it stands, for an article's warnings.
    public var warning: String?

    /// - Parameters:
    ///   - date: ISO 8601, as stated.
    ///   - what: what is said to have happened then, for the warning.
    public init(_ date: String?, of what: String, arrival: Date) {
        self.date = date
        guard let date else { return }
        if BelievedDate.isEpoch(date) {
            self.date = nil
            warning = "date of \(what) \(date) not believed: clocks that were never set show it"
        } else if BelievedDate.isLongPast(date, at: arrival) {
            return
        } else if let moment = Date(rfc3339: date) {
            let ahead = moment.timeIntervalSince(arrival)
            // Clocks differ by minutes.
            guard ahead > 3_600 else { return }
            if ahead <= BelievedDate.widestZone {
                self.date = String(date.prefix(10))
                warning = "time of \(what) \(date) not believed, but its day: it lies ahead"
            } else {
                self.date = nil
                warning = "date of \(what) \(date) not believed: it lies after the arrival"
            }
        } else {
            // A day alone, or a time without an offset: the world is at most a day ahead of UTC.
            let latest = arrival.addingTimeInterval(86_400).rfc3339.prefix(10)
            guard date.prefix(10) > latest else { return }
            self.date = nil
            warning = "date of \(what) \(date) not believed: it lies after the arrival"
        }
    }

    /// Whether the year of a date is years before a time: nearly every date is told by that.
    private static func isLongPast(_ date: String, at time: Date) -> Bool {
        guard let year = Int(date.prefix(4)) else { return false }
        return year < Int(time.timeIntervalSince1970 / 31_556_952) + 1_970 - 1
    }

    /// Seconds that the clocks of a place are ahead of UTC at most: its time is often written down as UTC.
    private static let widestZone = 14.0 * 3_600

    /// Where software begins to count its days; a date there was never set. Unix is told from its moment.
    private static let epochs: Set<Substring> = [
        // No date at all (MySQL); the year one (.NET, Go); Windows; spreadsheets and COM.
        "0000-00-00", "0001-01-01", "1601-01-01", "1899-12-30", "1899-12-31", "1900-01-01",
    ]

    /// Whether a date, ISO 8601, is one at which software begins to count.
    public static func isEpoch(_ date: String) -> Bool {
        let day = date.prefix(10)
        let time = date.dropFirst(11).prefix(8)
        if epochs.contains(day) { return !time.contains { ("1"..."9").contains($0) } }
        // On all clocks of the world it is one of these days.
        guard date.hasPrefix("1970-01-0") || date.hasPrefix("1969-12-3") else { return false }
        if let moment = Date(rfc3339: date) {
            // Midnight of any place that calls it its own.
            return abs(moment.timeIntervalSince1970) <= widestZone
        }
        return day == "1970-01-01" || day == "1969-12-31"
    }
}
