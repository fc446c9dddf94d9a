/// Frees headings of the article's own parts from what their words are elsewhere: "Related articles", "Tags" and
/// "Comments" head furniture, but a part of the text where sentences stand below them and the text goes on behind.
///
/// A page keeps such lines as well, by what the judge says of them.
enum OwnSections {
    /// The lines, those that are the article's own as plain ones.
    static func freed(_ lines: [LineTraits]) -> [LineTraits] {
        guard lines.contains(where: { $0.kind != nil }) else { return lines }
        let texts = lastText(in: lines)
        var freed = lines
        // Backwards: a part may be followed by another one of such a heading.
        for index in lines.indices.reversed() where lines[index].kind != nil {
            if isSign(lines[index]), index < texts {
                freed[index] = lines[index].freed(isHeading: false)
            } else if heads(index, freed) {
                freed[index] = lines[index].freed(isHeading: true)
            }
        }
        return ToldWalls.freed(freed)
    }

    /// Heads of longer parts are looked through no further.
    private static let reach = 400
    private static let longestHeading = 6.0

    private static func heads(_ index: Int, _ lines: [LineTraits]) -> Bool {
        let line = lines[index]
        guard let kind = line.kind, kinds.contains(kind), line.weight <= longestHeading,
            line.line.marker == .none || line.line.marker.isHeading,
            line.line.marker.isHeading || line.line.blanksBefore > 0,
            !OwnWords.isSentence(line.line.text), index + 1 < lines.count,
            let match = Furniture.match(FoldedLine(folded: Array(line.folded.utf8))),
            match.isWhole, match.strength < .notice, !match.isAppeal,
            isText(lines[index + 1], below: kind)
        else { return false }
        let next = nextPart(behind: index, lines)
        switch kind {
        case .comments:
            return next.isFound && !haveReaders(lines[index + 1..<next.end])
        case .resources, .authorNote, .related:
            // Below a heading that is marked as one a paragraph is text, as on a page.
            return next.isFound || line.line.marker.isHeading && lines[index + 1].isProse
        default:
            return next.isFound
        }
    }

    /// A sentence that says something of its own: no address, no note on a person.
    private static func isText(_ line: LineTraits, below kind: Furniture.Kind) -> Bool {
        !line.isFurniture && line.line.marker == .none && OwnWords.isSentence(line.line.text)
            && line.weight >= 2 && !line.hasAddress
            && (kind != .authorNote || AuthorNote.name(in: line.line.text) == nil)
            && line.byline == nil
    }

    /// Where the next part begins, and whether it is text of the article: a heading of this level, or long prose.
    private static func nextPart(
        behind index: Int, _ lines: [LineTraits]
    ) -> (end: Int, isFound: Bool) {
        let level = level(of: lines[index])
        let end = min(lines.count, index + reach)
        var name: Int?
        for place in index + 2..<max(index + 2, end) {
            let line = lines[place]
            if line.isFurniture { return (place, false) }
            if isHeading(place, lines), level.map({ self.level(of: line) ?? 9 <= $0 }) ?? true {
                if level != nil || NameLine.names(in: line.line.text).isEmpty {
                    return (name ?? place, true)
                }
                // One short line may be taken for a name; several of them are readers.
                if name != nil { return (place, false) }
                name = place
            }
            let isLong = line.isProse && line.weight >= 24 && lines[index].kind != .comments
            if level == nil, isLong { return (place, true) }
        }
        return (name ?? end, name != nil)
    }

    private static func isHeading(_ index: Int, _ lines: [LineTraits]) -> Bool {
        let line = lines[index]
        guard index + 1 < lines.count, line.weight <= 14, line.date == nil, line.byline == nil,
            !line.hasAddress
        else { return false }
        let next = lines[index + 1]
        guard !next.isFurniture, OwnWords.isSentence(next.line.text) || next.isProse else {
            return line.line.marker.isHeading
        }
        if line.line.marker.isHeading { return true }
        return line.line.marker == .none && line.line.blanksBefore > 0
            && !SentenceMarks.endsSentence(line.line.text) && !line.line.text.hasSuffix(":")
            && (line.startsCapital || line.smallShare == 1)
    }

    private static func level(of line: LineTraits) -> Int? {
        if case .heading(let level) = line.line.marker { return level }
        return nil
    }

    private static func haveReaders(_ lines: ArraySlice<LineTraits>) -> Bool {
        var signs = CommentSigns()
        for line in lines.prefix(CommentSigns.reach) {
            signs.read(line.line.text, length: Float(line.weight))
            if !NameLine.names(in: line.line.text).isEmpty { return true }
        }
        return signs.count > 0
    }

    /// "© 2020 is what the stone says": a sentence that begins with a sign, and no owner's notice.
    private static func isSign(_ line: LineTraits) -> Bool {
        guard line.kind == .copyright, line.weight >= 4, OwnWords.isSentence(line.line.text),
            !rights.contains(where: line.folded.holds)
        else { return false }
        return line.smallShare >= 0.6 && !line.isUnspaced
    }

    private static let rights = [
        "rights", "rechte", "droits", "derechos", "diritti", "direitos", "copyright", "licens",
        "licenc", "permission", "права",
    ]

    /// Where the last line of the text stands.
    private static func lastText(in lines: [LineTraits]) -> Int {
        lines.lastIndex { !$0.isFurniture && $0.weight >= 3 } ?? 0
    }

    private static let kinds: Set<Furniture.Kind> = [
        .comments, .related, .resources, .authorNote, .tags, .share, .follow, .count,
        .subscribe, .navigation,
    ]
}
