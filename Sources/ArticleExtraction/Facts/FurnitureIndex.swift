/// The phrases of `FurniturePhrases`, found by their first word.
struct FurnitureIndex: Sendable {
    private enum Mode {
        /// The phrase is all of the line, but for numbers.
        case whole
        /// The line begins so.
        case start
        /// The phrase stands anywhere.
        case anywhere
    }

    private struct Phrase {
        var mode: Mode
        var kind: Furniture.Kind
        /// How many words it has.
        var count: Int
        /// Whether it is so long that it says what a whole sentence is about.
        var isWordy: Bool
        /// Whether no article has it, whatever its judge says.
        var isSure: Bool

        /// - Parameter words: those of the line, but for numbers at its ends.
        func mayStand(at start: Int, in words: Range<Int>) -> Bool {
            guard words.upperBound - start >= count else { return false }
            switch mode {
            case .whole: return start == words.lowerBound && words.count == count
            case .start: return start == words.lowerBound && words.count <= (isWordy ? 90 : 16)
            case .anywhere: return words.count <= (isWordy ? Self.longestAround : 20)
            }
        }

        /// Words of a line within which a phrase may stand.
        static let longestAround = 60

        /// Whether a colon after it would make the headline of another article of what follows, which may be longer than
        /// what stands around articles otherwise.
        func mayAnnounce(at start: Int, in words: Range<Int>) -> Bool {
            kind == .related && mode == .start && start == words.lowerBound
                && words.count >= count && words.count <= 40
        }
    }

    private struct Words {
        var line: FoldedLine
        var languages: PhraseLanguages
        /// Set where the phrase counts only with a colon after it.
        var label: String?
    }

    /// Those with the same first word stand one after another.
    private var phrases: [Phrase] = []
    /// The words of each phrase.
    private var words: [Words] = []
    /// The numbers of the first words by their hashes, and for each where its phrases stand in `phrases`.
    private var firstWords = KeyNumbers()
    private var places: [Range<Int>] = []
    /// For each first word whether one of its phrases may stand anywhere in a line.
    private var isAnywhere: [Bool] = []
    /// By a number for two bytes: whether such a word begins with them.
    private var beginsAnywhere = [Bool](repeating: false, count: 1_024)
    private var unspaced: [Unspaced] = []

    private struct Unspaced {
        var text: [UInt8]
        var mode: Mode
        var kind: Furniture.Kind
        var languages: PhraseLanguages
        var isSure: Bool
    }

    static let shared = FurnitureIndex()

    private init() {
        var found: [(firstWord: Int, phrase: Phrase, words: Words)] = []
        for (kind, lines) in FurniturePhrases.all {
            for line in lines.utf8.split(separator: UInt8(ascii: "\n")) {
                var line = Substring(line)
                let languages = PhraseLanguages.take(from: &line)
                for raw in line.utf8.split(separator: UInt8(ascii: "|")) {
                    guard let (phrase, words) = phrase(raw, kind, languages) else { continue }
                    found.append((firstWords.number(words.line.hash(0)), phrase, words))
                }
            }
        }
        arrange(found)
    }

    /// Lays the phrases by their first words, those of one in the order in which they stand.
    private mutating func arrange(_ found: [(firstWord: Int, phrase: Phrase, words: Words)]) {
        var counts = [Int](repeating: 0, count: firstWords.count)
        isAnywhere = [Bool](repeating: false, count: firstWords.count)
        for entry in found {
            counts[entry.firstWord] += 1
            if entry.phrase.mode == .anywhere {
                isAnywhere[entry.firstWord] = true
                beginsAnywhere[Self.beginning(of: 0, in: entry.words.line)] = true
            }
        }
        var next: [Int] = []
        for count in counts {
            let start = places.last?.upperBound ?? 0
            next.append(start)
            places.append(start..<start + count)
        }
        var order = [Int](repeating: 0, count: found.count)
        for (index, entry) in found.enumerated() {
            order[next[entry.firstWord]] = index
            next[entry.firstWord] += 1
        }
        phrases = order.map { found[$0].phrase }
        words = order.map { found[$0].words }
    }

    /// nil for a phrase of a script without spaces, which is put aside, and for one without words.
    private mutating func phrase(
        _ raw: Substring.UTF8View, _ kind: Furniture.Kind, _ languages: PhraseLanguages
    ) -> (Phrase, Words)? {
        let isSure = raw.first == UInt8(ascii: "!")
        let bare = Array(raw.drop { $0 == UInt8(ascii: "!") })
        let folded = TextFolding.folded(bare.span)
        let star = UInt8(ascii: "*")
        let mode: Mode = folded.first == star ? .anywhere : folded.last == star ? .start : .whole
        var text = folded[...]
        while let first = text.first, first == star || first == 0x20 { text.removeFirst() }
        while let last = text.last, last == star || last == 0x20 { text.removeLast() }
        let line = FoldedLine(folded: Array(text))
        guard !line.words.isEmpty else { return nil }
        if Self.isUnspaced(line.utf8) {
            unspaced.append(
                Unspaced(
                    text: line.letters, mode: mode, kind: kind, languages: languages, isSure: isSure
                ))
            return nil
        }
        let count = line.words.count
        let isWordy = count > 2 && Self.wordyKinds.contains(kind)
        return (
            Phrase(mode: mode, kind: kind, count: count, isWordy: isWordy, isSure: isSure),
            Words(
                line: line, languages: languages,
                label: text.last == UInt8(ascii: ":") ? line.string : nil)
        )
    }

    /// The longest phrase of these languages that fits.
    func match(_ line: FoldedLine, in languages: PhraseLanguages = .any) -> Furniture.Match? {
        let unnumbered = line.unnumbered
        let bare = unnumbered.isEmpty ? line.words.indices : unnumbered
        var best = -1
        var longest = 0
        let starts = bare.prefix(bare.count <= Phrase.longestAround ? bare.count : 1)
        for start in starts {
            // All other phrases begin where the line does.
            let isFirst = start == bare.lowerBound
            guard isFirst || beginsAnywhere[Self.beginning(of: start, in: line)],
                let number = firstWords.known(line.hash(start)), isFirst || isAnywhere[number]
            else { continue }
            for index in places[number]
            where phrases[index].count > longest
                || phrases[index].count == longest && words[index].label != nil
            {
                let isShort = phrases[index].mayStand(at: start, in: bare)
                guard isShort || phrases[index].mayAnnounce(at: start, in: bare),
                    counts(index, in: languages),
                    stands(index, at: start, in: line), isShort || announces(index, in: line)
                else { continue }
                best = index
                longest = phrases[index].count
            }
        }
        guard best >= 0 else { return nil }
        let phrase = phrases[best]
        return Furniture.Match(
            kind: phrase.kind, phrase: words[best].line.string, strength: strength(best),
            isWhole: phrase.count == bare.count,
            announces: phrase.count < bare.count && phrase.mode == .start
                && Self.isDivided(line, after: bare.lowerBound + phrase.count - 1))
    }

    /// A number for the first two bytes of a word.
    private static func beginning(of word: Int, in line: FoldedLine) -> Int {
        let place = line.words[word]
        let second = place.count > 1 ? line.utf8[place.lowerBound + 1] : 0
        return (Int(line.utf8[place.lowerBound]) &* 37 &+ Int(second)) & 1_023
    }

    private static let dashes = ["- ", "– ", "— "].map { Array($0.utf8) }

    /// Whether a colon, an arrow or a dash stands behind a word.
    private static func isDivided(_ line: FoldedLine, after word: Int) -> Bool {
        let rest = line.utf8[line.words[word].upperBound...].drop { $0 == 0x20 }
        return rest.first == 0x3A || dashes.contains(where: rest.starts)
            || rest.starts(with: "»".utf8) || rest.starts(with: "›".utf8)
            || rest.starts(with: "→".utf8)
            || rest.starts(with: "\"".utf8) && rest.dropFirst().first == 0x20
    }

    /// A single English word is a button on pages in other languages as well, but their words may be spelt like it.
    private func counts(_ index: Int, in languages: PhraseLanguages) -> Bool {
        let own = words[index].languages
        return !own.isDisjoint(with: languages)
            || phrases[index].count > 1 && own.contains(.english)
    }

    /// What a sentence calls upon the reader for needs no more words: "notre newsletter".
    private static let calling: Set<Furniture.Kind> = [.subscribe, .consent, .adBlock]
    private static let things: Set<String> = ["mailing list", "rss feed"]

    private func strength(_ index: Int) -> Furniture.Strength {
        let phrase = phrases[index]
        if phrase.isSure { return .sure }
        let isCalled =
            Self.calling.contains(phrase.kind) && !Self.things.contains(words[index].line.string)
        if phrase.isWordy || phrase.mode == .anywhere && phrase.count > (isCalled ? 1 : 2) {
            return .notice
        }
        if words[index].label != nil || phrase.count > 1 { return .label }
        return .word
    }

    private func announces(_ index: Int, in line: FoldedLine) -> Bool {
        Self.hasLabel(line.string, words[index].line.string.trimmed(of: ":") + ":")
    }

    private static func hasLabel(_ folded: String, _ label: String) -> Bool {
        let start = folded.unicodeScalars.drop { !TextFolding.isWordPart($0) }
        let text = String(start)
        return text.hasPrefix(label) || text.hasPrefix(label.dropLast() + " :")
    }

    private func stands(_ index: Int, at start: Int, in line: FoldedLine) -> Bool {
        let phrase = words[index].line
        for word in phrase.words.indices where line.bytes(start + word) != phrase.bytes(word) {
            return false
        }
        return words[index].label.map { Self.hasLabel(line.string, $0) } ?? true
    }

    /// Banners that come in whole sentences.
    private static let wordyKinds: Set<Furniture.Kind> = [
        .consent, .subscribe, .adBlock, .comments, .chatbot, .copyright, .logIn,
    ]

    /// The same for scripts without spaces: phrases stand anywhere between letters.
    func matchUnspaced(_ line: FoldedLine) -> Furniture.Match? {
        guard Self.isUnspaced(line.utf8) else { return nil }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        var bare = line.letters.drop(while: isDigit)
        while let last = bare.last, isDigit(last) { bare.removeLast() }
        let count = bare.count { $0 & 0xC0 != 0x80 }
        var found: Unspaced?
        for phrase in unspaced where found == nil || phrase.isSure {
            switch phrase.mode {
            case .whole where bare.elementsEqual(phrase.text): break
            case .start where count <= 40 && bare.starts(with: phrase.text): break
            case .anywhere where count <= 60 && bare.span.holds(phrase.text.span): break
            default: continue
            }
            found = phrase
            if phrase.isSure { break }
        }
        guard let phrase = found else { return nil }
        let length = phrase.text.count { $0 & 0xC0 != 0x80 }
        let text = String(decoding: phrase.text, as: UTF8.self)
        return Furniture.Match(
            kind: phrase.kind, phrase: text,
            strength: phrase.isSure
                ? .sure : length > 6 ? .notice : length > 3 ? .label : .word,
            isWhole: length == count,
            announces: phrase.mode == .start
                && [":", " :", " »", " →", "→"].contains { line.string.holds(text + $0) })
    }

    /// Whether a character from U+3040 to U+9FFF stands in it, or one of Thai.
    private static func isUnspaced(_ utf8: [UInt8]) -> Bool {
        let utf8 = utf8.span
        guard !utf8.isASCII else { return false }
        for index in utf8.indices where utf8[index] &- 0xE0 < 10 {
            let next = index + 1 < utf8.count ? utf8[index + 1] : 0
            if utf8[index] > 0xE3 || utf8[index] == 0xE3 && next > 0x80 { return true }
            if utf8[index] == 0xE0, next == 0xB8 || next == 0xB9 { return true }
        }
        return false
    }
}
