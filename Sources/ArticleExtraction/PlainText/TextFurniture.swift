/// Decides which lines of a text that is the article are furniture, by the same rules as on a page (`RegionCleaner`):
/// phrases never take a heading of what is kept, an item of a list, speech, a question, an answer or a sentence that
/// merely begins like them.
struct TextFurniture {
    private let lines: [LineTraits]
    private let matches: [Furniture.Match?]

    init(_ lines: [LineTraits]) {
        self.lines = lines
        guard lines.contains(where: { $0.kind != nil }) else {
            matches = [Furniture.Match?](repeating: nil, count: lines.count)
            return
        }
        let text = lines.lazy.filter(\.isProse).map { Array($0.folded.utf8)[...] }
        let languages = PhraseLanguages.of(stated: nil, text: text)
        matches = lines.map { line in
            line.kind == nil
                ? nil
                : Furniture.match(FoldedLine(folded: Array(line.folded.utf8)), in: languages)
        }
    }

    /// Whether a line goes.
    func isFurniture(_ index: Int) -> Bool {
        let line = lines[index]
        guard let match = matches[index] else { return line.isPictureName || line.isPath }
        return match.isAdvertisement || match.strength == .sure || !isOwn(index, line, match)
    }

    private func isOwn(_ index: Int, _ line: LineTraits, _ match: Furniture.Match) -> Bool {
        switch line.line.marker {
        case .heading: return isText(index + 1)
        case .bullet, .ordered: if isItem(index) { return true }
        case .quote, .none: break
        }
        if match.strength >= .notice { return false }
        let text = line.line.text
        if match.strength == .word || match.isWhole,
            OwnWords.isSpeech(text) || OwnWords.isShortSentence(text, words: Float(line.weight))
        {
            return true
        }
        if match.announces { return false }
        if OwnWords.isQuestion(text) { return isText(index + 1) }
        if isAnswer(index, line) { return true }
        if line.weight >= 4, OwnWords.isSentence(text) {
            return match.strength == .word || !match.isAppeal && stands(index)
        }
        return match.mayHead && line.weight <= 14 && heads(index, line)
    }

    /// Whether a line is there, and no furniture.
    private func isText(_ index: Int) -> Bool {
        lines.indices.contains(index) && matches[index] == nil && !lines[index].isFurniture
    }

    /// Whether prose stands on both sides.
    private func stands(_ index: Int) -> Bool {
        isProse(index - 1) && isProse(index + 1)
    }

    private func isProse(_ index: Int) -> Bool {
        lines.indices.contains(index) && lines[index].isProse && matches[index] == nil
    }

    /// A short line above prose, with the article before it.
    private func heads(_ index: Int, _ line: LineTraits) -> Bool {
        guard isProse(index + 1), line.startsCapital || line.isUnspaced || line.smallShare == 1
        else { return false }
        var before = index - 1
        while before >= 0, before >= index - 3, !lines[before].isFurniture {
            if isProse(before) { return true }
            before -= 1
        }
        return before < 0
    }

    private func isAnswer(_ index: Int, _ line: LineTraits) -> Bool {
        guard index > 0, line.weight <= 12, OwnWords.isSentence(line.line.text) else {
            return false
        }
        let isFurniture = matches[index - 1].map { $0.strength >= .notice } ?? false
        return !isFurniture && OwnWords.isQuestion(lines[index - 1].line.text)
    }

    /// An item beside others that bear no phrase.
    private func isItem(_ index: Int) -> Bool {
        [-1, 1].contains { step in
            var place = index + step
            // A few on either side: a list of a million items is read in one pass all the same.
            while lines.indices.contains(place), abs(place - index) <= 20, isListed(place) {
                if matches[place] == nil, !lines[place].isFurniture { return true }
                place += step
            }
            return false
        }
    }

    private func isListed(_ index: Int) -> Bool {
        switch lines[index].line.marker {
        case .bullet, .ordered: true
        default: false
        }
    }
}
