import BriefModel
import FoundationEssentials

/// Compares dates of publication as documents state them: ISO 8601, a day alone where no more is known.
enum PublishedDate {
    /// Whether both are known and are moments, or days, that differ.
    static func differ(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return false }
        if let first = Date(rfc3339: one), let second = Date(rfc3339: other) {
            return first != second
        }
        return one.prefix(10) != other.prefix(10)
    }

    /// Whether both are known and lie so far apart that no zone of time explains it.
    static func areDaysApart(_ one: String?, _ other: String?) -> Bool {
        guard let first = moment(one), let second = moment(other) else { return false }
        return abs(first.timeIntervalSince(second)) >= 20 * 3_600
    }

    /// Whether one is known to be before the other.
    static func isEarlier(_ one: String, than other: String) -> Bool {
        guard let first = moment(one), let second = moment(other) else { return false }
        return first < second
    }

    private static func moment(_ text: String?) -> Date? {
        guard let text else { return nil }
        return Date(rfc3339: text) ?? Date(rfc3339: text.prefix(10) + "T12:00:00Z")
    }
}
