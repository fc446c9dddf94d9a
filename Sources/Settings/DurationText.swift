/// Durations as people write them: a whole number and a unit, "200ms", "90s", "15m", "1h", "8d"; also "1h30m".
public enum DurationText {
    private static let units: [(name: String, milliseconds: Int)] = [
        ("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000),
        ("w", 604_800_000),
    ]

    /// Nil where the text is no duration, or one beyond a hundred years.
    public static func parse(_ text: String) -> Duration? {
        var total = 0
        var rest = text[...]
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest.dropFirst(digits.count)
            let letters = rest.prefix { $0.isASCII && $0.isLetter }
            rest = rest.dropFirst(letters.count)
            guard digits.count < 10, let count = Int(digits),
                let unit = units.first(where: { $0.name == letters })
            else { return nil }
            total += count * unit.milliseconds
            guard total <= 100 * 366 * 86_400_000 else { return nil }
        }
        return .milliseconds(total)
    }

    /// The shortest text that `parse` reads as the same duration: "90s" is "1m30s", below a millisecond is cut.
    public static func format(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        var rest = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        guard rest > 0 else { return "0s" }
        var text = ""
        for unit in units.dropLast().reversed() where rest >= unit.milliseconds {
            text += "\(rest / unit.milliseconds)\(unit.name)"
            rest %= unit.milliseconds
        }
        return text
    }
}
