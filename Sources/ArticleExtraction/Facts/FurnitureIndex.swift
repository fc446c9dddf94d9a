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

        /// - Parameter words: those of the line, but for numbers at its ends.
        func mayStand(at start: Int, in words: Range<Int>) -> Bool {
            guard words.upperBound - start >= count else { return false }
            switch mode {
            case .whole: return start == words.lowerBound && words.count == count
            case .start: return start == words.lowerBound && words.count <= (isWordy ? 90 : 16)
            case .anywhere: return words.count <= (isWordy ? 60 : 20)
            }
        }

        /// Whether a colon after it would make the headline of another article of what follows, which may be longer than
        /// what stands around articles otherwise.
        func mayAnnounce(at start: Int, in words: Range<Int>) -> Bool {
            kind == .related && mode == .start && start == words.lowerBound
                && words.count >= count && words.count <= 40
        }
    }

    private struct Words {
        var line: FoldedLine
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
    private var unspaced: [(text: [UInt8], mode: Mode, kind: Furniture.Kind)] = []

    static let shared = FurnitureIndex()

    private init() {
        var byFirstWord: [UInt64: [(Phrase, Words)]] = [:]
        for (kind, lines) in FurniturePhrases.all {
            for raw in lines.split(whereSeparator: { $0 == "\n" || $0 == "|" }) {
                guard let (phrase, words) = phrase(String(raw), kind) else { continue }
                byFirstWord[words.line.hash(0), default: []].append((phrase, words))
            }
        }
        for (hash, found) in byFirstWord {
            _ = firstWords.number(hash)
            places.append(phrases.count..<phrases.count + found.count)
            isAnywhere.append(found.contains { $0.0.mode == .anywhere })
            phrases += found.map(\.0)
            words += found.map(\.1)
        }
    }

    /// nil for a phrase of a script without spaces, which is put aside, and for one without words.
    private mutating func phrase(_ raw: String, _ kind: Furniture.Kind) -> (Phrase, Words)? {
        let folded = TextFolding.fold(raw)
        let mode: Mode =
            folded.hasPrefix("*") ? .anywhere : folded.hasSuffix("*") ? .start : .whole
        let text = folded.trimmed(of: "* ")
        let line = FoldedLine(folded: Array(text.utf8))
        guard !line.words.isEmpty else { return nil }
        if Self.isUnspaced(line.utf8) {
            unspaced.append((line.utf8, mode, kind))
            return nil
        }
        let count = line.words.count
        let isWordy = count > 2 && Self.wordyKinds.contains(kind)
        return (
            Phrase(mode: mode, kind: kind, count: count, isWordy: isWordy),
            Words(line: line, label: text.hasSuffix(":") ? text : nil)
        )
    }

    /// The kind of the longest phrase that fits.
    func match(_ line: FoldedLine) -> Furniture.Kind? {
        let unnumbered = line.unnumbered
        let bare = unnumbered.isEmpty ? line.words.indices : unnumbered
        var best = -1
        var longest = 0
        for start in bare {
            guard let number = firstWords.known(line.hash(start)) else { continue }
            // All other phrases begin where the line does.
            guard start == bare.lowerBound || isAnywhere[number] else { continue }
            for index in places[number] where phrases[index].count > longest {
                let isShort = phrases[index].mayStand(at: start, in: bare)
                guard isShort || phrases[index].mayAnnounce(at: start, in: bare),
                    stands(index, at: start, in: line), isShort || announces(index, in: line)
                else { continue }
                best = index
                longest = phrases[index].count
            }
        }
        return best < 0 ? nil : phrases[best].kind
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
    func matchUnspaced(_ line: FoldedLine) -> Furniture.Kind? {
        guard Self.isUnspaced(line.utf8) else { return nil }
        let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
        var bare = line.letters.drop(while: isDigit)
        while let last = bare.last, isDigit(last) { bare.removeLast() }
        let count = bare.count { $0 & 0xC0 != 0x80 }
        for (text, mode, kind) in unspaced {
            switch mode {
            case .whole where bare.elementsEqual(text): return kind
            case .start where count <= 40 && bare.starts(with: text): return kind
            case .anywhere where count <= 60 && bare.span.holds(text.span): return kind
            default: continue
            }
        }
        return nil
    }

    /// Whether a character from U+3040 to U+9FFF stands in it.
    private static func isUnspaced(_ utf8: [UInt8]) -> Bool {
        for (index, byte) in utf8.enumerated() where (0xE3...0xE9).contains(byte) {
            if byte > 0xE3 || index + 1 < utf8.count && utf8[index + 1] > 0x80 { return true }
        }
        return false
    }
}
