/// Finds the line that is the title.
enum TitleLine {
    /// The index of the line; nil where none looks like a title.
    static func find(in lines: [LineTraits], bodyStart: Int) -> Int? {
        let first = max(0, bodyStart - 40)
        let last = min(lines.count - 1, bodyStart + 3)
        guard first <= last else { return nil }
        var best = 0.0
        var found: Int?
        let naming = lines.filter { $0.weight <= 45 && ($0.isPath || $0.kind == .comments) }
        for index in first...last {
            let score = score(lines, index, bodyStart: bodyStart, naming)
            // Of equals the first: what follows a title repeats it.
            if score > best, !statesFigures(lines[index]) {
                best = score
                found = index
            }
        }
        return best >= 1 ? found : nil
    }

    /// The same, but where the first line is the title of a window, "Title - Site", the line that it
    /// repeats.
    static func visible(in lines: [LineTraits], bodyStart: Int) -> Int? {
        let found = find(in: lines, bodyStart: bodyStart)
        guard let first = lines.first, first.weight >= 3, first.weight <= 45, lines.count > 3 else {
            return found
        }
        var best: Int?
        for index in 1..<max(1, min(lines.count, bodyStart + 4)) {
            let line = lines[index]
            guard line.folded.utf8.count >= 12, line.weight >= 2, line.byline == nil,
                line.line.marker == .none || line.line.marker.isHeading,
                line.folded.utf8.count * 3 >= first.folded.utf8.count,
                first.folded.holds(line.folded)
            else { continue }
            // The last of the longest: paths and menus name it above.
            if line.folded.utf8.count >= best.map({ lines[$0].folded.utf8.count }) ?? 0 {
                best = index
            }
        }
        return best ?? found
    }

    /// - Parameter naming: the lines that may name the title again.
    private static func score(
        _ lines: [LineTraits], _ index: Int, bodyStart: Int, _ naming: [LineTraits]
    ) -> Double {
        let line = lines[index]
        guard !line.isFurniture, line.byline == nil, line.line.marker != .bullet else { return 0 }
        // One word is a title where it heads the text.
        let isHead =
            index == 0 && bodyStart <= 4 && lines.count > 1 && lines[1].line.blanksBefore > 0
        guard ((isHead ? 1 : 1.2)...32).contains(line.weight), !line.line.text.isLonger(than: 220)
        else { return 0 }
        if let date = line.date, line.line.text[date.range].count * 3 > line.line.text.count {
            return 0
        }
        var score = min(2, line.weight / 4)
        if line.endsSentence, !line.line.text.hasSuffix("?"), !line.line.text.hasSuffix("!") {
            score -= index >= bodyStart ? 3 : 1.2
        }
        if case .heading(let level) = line.line.marker { score += level == 1 ? 3 : 1 }
        if line.isProse { score -= 1 }
        if !line.startsCapital, line.smallShare < 1 { score -= 0.5 }
        // A path, the head of the comments and the page itself name it again.
        if isNamed(line.folded, in: naming) { score += 2.5 }
        if line.copies == 2 { score += 0.7 }
        if followed(lines, index, bodyStart: bodyStart) { score += 1.2 }
        // The first line of a text without a title is a sentence of it.
        let isSentence = OwnWords.isSentence(line.line.text) && !OwnWords.isQuestion(line.line.text)
        if index == 0, !isSentence || line.line.marker.isHeading || line.line.text.hasSuffix("!") {
            score += 1
        }
        if isSentence, PressRelease.day(ofDateline: line.line.text) != nil { return 0 }
        if index > bodyStart { score -= 1.5 }
        let distance = Double(max(0, bodyStart - index))
        return score - distance * 0.06
    }

    /// "Vote: 5 in favour, 2 against", "A. Holm (54), B. Moss (61)": each part of a line holds a figure, behind a label or
    /// in brackets.
    private static func statesFigures(_ line: LineTraits) -> Bool {
        let text = line.line.text
        guard mayHoldFigure(line), separators.contains(where: text.holds) else { return false }
        let colon = text.firstIndex { ":：".contains($0) }
        let parts = text[(colon.map { text.index(after: $0) } ?? text.startIndex)...]
            .split { separators.contains(String($0)) }
        return parts.count > 1
            && parts.allSatisfy { part in
                colon != nil && part.contains(where: \.isNumber)
                    || part.contains("(") && part.contains(")") && part.contains(where: \.isNumber)
            }
    }

    /// What parts figures from each other.
    private static let separators = [",", ";", "\u{37E}", "，", "、"]

    /// A number, or characters of which some are numerals: most lines have neither.
    private static func mayHoldFigure(_ line: LineTraits) -> Bool {
        line.digitShare > 0 || line.line.text.utf8.contains { (0xE3...0xE9).contains($0) }
    }

    private static func isNamed(_ folded: String, in naming: [LineTraits]) -> Bool {
        guard folded.utf8.count >= 12 else { return false }
        return naming.contains {
            $0.folded.utf8.count > folded.utf8.count && $0.folded.holds(folded)
        }
    }

    /// A byline or a date within the next lines.
    private static func followed(_ lines: [LineTraits], _ index: Int, bodyStart: Int) -> Bool {
        var next = index + 1
        while next < lines.count, next <= index + 4, next <= bodyStart + 2 {
            if lines[next].byline != nil || lines[next].date != nil { return true }
            if lines[next].kind == .count { return true }
            next += 1
        }
        return false
    }
}
