import BriefModel

/// Takes off a mail in plain text what it answers, where that stands quoted below all of its own words.
enum AnsweredMail {
    typealias Line = LineSplitter.RawLine

    /// Words of a letter of one's own.
    private static let ownWords = 20
    /// "On … wrote:" takes so many lines at most.
    private static let introduction = 3

    static func cut(_ lines: inout [Line]) {
        guard let last = lines.last, isQuoted(last) else { return cutOriginal(&lines) }
        var start = lines.count
        while start > 0, isQuoted(lines[start - 1]) { start -= 1 }
        // Who wrote it, and when.
        var own = start
        for place in stride(from: start - 1, through: max(0, start - introduction), by: -1)
        where lines[start - 1].text.hasSuffix(":") || lines[start - 1].text.hasSuffix("：") {
            own = place
            if lines[place].blanksBefore > 0 { break }
        }
        take(&lines, upTo: own)
    }

    /// "-----Original Message-----", or the head of one, and all below it.
    private static func cutOriginal(_ lines: inout [Line]) {
        let mark = lines.indices.first { index in
            let text = lines[index].text
            return text.hasPrefix("-----")
                && originals.contains(TextFolding.fold(text).trimmed(of: "- "))
                || index > 0 && lines[index].blanksBefore > 0
                    && MailHead.stands(at: index, in: lines)
        }
        guard let mark else { return }
        take(&lines, upTo: mark)
    }

    private static func take(_ lines: inout [Line], upTo end: Int) {
        let words = lines[..<end].reduce(0) { sum, line in
            isQuoted(line) ? sum : sum + line.text.split(separator: " ").count
        }
        guard words >= ownWords else { return }
        lines.removeSubrange(end...)
    }

    private static func isQuoted(_ line: Line) -> Bool { line.text.hasPrefix(">") }

    private static let originals: Set<String> = [
        "original message", "ursprungliche nachricht", "message d'origine", "mensaje original",
        "messaggio originale", "mensagem original", "oorspronkelijk bericht",
        "ursprungligt meddelande", "oprindelig meddelelse", "opprinnelig melding",
        "wiadomosc oryginalna", "исходное сообщение", "原始邮件", "元のメッセージ",
    ]
}

extension KnownFacts {
    /// Who sends a letter: those that its foot may name again.
    var houses: [String] { authors + [site].compactMap { $0 } }
}
