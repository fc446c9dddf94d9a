/// Reads the authors off lines that say nothing but a name: below a label, or beside the date.
enum NameLine {
    /// The names that a line holds and nothing else; empty for any other line. Each is of two words or
    /// more, since a single one may be a menu's.
    static func names(in text: String) -> [String] {
        guard text.utf8.count <= 120, !text.utf8.contains(where: { (0x30...0x39).contains($0) }),
            !CaselessNames.endsSentence(text)
        else { return [] }
        let names = AuthorNames.clean(text)
        let isWhole = wordCount(text) <= names.reduce(0) { $0 + wordCount($1) } + names.count - 1
        guard isWhole,
            names.allSatisfy({ name in
                (2...4).contains(wordCount(name)) && CaselessNames.mayBe(name) || isUnspaced(name)
            })
        else {
            return []
        }
        return names
    }

    /// Whether a line is only the label of the next one: "Written by:", "Author".
    static func isLabel(_ line: LineTraits) -> Bool {
        line.weight <= 4 && labels.contains(line.folded.trimmed(of: " :.-–—|"))
    }

    private static func wordCount(_ text: String) -> Int {
        text.split(whereSeparator: \.isWhitespace).count
    }

    private static func isUnspaced(_ name: String) -> Bool {
        (2...4).contains(name.count)
            && name.unicodeScalars.allSatisfy { (0x3041...0x9FFF).contains($0.value) }
    }

    private static let labels: Set<String> = [
        "by", "written by", "author", "authors", "article by", "article author", "article authors",
        "words by", "story by", "about the author", "posted by", "published by", "von", "autor",
        "autorin", "autoren", "geschrieben von", "ein artikel von", "par", "auteur", "auteurs",
        "ecrit par", "por", "escrito por", "autora", "autores", "di", "scritto da", "autore",
        "door",
        "geschreven door", "av", "skriven av", "af", "skrevet af", "автор", "авторы", "作者", "文",
        "撰文", "著者", "筆者",
    ]
}
