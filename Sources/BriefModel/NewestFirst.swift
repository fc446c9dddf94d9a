import FoundationEssentials

extension Sequence {
    /// The latest first; those of one date in their own order, those without a date last.
    public func newestFirst(by date: (Element) -> Date?) -> [Element] {
        let dated = enumerated().map { place, element in
            (place: place, date: date(element) ?? .distantPast, element: element)
        }
        let sorted = dated.sorted { one, other in
            one.date == other.date ? one.place < other.place : one.date > other.date
        }
        return sorted.map(\.element)
    }
}
