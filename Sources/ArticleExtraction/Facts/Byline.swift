/// Reads the line that names the authors.
enum Byline {
    /// How sure the words are.
    enum Strength: Int, Comparable {
        /// "Writer: X", "Posted by X": often the account that put the page up.
        case label
        /// "By X".
        case signature

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    struct Reading: Equatable {
        var authors: [String]
        var strength: Strength
    }

    /// The authors that a line names, also where the date or another part stands before the byline:
    /// "5 May 2021 by A", "Culture | By A | 5 May".
    static func read(_ line: String) -> Reading? {
        if let reading = parse(line) { return reading }
        guard line.utf8.count <= 200 else { return nil }
        let reporters = KoreanCredit.names(in: line)
        if !reporters.isEmpty { return Reading(authors: reporters, strength: .signature) }
        let isPlain = !line.utf8.contains(0x7C) && !line.holds("•") && !line.holds("·")
        let parts = isPlain ? [] : line.split { "|•·".contains($0) }
        if parts.count > 1 {
            for part in parts {
                if let reading = parse(String(part)) { return reading }
            }
        }
        if let written = behindHelper(line) { return written }
        if let inner = behindLabel(line) { return inner }
        if let label = line.firstRange(of: " 作者"), label.lowerBound > line.startIndex {
            return parse(String(line[label.lowerBound...]).trimmed(of: " "))
        }
        if let date = StatedDate.first(in: line, order: .dayFirst) {
            return parse(String(line[date.range.upperBound...]).trimmed(of: " ,;:-–—|/"))
        }
        return nil
    }

    /// "Reviewed by A — Written by B": who wrote stands behind the dash.
    private static func behindHelper(_ line: String) -> Reading? {
        for dash in [" — ", " – ", " - "] {
            guard let place = line.firstRange(of: dash) else { continue }
            let first = TextFolding.fold(String(line[..<place.lowerBound]))
            guard HelperWords.open(first) else { continue }
            return parse(String(line[place.upperBound...]))
        }
        return nil
    }

    /// "Date: 5 May 2021 Author: A Source: B": the name stands between two labels.
    private static func behindLabel(_ line: String) -> Reading? {
        guard line.utf8.contains(0x3A) else { return nil }
        let words = line.split(separator: " ")
        for (index, word) in words.enumerated().dropFirst() where word.hasSuffix(":") {
            // "Edited by: A" is no label of an author's.
            let label = TextFolding.fold(String(word.dropLast()))
            guard isLabel(label), !prepositions.contains(label) else { continue }
            var name = words[(index + 1)...]
            if let next = name.firstIndex(where: { $0.hasSuffix(":") }) { name = name[..<next] }
            let names = NameLine.names(in: name.joined(separator: " "))
            if !names.isEmpty { return Reading(authors: names, strength: .signature) }
        }
        return nil
    }

    /// Whether a line is nothing but the word before a name: "Author:", "Von".
    static func isLabel(_ line: String) -> Bool {
        guard line.utf8.count < 30 else { return false }
        let word = TextFolding.fold(line).trimmed(of: " :：|")
        return openers.contains(word) && !ambiguousOpeners.contains(word)
    }

    /// The authors that a line names: "By A and B", "Von A", "Автор: A", "作者：A", "A - World Editor"
    /// after "by". nil for any other line; a sentence that begins with such a word is no byline.
    static func parse(_ line: String) -> Reading? {
        guard mayBegin(line.utf8Span.span) else { return nil }
        var text = line.trimmed(of: " \t*_-–—|•·>")
        if text.utf8.count > 240 {
            // A note may begin so: "By A B. A B is …"
            text = firstClause(String(text.prefix(120)))
            guard text.hasSuffix(".") else { return nil }
        }
        guard !text.isEmpty else { return nil }
        let folded = TextFolding.fold(text)
        for (opener, strength) in labels where folded.hasPrefix(opener) {
            let rest = dropFolded(text, opener)
            // "Posted by Ada Marl on 4 March": a day makes a byline of the name of an account.
            let isDated = strength == .label && StatedDate.first(in: rest, order: .dayFirst) != nil
            let names = AuthorNames.clean(firstClause(rest))
            if let first = names.first {
                let isSigned = isDated && !AuthorNames.isSingle(first)
                return Reading(authors: names, strength: isSigned ? .signature : strength)
            }
        }
        if let composed = composed(text, folded) { return composed }
        guard let space = text.firstIndex(where: { " :\u{A0}：=＝｜".contains($0) }) else {
            return nil
        }
        let opener = TextFolding.fold(String(text[..<space]))
        guard openers.contains(opener) else { return nil }
        if ChineseNames.posts.contains(opener) {
            let names = ReporterCredit.names(in: text)
            if !names.isEmpty { return Reading(authors: names, strength: .signature) }
        }
        let rest = withoutPost(String(text[space...]).trimmed(of: " :\u{A0}：=＝｜"))
        let clause = firstClause(rest)
        let hasColon = text[space...].prefix(2).contains { ":：=＝｜".contains($0) }
        guard hasColon && !OwnWords.isSentence(clause) || looksSigned(clause, opener: opener)
        else { return nil }
        let names = AuthorNames.clean(clause)
        return names.isEmpty ? nil : Reading(authors: names, strength: .signature)
    }

    /// "Gastbeitrag von Ada Marl", "Eine Kolumne von Ada Marl", "Articolo di Ada Marl": a kind of text, and the word before
    /// its author, behind which plain names stand.
    private static func composed(_ text: String, _ folded: String) -> Reading? {
        let words = text.split(separator: " ")
        let list = folded.split(separator: " ").map(String.init)
        guard list.count == words.count, list.count > 2, let first = list.first else { return nil }
        var index = articles.contains(first) ? 1 : 0
        while index < min(2, list.count), adjectives.contains(list[index]) { index += 1 }
        guard index + 2 < list.count, kinds.contains(list[index]),
            prepositions.contains(list[index + 1])
        else { return nil }
        let clause = firstClause(words[(index + 2)...].joined(separator: " "))
            .trimmed(of: " -–—,/")
        let dash = clause.firstRange(of: " - ")?.lowerBound ?? clause.endIndex
        let name = clause[..<dash].split { ",/|–—".contains($0) }.first ?? ""
        let parts = joined(name.split(separator: " "))
        guard !parts.isEmpty, parts.allSatisfy(isPlainName) else { return nil }
        let names = AuthorNames.clean(clause)
        return names.isEmpty ? nil : Reading(authors: names, strength: .signature)
    }

    /// "unserer Redakteurin Ada Marl", "onze redacteur Ada Marl" without the post.
    private static func withoutPost(_ text: String) -> String {
        var words = text.split(separator: " ")
        guard words.count > 2, let first = words.first,
            possessives.contains(TextFolding.fold(String(first)))
        else { return text }
        words.removeFirst(2)
        while words.count > 2, let first = words.first?.first, first.isLowercase {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }

    /// False where the first word of a line is surely none of those before a name.
    static func mayBegin(_ line: Span<UInt8>) -> Bool {
        var hash = ByteHash.seed
        var length = 0
        var index = 0
        while index < line.count {
            let start = index
            let value = UTF8Scalar.next(in: line, &index)
            let isSpace = TextFolding.isSpace(value)
            if length == 0, isSpace || bullets.contains(value) { continue }
            if value >= 0x80, TextFolding.isIgnored(value) { continue }
            // Some rare characters are the same as others to `String`.
            if value >= 0xF900, value < 0xFF00 { return true }
            let folded = TextFolding.folded(value)
            if isSpace || endsOpener(folded) { break }
            length += index - start
            if length > maxFirstWord { return false }
            ByteHash.add(folded, to: &hash)
        }
        return firstWords.known(hash) != nil
    }

    /// ":", "/", "=", "|", "・"
    private static func endsOpener(_ value: UInt32) -> Bool {
        switch value {
        case 0x3A, 0x2F, 0x3D, 0x7C, 0x30FB: true
        default: false
        }
    }

    /// What may stand before the first word.
    private static let bullets = Set("*_-–—|•·>".unicodeScalars.map(\.value))
    /// In bytes, before they are folded.
    private static let maxFirstWord = 40
    /// The hashes of the first words of all openers and labels, without a colon.
    private static let firstWords: KeyNumbers = {
        let words = openers.union(labels.map { String($0.0.prefix { !" :/・".contains($0) }) })
            .union(kinds).union(articles).union(adjectives)
        var numbers = KeyNumbers()
        for word in words {
            var hash = ByteHash.seed
            for scalar in word.unicodeScalars { ByteHash.add(scalar.value, to: &hash) }
            _ = numbers.number(hash)
        }
        return numbers
    }()

    /// What stands before the first sentence end or bar. An abbreviation's or initial's point is none.
    private static func firstClause(_ text: String) -> String {
        var words: [Substring] = []
        for word in text.split(whereSeparator: { " \u{3000}".contains($0) }) {
            if word == "|" || word == "•" || word == "·" { break }
            // "Text: Ada Marl Foto: Ben Holt", "文：山田花子 写真：鈴木健"
            if !words.isEmpty, HelperWords.isPicture(word.prefix { $0 != "：" }) { break }
            words.append(word)
            let letters = word.count(where: \.isLetter)
            let isShort =
                letters <= 2 || shortened.contains(TextFolding.fold(String(word)))
                || isInitials(word)
            if word.hasSuffix("."), !isShort { break }
        }
        return words.joined(separator: " ")
    }

    /// "J.R.R."
    private static func isInitials(_ word: Substring) -> Bool {
        word.split(separator: ".").allSatisfy { $0.count == 1 }
    }

    /// A name must follow, and little else: every word but particles and joiners begins with a capital
    /// as far as the tail ("in Berlin", "- Editor", ", Reporter").
    private static func looksSigned(_ clause: String, opener: String) -> Bool {
        let words = clause.split(separator: " ")
        guard (1...16).contains(words.count), let first = words.first?.unicodeScalars.first else {
            return false
        }
        let isElided = AuthorNames.isElided(String(words[0]))
        guard first.properties.isAlphabetic, !first.properties.isLowercase || isElided,
            !CaselessNames.isTold(clause)
        else { return false }
        guard ambiguousOpeners.contains(opener) else { return true }
        // "De" and "Da" begin ordinary lines: only plain names of two to five words follow.
        let undated = AuthorNames.withoutDate(clause)
        let name = (undated.split(separator: ",").first ?? "").split(separator: " ")
        let names = joined(name)
        return isPlainName(name) || names.count > 1 && names.allSatisfy(isPlainName)
    }

    private static func isPlainName(_ words: [Substring]) -> Bool {
        words.count > 1 && AuthorNames.isName(words.joined(separator: " "))
            && words.allSatisfy { word in
                word.first?.isUppercase ?? false || word.count <= 3
                    || AuthorNames.isElided(String(word))
            }
    }

    /// The names that words such as "and" join.
    private static func joined(_ words: [Substring]) -> [[Substring]] {
        words.split { AuthorNames.joiners.contains(String($0)) || $0 == "en" }.map(Array.init)
    }

    /// `text` without as many characters as make `opener` when folded.
    private static func dropFolded(_ text: String, _ opener: String) -> String {
        var rest = Substring(text)
        var taken = 0
        while taken < opener.count, !rest.isEmpty {
            rest = rest.dropFirst()
            taken += 1
        }
        return String(rest).trimmed(of: " :：\u{A0}-–|/=＝｜／・")
    }

    private static let shortened: Set<String> = [
        "dr.", "prof.", "mr.", "mrs.", "ms.", "jr.", "sr.", "st.", "rev.", "hon.", "mag.", "ing.",
        "ph.d.", "m.d.", "sen.", "gov.", "rep.",
    ]
}
