/// Tells whether readers' comments follow a heading: their names and days, buttons to reply, "Ann says:".
struct CommentSigns {
    private(set) var count = 0
    /// So many lines behind the heading are looked at.
    static let reach = 40

    /// - Parameter line: a line behind the heading.
    mutating func read(_ line: String, length: Float) {
        guard length <= 16, line.utf8.count <= 200 else { return }
        let folded = FoldedLine(line)
        if let match = Furniture.match(folded), match.isWhole || match.strength >= .notice,
            match.kind == .comments || match.kind == .logIn,
            !CommentsHeading.matches(Array(line.utf8)[...]) || match.strength == .notice
        {
            count += 1
        } else if folded.words.last.map({ Self.says(folded, $0) }) ?? false {
            count += 2
        } else if isDated(folded) {
            count += 2
        } else if isTime(line, folded) {
            count += 1
        }
    }

    private static func says(_ line: FoldedLine, _ last: Range<Int>) -> Bool {
        line.utf8.last == 0x3A
            && verbs.contains(String(decoding: line.utf8[last], as: UTF8.self))
    }

    /// "Sid wrote on 4 March:"
    private func isDated(_ line: FoldedLine) -> Bool {
        guard line.utf8.last == 0x3A, (3...8).contains(line.words.count) else { return false }
        let verb = line.words.indices.first { Self.verbs.contains(line.word($0)) }
        return verb.map {
            $0 <= 3 && line.words.indices.suffix(from: $0).contains(where: line.isNumber)
        }
            ?? false
    }

    /// A day, or how long ago it was, beside a name at most.
    private func isTime(_ line: String, _ folded: FoldedLine) -> Bool {
        guard !OwnWords.isSentence(line) else { return false }
        if let date = StatedDate.first(in: line, order: .dayFirst) {
            let rest = line.distance(from: line.startIndex, to: date.range.lowerBound)
            return rest < 60
        }
        return folded.words.count >= 2
            && folded.words.indices.dropLast().contains { index in
                folded.isNumber(index)
                    && Self.spans.contains(folded.word(index + 1))
            }
    }

    private static let verbs: Set<String> = [
        "says", "said", "wrote", "writes", "commented", "sagt", "schrieb", "schreibt", "dit",
        "ecrit",
        "dice", "dijo", "escribio", "ha", "scrive", "diz", "disse", "zegt", "schreef", "skriver",
        "pisze", "пишет", "says:", "dedi",
    ]
    private static let spans: Set<String> = [
        "h", "d", "w", "hr", "hrs", "hour", "hours", "day", "days", "week", "weeks", "month",
        "months",
        "year", "years", "min", "mins", "minutes", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sep",
        "oct", "nov", "dec", "stunden", "tagen", "tage", "heures", "jours", "horas", "dias", "ore",
        "giorni", "uur", "dagen", "часов", "дней", "godzin", "dni", "mo", "yr",
    ]
}
