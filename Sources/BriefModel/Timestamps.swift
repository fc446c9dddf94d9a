import FoundationEssentials

extension Date {
    /// RFC 3339 in UTC, whole seconds: "2026-11-21T06:27:00Z".
    public var rfc3339: String {
        formatted(.iso8601)
    }

    /// Reads RFC 3339, with or without fractions of a second; nil for anything else.
    public init?(rfc3339 text: String) {
        let plain = Date.ISO8601FormatStyle()
        let fractional = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        guard let date = (try? plain.parse(text)) ?? (try? fractional.parse(text)) else {
            return nil
        }
        self = date
    }
}
