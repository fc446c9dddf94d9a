/// Reads "Foreign Policy Brief #134", "Working Paper No. 12", "Issue 7" out of a line of facts.
enum SeriesNumber {
    struct Reading: Equatable {
        var series: String
        var number: String
    }

    /// nil where the text is more than a series and its number.
    static func parse(_ text: String) -> Reading? {
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard (2...9).contains(words.count), let last = words.last else { return nil }
        var series = words.dropLast()
        var number = last.trimmed(of: ".,:;)(")
        if number.hasPrefix("#") || number.hasPrefix("№") {
            number = String(number.dropFirst())
        } else if let mark = series.last.map({ TextFolding.fold($0) }), marks.contains(mark) {
            series = series.dropLast()
        } else {
            return nil
        }
        guard (1...6).contains(number.count), number.allSatisfy({ $0.isASCII && $0.isNumber }),
            let first = series.first?.unicodeScalars.first, !first.properties.isLowercase,
            series.allSatisfy({ $0.contains(where: \.isLetter) || $0 == "&" })
        else { return nil }
        return Reading(
            series: series.joined(separator: " ").trimmed(of: " ,:;-–—"), number: number)
    }

    private static let marks: Set<String> = [
        "#", "no", "no.", "nr", "nr.", "n°", "nº", "num.", "№", "број",
    ]
}
