/// Words side by side on one line of one column, in the order of reading.
struct PDFLine: Sendable {
    var left, top, right, bottom: Double
    /// Of most of its letters, in points.
    var size: Double
    var style: PDFStyle
    var family: Int
    var words: [PDFWord]
    var isRightToLeft: Bool
    var page = 0
    /// The column it stands in, once that is known.
    var column: PDFColumn?

    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
    var width: Double { right - left }

    init(words: [PDFWord]) {
        left = words.map(\.left).min() ?? 0
        right = words.map(\.right).max() ?? 0
        var (letters, weighed) = (0, 0.0)
        var main = words.first
        var longest = 0
        var counts: [PDFStyle: Int] = [:]
        var rightToLeft = 0
        for word in words {
            let length = word.text.utf8.count
            letters += length
            weighed += word.size * Double(length)
            counts[word.style, default: 0] += length
            if length > longest { (main, longest) = (word, length) }
            for scalar in word.text.unicodeScalars {
                if PDFCharacters.isRightToLeft(scalar) { rightToLeft += 2 }
            }
        }
        let body = words.filter { $0.size > 0.8 * weighed / Double(max(1, letters)) }
        top = body.map(\.top).min() ?? words.map(\.top).min() ?? 0
        bottom = body.map(\.bottom).max() ?? words.map(\.bottom).max() ?? 0
        size = main?.size ?? 0
        family = main?.family ?? -1
        style = []
        for flag in [PDFStyle.bold, .italic, .fixed] {
            let marked = counts.reduce(0) { $0 + ($1.key.contains(flag) ? $1.value : 0) }
            if marked * 10 >= letters * 9, letters > 0 { style.insert(flag) }
        }
        isRightToLeft = rightToLeft * 2 > letters
        self.words = isRightToLeft ? PDFDirection.ordered(words) : words
    }

    var text: String { words.map(\.text).joined(separator: " ") }
}

/// The edges of a column.
struct PDFColumn: Sendable, Equatable {
    var left: Double
    var right: Double
    var number: Int
}
