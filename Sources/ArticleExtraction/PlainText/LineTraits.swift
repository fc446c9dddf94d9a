/// What can be seen of one line by itself.
struct LineTraits {
    private(set) var line: TextLine
    let folded: String
    /// Unicode scalars.
    let characters: Int
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
    /// How many lines of the text are the same, this one included; see `counted`.
    fileprivate(set) var copies = 1
    /// Surely not the article's.
    private(set) var isFurniture: Bool
    /// Running text: a sentence of some length.
    let isProse: Bool

    init(_ line: TextLine, order: StatedDate.Order = .unknown) {
        self.line = line
        folded = TextFolding.fold(line.text)
        let counts = LetterCounts(line.text)
        characters = counts.characters
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
        hasAddress = folded.holds("http") || folded.holds("www.") || folded.holds(UInt8(ascii: "@"))
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

    /// What names of pictures end with, and begin with.
    private static let suffixes = [
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".tif", ".avif",
    ]
    private static let stems = [
        "img_", "img-", "dsc_", "dscn", "dsc0", "screenshot_", "unnamed", "untitled-",
    ]

    private static func looksLikePictureName(
        _ text: String, _ folded: String, _ weight: Double
    ) -> Bool {
        guard weight <= 8 else { return false }
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
        if stems.contains(where: { first.hasPrefix($0) }) { return true }
        // "120093387 drill": the number of a picture in a library, and a word for it.
        return words.count > 1 && first.count >= 6 && first.allSatisfy(\.isNumber)
    }
}

extension [LineTraits] {
    /// All lines of a text, each with the number of those that are the same.
    func counted() -> Self {
        // Those that are alone in their length are alone.
        var lengths: [Int: Int] = [:]
        for line in self { lengths[line.folded.utf8.count, default: 0] += 1 }
        let pairs = indices.filter { lengths[self[$0].folded.utf8.count, default: 0] > 1 }
        var copies: [String: Int] = [:]
        for index in pairs { copies[self[index].folded, default: 0] += 1 }
        var counted = self
        for index in pairs { counted[index].copies = copies[self[index].folded] ?? 1 }
        return counted
    }
}
