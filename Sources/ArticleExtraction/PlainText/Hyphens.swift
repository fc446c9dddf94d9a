/// Tells the hyphens that a printer put at the ends of lines from those of the words.
struct Hyphens {
    private let words: Set<String>
    /// Whether a word that was cut stands whole elsewhere in the text, or the second half is no word of any language.
    private let cutsWords: Bool

    /// - Parameter isPrinted: whether the text was copied from printed pages.
    init(_ lines: [LineSplitter.RawLine], isPrinted: Bool = false) {
        let cuts = lines.indices.dropLast().filter {
            Self.isCut(lines[$0].text, lines[$0 + 1].text)
        }
        guard !cuts.isEmpty else {
            words = []
            cutsWords = false
            return
        }
        var words: Set<String> = []
        let (ends, starts) = (Set(cuts), Set(cuts.map { $0 + 1 }))
        for (index, line) in lines.enumerated() {
            var found = TextFolding.words(ofFolded: TextFolding.fold(line.text))[...]
            // On printed pages the halves of words are no words.
            if isPrinted, ends.contains(index) { found = found.dropLast() }
            if isPrinted, starts.contains(index) { found = found.dropFirst() }
            for word in found { words.insert(String(word)) }
        }
        self.words = words
        cutsWords =
            isPrinted
            || cuts.count >= Self.manyCuts && cuts.count * 2 > Self.innerHyphens(of: lines)
            || cuts.contains {
                let parts = Self.parts(lines[$0].text, lines[$0 + 1].text)
                return words.contains(parts.left + parts.right)
                    || Self.endings.contains(parts.right)
            }
    }

    /// A line has ten words or so: whoever writes words with hyphens has ten times as many within lines as at their ends.
    private static let manyCuts = 3

    private static func innerHyphens(of lines: [LineSplitter.RawLine]) -> Int {
        lines.reduce(0) { count, line in
            count
                + line.text.split(separator: " ").count { word in
                    word.dropFirst().dropLast().contains("-") && word.first?.isLetter ?? false
                }
        }
    }

    /// Ends of words, folded, which are no words by themselves.
    private static let endings: Set<String> = [
        "ing", "ings", "tion", "tions", "ation", "ations", "sion", "sions", "ment", "ments", "ness",
        "ity",
        "ties", "ies", "ied", "ered", "ening", "ting", "ding", "ling", "ly", "ally", "ingly",
        "tung", "ung", "ungen", "keit", "keiten", "heit", "heiten", "schaft", "schaften", "lich",
        "liche",
        "lichen", "igkeit", "ieren", "tionen", "zione", "zioni", "mento", "menti", "mente", "cion",
        "ciones", "dad", "dades", "cao", "coes", "tement", "heid", "heden", "ning", "ningen",
    ]

    /// Whether a line ends within a word, and the next goes on with it.
    static func isCut(_ line: String, _ next: String) -> Bool {
        guard line.hasSuffix("-"), let letter = line.unicodeScalars.dropLast().last,
            letter.properties.isAlphabetic, let first = next.unicodeScalars.first
        else { return false }
        return first.properties.isLowercase
    }

    /// Whether the hyphen between two lines goes: the whole word stands elsewhere, or the text cuts words so and the
    /// halves are none by themselves.
    func isDropped(between line: String, and next: String) -> Bool {
        guard Self.isCut(line, next) else { return false }
        let parts = Self.parts(line, next)
        if words.contains(parts.left + parts.right) { return true }
        if words.contains(parts.left + "-" + parts.right) { return false }
        return cutsWords && !(words.contains(parts.left) && words.contains(parts.right))
    }

    private static func parts(_ line: String, _ next: String) -> (left: String, right: String) {
        let left = line.dropLast().split(separator: " ").last.map(String.init) ?? ""
        let right = next.prefix { $0.isLetter }
        let bare = left.drop { !$0.isLetter }
        return (TextFolding.fold(String(bare)), TextFolding.fold(String(right)))
    }
}
