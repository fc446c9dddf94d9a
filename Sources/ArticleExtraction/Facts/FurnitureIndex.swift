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
        var words: [Substring]
        var mode: Mode
        var kind: Furniture.Kind
        /// Set where the phrase counts only with a colon after it.
        var label: String?
    }

    private var byFirstWord: [Substring: [Phrase]] = [:]
    private var unspaced: [(text: String, mode: Mode, kind: Furniture.Kind)] = []

    static let shared = FurnitureIndex()

    private init() {
        for (kind, lines) in FurniturePhrases.all {
            for line in lines.split(separator: "\n") {
                for phrase in line.split(separator: "|") { add(String(phrase), kind) }
            }
        }
    }

    private mutating func add(_ raw: String, _ kind: Furniture.Kind) {
        let folded = TextFolding.fold(raw)
        let mode: Mode =
            folded.hasPrefix("*") ? .anywhere : folded.hasSuffix("*") ? .start : .whole
        let text = folded.trimmed(of: "* ")
        let words = TextFolding.words(ofFolded: text)
        guard let first = words.first else { return }
        if Self.isUnspaced(text) {
            unspaced.append((text, mode, kind))
        } else {
            let label = text.hasSuffix(":") ? text : nil
            let phrase = Phrase(words: words, mode: mode, kind: kind, label: label)
            byFirstWord[first, default: []].append(phrase)
        }
    }

    /// The kind of the longest phrase that fits.
    func match(_ words: [Substring], in folded: String) -> Furniture.Kind? {
        var bare = words[...]
        while let first = bare.first, first.allSatisfy(\.isNumber) { bare.removeFirst() }
        while let last = bare.last, last.allSatisfy(\.isNumber) { bare.removeLast() }
        if bare.isEmpty { bare = words[...] }
        var best: Phrase?
        for start in bare.indices {
            guard let phrases = byFirstWord[bare[start]] else { continue }
            for phrase in phrases where phrase.words.count > best?.words.count ?? 0 {
                if let label = phrase.label, !Self.hasLabel(folded, label) { continue }
                if fits(phrase, bare, at: start) { best = phrase }
            }
        }
        return best?.kind
    }

    private static func hasLabel(_ folded: String, _ label: String) -> Bool {
        let start = folded.unicodeScalars.drop { !TextFolding.isWordPart($0) }
        let text = String(start)
        return text.hasPrefix(label) || text.hasPrefix(label.dropLast() + " :")
    }

    private func fits(_ phrase: Phrase, _ words: ArraySlice<Substring>, at start: Int) -> Bool {
        guard words.endIndex - start >= phrase.words.count else { return false }
        for (index, word) in phrase.words.enumerated() where words[start + index] != word {
            return false
        }
        // Only a phrase of some length says what a whole sentence is about.
        let isWordy = Self.wordyKinds.contains(phrase.kind) && phrase.words.count > 2
        switch phrase.mode {
        case .whole: return start == words.startIndex && words.count == phrase.words.count
        case .start: return start == words.startIndex && words.count <= (isWordy ? 90 : 16)
        case .anywhere: return words.count <= (isWordy ? 60 : 20)
        }
    }

    /// Banners that come in whole sentences.
    private static let wordyKinds: Set<Furniture.Kind> = [
        .consent, .subscribe, .adBlock, .comments, .chatbot, .copyright, .logIn,
    ]

    func matchUnspaced(_ folded: String) -> Furniture.Kind? {
        guard Self.isUnspaced(folded) else { return nil }
        let letters = String(
            String.UnicodeScalarView(folded.unicodeScalars.filter(TextFolding.isWordPart)))
        let bare = letters.trimmed(of: "0123456789")
        let count = bare.unicodeScalars.count
        for (text, mode, kind) in unspaced {
            switch mode {
            case .whole where bare == text: return kind
            case .start where count <= 40 && bare.hasPrefix(text): return kind
            case .anywhere where count <= 60 && bare.contains(text): return kind
            default: continue
            }
        }
        return nil
    }

    private static func isUnspaced(_ text: String) -> Bool {
        text.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) }
    }
}
