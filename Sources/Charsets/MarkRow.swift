/// Keeps a text stream-safe that comes in pieces of a character or some, as `StreamSafeText` does for one that is there.
public struct MarkRow: Sendable {
    private var count = 0

    public init() {}

    /// The next piece, with a U+034F in it where a row of marks would grow too long. Linear.
    public mutating func bounded(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0xCC }) {
            count = 0
            return text
        }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            count = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : count + 1
            if count > StreamSafeText.limit {
                out.append("\u{34F}")
                count = 1
            }
            out.append(scalar)
        }
        return String(out)
    }
}
