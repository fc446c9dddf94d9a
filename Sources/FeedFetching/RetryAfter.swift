import FoundationEssentials

/// How long a server asks to be left alone (RFC 9110 §10.2.3): seconds, or an HTTP-date.
public enum RetryAfter {
    /// The time to wait, at most `ceiling`; nil for junk and for anything that is not in the future.
    public static func parse(_ value: String?, now: Date, ceiling: Duration) -> Duration? {
        guard let text = value, !text.isEmpty else { return nil }
        let wait: Duration
        if text.utf8.allSatisfy({ (48...57).contains($0) }) {
            // More digits than an Int takes is still a wait, and a long one.
            wait = .seconds(Int64(text).map { min($0, Int64(Int32.max)) } ?? Int64(Int32.max))
        } else if let date = HTTPDate.parse(text, now: now) {
            wait = .seconds(date.timeIntervalSince(now))
        } else {
            return nil
        }
        return wait > .zero ? min(wait, ceiling) : nil
    }
}
