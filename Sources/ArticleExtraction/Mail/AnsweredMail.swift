import BriefModel

/// Takes off a mail in plain text what it answers, where that stands quoted below all of its own words.
enum AnsweredMail {
    typealias Line = LineSplitter.RawLine

    /// "On … wrote:" takes so many lines at most.
    private static let introduction = 3

    /// - Parameter isForwarded: whether the mail passes another on: then it answers none.
    static func cut(_ lines: inout [Line], isForwarded: Bool) {
        dropBareMarks(&lines)
        guard let last = lines.last, isQuoted(last) else {
            if !isForwarded { cutOriginal(&lines) }
            return
        }
        var start = lines.count
        while start > 0, isQuoted(lines[start - 1]) { start -= 1 }
        // Who wrote it, and when.
        var own = start
        for place in stride(from: start - 1, through: max(0, start - introduction), by: -1)
        where SentenceMarks.endsInColon(lines[start - 1].text) {
            own = place
            if lines[place].blanksBefore > 0 { break }
        }
        // What stands between answers is what they speak of, to the last.
        if lines[..<own].contains(where: isQuoted) { return }
        let quoted = PassedMail.words(of: lines[start...])
        if isForwarded || quoted >= PassedMail.words(of: lines[..<own]) + PassedMail.muchMore {
            for index in start..<lines.count { unquote(&lines[index]) }
            lines.removeSubrange(own..<start)
            if own > 0 { lines[own].blanksBefore = max(1, lines[own].blanksBefore) }
        } else {
            take(&lines, upTo: own)
        }
    }

    /// Lines that are nothing but marks of quotations, or rules, part paragraphs as empty ones do.
    private static func dropBareMarks(_ lines: inout [Line]) {
        var blanks = 0
        var rest: [Line] = []
        for var line in lines {
            let isRule =
                line.text == "--" || line.text.utf8.count > 4 && line.text.allSatisfy { $0 == "_" }
            if isRule || line.text.allSatisfy({ $0 == ">" || $0 == " " }) {
                blanks += line.blanksBefore + 1
                continue
            }
            line.blanksBefore += blanks
            blanks = 0
            rest.append(line)
        }
        lines = rest
    }

    private static func unquote(_ line: inout Line) {
        let text = line.text.drop { $0 == ">" || $0 == " " }
        let cut = line.text.count - text.count
        line.text = String(text)
        line.width = max(1, line.width - cut)
    }

    /// "-----Original Message-----", or the head of one, and all below it.
    private static func cutOriginal(_ lines: inout [Line]) {
        let mark = lines.indices.first { index in
            MailHead.saysOriginal(lines[index].text)
                || index > 0 && lines[index].blanksBefore > 0
                    && MailHead.stands(at: index, in: lines)
        }
        guard let mark else { return }
        take(&lines, upTo: mark)
    }

    private static func take(_ lines: inout [Line], upTo end: Int) {
        let own = lines[..<end].filter { !isQuoted($0) }
        guard PassedMail.words(of: own[...]) >= PassedMail.ownWords else { return }
        lines.removeSubrange(end...)
    }

    private static func isQuoted(_ line: Line) -> Bool { line.text.hasPrefix(">") }
}

extension KnownFacts {
    /// Who sends a letter: those that its foot may name again.
    var houses: [String] { authors + [site].compactMap { $0 } }
}
