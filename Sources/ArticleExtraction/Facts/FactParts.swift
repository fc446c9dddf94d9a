/// Reads a line that states facts and nothing else: "Ann Miller | 4 March 2026", "By Ann Miller 5 min read",
/// "Publié le 4 mars 2026 à 10h15".
struct FactParts {
    /// What the line is most of all.
    private(set) var kind: OpeningLines.Kind
    private(set) var isKnownAuthor = false

    /// nil where a part of the line is none of these facts.
    ///
    /// - Parameter authors: folded.
    init?(_ line: String, authors: [String]) {
        let (rest, days) = Self.withoutDays(line)
        var kinds = [OpeningLines.Kind](repeating: .date, count: days)
        let parts = rest.flatMap { $0.split(whereSeparator: Self.divides) }
        // "The Market Hall, 4 March 2026." tells; "10 a.m." does not.
        let isTold = OwnWords.isSentence(line) && !line.hasSuffix("m.")
        for part in parts {
            var text = String(part).trimmed(of: Self.marks)
            if kinds.contains(.date) { text = Self.withoutSource(text) }
            if ReadingTime.take(from: &text) { kinds.append(.readingTime) }
            text = Self.withoutMail(text).trimmed(of: Self.marks)
            if text.isEmpty { continue }
            // "(水)10時15分": the brackets are the word's.
            if kinds.contains(.date), DateLineWords.areAll(in: text, asWritten: part) { continue }
            if kinds.contains(.date), Furniture.kind(of: text) == .tags { continue }
            // "14.07.2026Verkehr": two elements without a blank between them.
            if kinds == [.date], !isTold, Self.isGlued(part, in: line) { continue }
            // "By Ann Miller | 4 March 2026 | Business"
            if kinds.contains(.byline), kinds.contains(.date), !isTold,
                Self.isSection(part, in: line)
            {
                continue
            }
            guard
                let isKnown = Self.names(
                    text, authors, besideDate: kinds.contains(.date) && !isTold)
            else {
                return nil
            }
            kinds.append(.byline)
            if isKnown { isKnownAuthor = true }
        }
        guard let most = [.byline, .date, .readingTime].first(where: kinds.contains) else {
            return nil
        }
        kind = most
    }

    /// One word right behind the last figure of the line.
    private static func isGlued(_ part: Substring, in line: String) -> Bool {
        guard line.hasSuffix(part), let first = part.first, first.isLetter, first.isUppercase,
            part.split(separator: " ").count <= 2
        else { return false }
        return line.dropLast(part.count).last?.isNumber ?? false
    }

    /// A few words at the end of a line that bars divide: the part of the site.
    private static func isSection(_ part: Substring, in line: String) -> Bool {
        let bars = line.split { "|·•".contains($0) }
        return bars.count > 2 && part.split(separator: " ").count <= 3
            && bars.last.map { String($0).trimmed(of: marks) } == String(part).trimmed(of: marks)
    }

    /// "来源：海湾日报": the house behind the word, up to the next space.
    private static func withoutSource(_ text: String) -> String {
        guard let label = sources.lazy.compactMap({ text.firstRange(of: $0) }).first,
            let mark = text[label.upperBound...].first, "：:".contains(mark)
        else { return text }
        let house = text[label.upperBound...].dropFirst().drop { $0 == " " }.prefix { $0 != " " }
        return String(text[..<label.lowerBound] + text[house.endIndex...]).trimmed(of: marks)
    }

    private static let sources = ["来源", "來源", "稿源", "出处", "出處", "출처", "情報源"]

    /// How to reach the writer is no part of the name.
    private static func withoutMail(_ text: String) -> String {
        guard text.utf8.contains(0x40) else { return text }
        return text.split(separator: " ").filter { !$0.contains("@") || !$0.contains(".") }
            .joined(separator: " ")
    }

    /// What stands around the day of publication and that of a change.
    private static func withoutDays(_ line: String) -> (rest: [String], days: Int) {
        var passed: [String] = []
        var text = line
        while passed.count < 2, let date = StatedDate.first(in: text, order: .dayFirst) {
            passed.append(String(text[..<date.range.lowerBound]))
            text = String(text[date.range.upperBound...])
        }
        return (passed + [text], passed.count)
    }

    /// Whether a text names authors and says nothing else, and whether they are known; nil where it does not.
    private static func names(_ text: String, _ authors: [String], besideDate: Bool) -> Bool? {
        let folded = TextFolding.fold(text).trimmed(of: ".")
        let words = text.split(separator: " ").count
        // Also with a post behind the name.
        if authors.contains(where: { folded == $0 || folded.hasPrefix($0 + ",") && words <= 9 }) {
            return true
        }
        if words <= 9, deeds.contains(where: folded[...].hasPrefix) { return false }
        if houses.contains(folded) { return false }
        if words <= 6, boards.contains(where: folded[...].hasPrefix) { return false }
        let reporters = KoreanCredit.names(in: text)
        if !reporters.isEmpty, words <= 2 * reporters.count + 1 {
            return reporters.map(TextFolding.fold).contains(where: authors.contains)
        }
        guard let byline = Byline.parse(text) else {
            return besideDate && !NameLine.names(in: text).isEmpty ? false : nil
        }
        let named = byline.authors.map(TextFolding.fold)
        let length = byline.authors.reduce(0) { $0 + $1.split(separator: " ").count }
        // Beside the names stand "By", "and", a post or a place.
        guard words <= length + byline.authors.count + 6,
            !OwnWords.isSentence(text) || named.contains(where: { folded.hasSuffix($0) })
        else { return nil }
        return named.contains(where: authors.contains)
    }

    /// What others than the author did.
    private static let deeds = [
        "edited by ", "photographs by ", "photography by ", "photos by ", "pictures by ",
        "illustrations by ", "illustration by ", "illustrated by ", "translated by ",
        "additional reporting by ", "reporting from ", "reporting by ", "video by ", "graphics by ",
        "reviewed by ", "fact-checked by ",
        "medically reviewed by ",
    ]
    /// Who signs for all that write there; folded.
    private static let houses = Set(
        """
        staff|staff reporter|staff writer|staff report|editorial team|editorial staff|news desk|web desk|newsroom|our correspondent
        redacción|redação|da redação|redazione|la redazione|la rédaction|rédaction|redaktion|die redaktion|von der redaktion
        redactie|redaktionen|redaksjonen|toimitus|redakcja|redakce|redakcia|szerkesztőség|redacția|редакция|редакція|редакцията
        haber merkezi|haber masası|σύνταξη|η σύνταξη|أسرة التحرير|هيئة التحرير|تحریریه|המערכת|ban biên tập|tòa soạn|redaksi|tim redaksi
        编辑部|本报讯|編輯部|編集部|편집국|편집부|กองบรรณาธิการ|वेब डेस्क|ডেস্ক রিপোর্ট
        """.phrases.map(TextFolding.fold))
    private static let boards = [
        "by the editorial board", "by the editors", "by editorial board", "by our ", "by staff",
        "by the associated press", "by a staff ",
    ]

    private static let marks = " \u{A0},;:-–—|/·•●()[]「」"

    private static func divides(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.dropFirst().isEmpty else { return false }
        switch first {
        case "|", "•", "·", "●", "∙", "‧", "\n": return true
        default: return false
        }
    }
}

/// "5 min read", and what other languages say.
enum ReadingTime {
    /// Takes the time that reading takes out of a text.
    static func take(from text: inout String) -> Bool {
        if let match = Furniture.match(FoldedLine(text)), match.kind == .count,
            match.isWhole || text.utf8.contains(where: { (0x30...0x39).contains($0) })
        {
            text = ""
            return true
        }
        guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return false }
        var words = text.split(separator: " ").map(String.init)
        // "5–6 minutes", as browsers write it above what they show for reading.
        if words.count == 2, isRange(words[0]), minutes.contains(TextFolding.fold(words[1])) {
            text = ""
            return true
        }
        for index in words.indices.dropLast() where Int(words[index]) != nil {
            guard minutes.contains(TextFolding.fold(words[index + 1]).trimmed(of: ".")) else {
                continue
            }
            var end = index + 2
            while end < words.count, reading.contains(TextFolding.fold(words[end])) { end += 1 }
            var start = index
            while start > 0, isBefore(words[start - 1]) { start -= 1 }
            guard end > index + 2 || index - start > 1 else { continue }
            words.removeSubrange(start..<end)
            text = words.joined(separator: " ")
            return true
        }
        return false
    }

    /// "4 min", which says how long reading takes where it stands among other facts.
    static func areMinutes(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let digits = text.prefix { $0.isNumber }
        guard (1...3).contains(digits.count) else { return false }
        let word = TextFolding.fold(String(text.dropFirst(digits.count))).trimmed(of: " .")
        return minutes.contains(word) || unspaced.contains(word)
    }

    private static let unspaced: Set<String> = ["分", "分钟", "分鐘", "분", "นาที", "मिनट"]

    private static let minutes: Set<String> = [
        "min", "mins", "minute", "minutes", "minuten", "minutos", "minuti", "minuto", "minut",
        "minutter", "minuter", "minuuttia", "minuty", "мин", "минут", "минуты", "хв", "dk",
        "dakika",
        "λεπτα", "phut", "perc", "דקות", "دقائق",
    ]
    private static func isRange(_ word: String) -> Bool {
        let ends = word.split { "-–—~".contains($0) }
        return ends.count == 2 && ends.allSatisfy { Int($0) != nil }
    }

    /// "Reading time:", "זמן קריאה".
    private static func isBefore(_ word: String) -> Bool {
        let folded = TextFolding.fold(word).trimmed(of: ":")
        return reading.contains(folded) || times.contains(folded)
    }

    private static let times: Set<String> = [
        "time", "tempo", "temps", "tiempo", "czas", "doba", "время", "час", "χρονος", "זמן", "وقت",
        "مدة", "sure", "estimated",
    ]

    private static let reading: Set<String> = [
        "read", "reading", "of", "lesezeit", "lesedauer", "de", "lecture", "di", "lettura",
        "lectura",
        "leitura", "lezen", "leestijd", "lasning", "lastid", "lesetid", "laesning", "laesetid",
        "lukuaika", "czytania", "cteni", "чтения", "на", "чтение", "читання", "okuma", "suresi",
        "αναγνωσης", "αναγνωση", "doc", "olvasas", "olvasasi", "ido", "קריאה", "للقراءة", "قراءة",
    ]
}
