/// Sizes as people write them: a whole number and a unit, "16 MiB", "500 kB", "1 GiB", "512 B".
public enum SizeText {
    private static let units: [String: Int] = [
        "B": 1, "kB": 1000, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000,
        "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30,
    ]

    /// Bytes; nil where the text is no size, or one beyond 2^40 bytes.
    public static func parse(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let unit = text.dropFirst(digits.count).drop { $0 == " " }
        guard let count = Int(digits), count <= 1 << 40, let factor = units[String(unit)] else {
            return nil
        }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: factor)
        return overflow || bytes > 1 << 40 ? nil : bytes
    }
}
