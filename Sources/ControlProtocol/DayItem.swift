/// A day in GET /v1/days.
public struct DayItem: Codable, Sendable, Equatable {
    /// YYYY-MM-DD, UTC.
    public var day: String
    /// Current articles that were filed on it.
    public var filed: Int

    public init(day: String, filed: Int) {
        self.day = day
        self.filed = filed
    }
}
