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
        var line: FoldedLine
        var mode: Mode
        var kind: Furniture.Kind
        /// Set where the phrase counts only with a colon after it.
        var label: String?
    }

    /// By the hash of their first word.
    private var byFirstWord: [UInt64: [Phrase]] = [:]
    /// A bit for the hash of each first word: nearly every other word is told by it.
    private var isFirst = [Bool](repeating: false, count: 1 << 14)
    private var unspaced: [(text: [UInt8], mode: Mode, kind: Furniture.Kind)] = []

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
        let line = FoldedLine(folded: Array(text.utf8))
        guard !line.words.isEmpty else { return }
        if Self.isUnspaced(line.utf8) {
            unspaced.append((line.utf8, mode, kind))
        } else {
            let label = text.hasSuffix(":") ? text : nil
            let first = ByteHash.of(line.bytes(0))
            isFirst[Self.bit(first)] = true
            byFirstWord[first, default: []].append(
                Phrase(line: line, mode: mode, kind: kind, label: label))
        }
    }

    private static func bit(_ hash: UInt64) -> Int { Int(hash >> 20 & 0x3FFF) }

    /// The kind of the longest phrase that fits.
    func match(_ line: FoldedLine) -> Furniture.Kind? {
        var bare = line.words.indices
        while let first = bare.first, line.isNumber(first) { bare.removeFirst() }
        while let last = bare.last, line.isNumber(last) { bare.removeLast() }
        if bare.isEmpty { bare = line.words.indices }
        var best: Phrase?
        for start in bare {
            let hash = ByteHash.of(line.bytes(start))
            guard isFirst[Self.bit(hash)], let phrases = byFirstWord[hash] else { continue }
            for phrase in phrases where phrase.line.words.count > best?.line.words.count ?? 0 {
                if let label = phrase.label, !Self.hasLabel(line.string, label) { continue }
                if fits(phrase, line, bare, at: start) { best = phrase }
            }
        }
        return best?.kind
    }

    private static func hasLabel(_ folded: String, _ label: String) -> Bool {
        let start = folded.unicodeScalars.drop { !TextFolding.isWordPart($0) }
        let text = String(start)
        return text.hasPrefix(label) || text.hasPrefix(label.dropLast() + " :")
    }

    private func fits(_ phrase: Phrase, _ line: FoldedLine, _ words: Range<Int>, at start: Int)
        -> Bool
    {
        let count = phrase.line.words.count
        guard words.upperBound - start >= count else { return false }
        for index in 0..<count where line.bytes(start + index) != phrase.line.bytes(index) {
            return false
        }
        // Only a phrase of some length says what a whole sentence is about.
        let isWordy = count > 2 && Self.wordyKinds.contains(phrase.kind)
        switch phrase.mode {
        case .whole: return start == words.lowerBound && words.count == count
        case .start: return start == words.lowerBound && words.count <= (isWordy ? 90 : 16)
        case .anywhere: return words.count <= (isWordy ? 60 : 20)
        }
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
