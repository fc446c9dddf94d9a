/// What can be seen of one line by itself.
struct LineTraits {
    private(set) var line: TextLine
    let folded: String
    /// Words; a character of a script without spaces counts 0.6.
    let weight: Double
    private(set) var kind: Furniture.Kind?
    let endsSentence: Bool
    let sentences: Int
    let commas: Int
    /// Share of the words that begin with a small letter; 1 in scripts without capitals.
    let smallShare: Double
    let digitShare: Double
    let startsCapital: Bool
    let isAllCapitals: Bool
    /// Bars and arrows that divide menus and paths.
    let dividers: Int
    let hasAddress: Bool
    let date: StatedDate?
    let byline: Byline.Reading?
    /// A file's name, or the caption that a picture's name leaves.
    let isPictureName: Bool
    let isUnspaced: Bool
    let hasQuotes: Bool
    /// "Home » World » Title".
    let isPath: Bool
    /// Surely not the article's.
    private(set) var isFurniture: Bool
    /// Running text: a sentence of some length.
    let isProse: Bool

    init(_ line: TextLine, order: StatedDate.Order = .unknown) {
        self.line = line
        folded = TextFolding.fold(line.text)
        var counts = Counts()
        counts.take(line.text)
        weight = Double(counts.words) + 0.6 * Double(counts.ideographs)
        sentences = SentenceMarks.count(in: line.text)
        endsSentence = SentenceMarks.endsSentence(line.text)
        commas = counts.commas
        digitShare = Double(counts.digits) / Double(max(1, counts.characters))
        let cased = counts.small + counts.capital
        smallShare = cased == 0 ? 1 : Double(counts.small) / Double(cased)
        startsCapital = counts.startsCapital
        isAllCapitals = counts.capitalLetters > 3 && counts.smallLetters == 0
        dividers = counts.dividers
        hasQuotes = counts.hasQuotes
        isUnspaced = counts.ideographs > counts.words
        let isShort = weight <= 30
        hasAddress = folded.holds("http") || folded.holds("www.") || folded.holds("@")
        date = isShort && counts.digits > 0 ? StatedDate.first(in: line.text, order: order) : nil
        byline = isShort ? Byline.parse(line.text) : nil
        isPictureName = Self.looksLikePictureName(line.text, folded, weight)
        // No phrase of a script without spaces is as long as that.
        let isLong = counts.ideographs > 64 && counts.smallLetters + counts.capitalLetters == 0
        kind = isLong ? nil : Furniture.kind(ofFolded: folded)
        isPath = dividers >= 2 && weight <= 40 && Self.looksLikePath(line.text, endsSentence)
        isFurniture = kind != nil || isPictureName || isPath
        isProse = (endsSentence && weight >= 8) || (weight >= 24 && sentences + commas >= 1)
    }

    /// The same line where it turned out to be the article's own, whatever words it has.
    ///
    /// - Parameter isHeading: whether it heads a part of the text.
    func freed(isHeading: Bool) -> LineTraits {
        var freed = self
        freed.kind = nil
        freed.isFurniture = false
        if isHeading, !freed.line.marker.isHeading { freed.line.marker = .heading(2) }
        return freed
    }

    /// Arrows with room around them; French quotes come in pairs.
    private static func looksLikePath(_ text: String, _ endsSentence: Bool) -> Bool {
        if text.holds("«") { return false }
        if text.holds(" » ") || text.holds(" › ") || text.holds(" > ") { return true }
        return !endsSentence && (text.holds("»") || text.holds("›") || text.holds(" / "))
    }

    private static func looksLikePictureName(
        _ text: String, _ folded: String, _ weight: Double
    ) -> Bool {
        guard weight <= 8 else { return false }
        let suffixes = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".avif"]
        if folded.utf8.suffix(5).contains(0x2E), suffixes.contains(where: { folded.hasSuffix($0) })
        {
            return true
        }
        // The rest looks for names with a number or a mark in them.
        let first = Substring(folded.utf8.prefix { $0 != 0x20 })
        guard
            first.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D })
                || first.hasPrefix("unnamed") || first.hasPrefix("dscn") || first.hasPrefix("img")
        else { return false }
        let words = folded.split(separator: " ")
        guard words.count <= 4, !SentenceMarks.endsSentence(text) else { return false }
        let stems = ["img_", "img-", "dsc_", "dscn", "dsc0", "screenshot_", "unnamed", "untitled-"]
        if stems.contains(where: { first.hasPrefix($0) }) { return true }
        // "120093387 drill": the number of a picture in a library, and a word for it.
        return words.count > 1 && first.count >= 6 && first.allSatisfy(\.isNumber)
    }

    /// Counts over the characters of a line, in one pass.
    private struct Counts {
        var words = 0
        var ideographs = 0
        var characters = 0
        var digits = 0
        var commas = 0
        var small = 0
        var capital = 0
        var smallLetters = 0
        var capitalLetters = 0
        var dividers = 0
        var startsCapital = false
        var hasQuotes = false

        private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "「", "」", "«", "»"]

        mutating func take(_ text: String) {
            var inWord = false
            var isFirst = true
            for scalar in text.unicodeScalars {
                characters += 1
                if (0x3041...0x9FFF).contains(scalar.value)
                    || (0xE01...0xE4E).contains(scalar.value)
                {
                    ideographs += 1
                    inWord = false
                    isFirst = false
                    continue
                }
                let isASCII = scalar.value < 0x80
                let isDigit =
                    isASCII
                    ? (0x30...0x39).contains(scalar.value) : scalar.properties.numericType != nil
                if isDigit { digits += 1 }
                let isUpper =
                    isASCII
                    ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
                let isLower =
                    isASCII
                    ? (0x61...0x7A).contains(scalar.value) : scalar.properties.isLowercase
                let isLetter =
                    isUpper || isLower || (!isASCII && scalar.properties.isAlphabetic)
                if isLetter || isDigit {
                    if isUpper { capitalLetters += 1 } else if isLower { smallLetters += 1 }
                    if !inWord {
                        words += 1
                        if isUpper { capital += 1 } else if isLower { small += 1 }
                        if isFirst { startsCapital = isUpper || isDigit }
                    }
                    inWord = true
                    isFirst = false
                    continue
                }
                if scalar == "'" || scalar == "’" || scalar == "-" { continue }
                inWord = false
                if SentenceMarks.isComma(scalar) { commas += 1 }
                if Self.quotes.contains(scalar) { hasQuotes = true }
                switch scalar {
                case "|", "»", "›", "·", "•", "/", ">", "→", "«": dividers += 1
                default: continue
                }
            }
        }
    }
}
