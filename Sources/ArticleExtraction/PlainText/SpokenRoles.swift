/// Takes out of a text what programs for the blind say of its parts: "heading level 2", "list with 4 items", "out of list".
enum SpokenRoles {
    typealias Line = LineSplitter.RawLine

    static func strip(_ lines: inout [Line]) {
        guard lines.contains(where: { level(of: $0.text) != nil }) else { return }
        lines = lines.dropping { isList($0.text) }
        for index in lines.indices {
            guard let (level, words) = level(of: lines[index].text) else { continue }
            lines[index].text = String(repeating: "#", count: level) + " " + words
        }
    }

    /// "heading level 2  The lock"
    private static func level(of text: String) -> (Int, Substring)? {
        guard let first = text.utf8.first, initials.contains(first), text.utf8.count <= 400
        else { return nil }
        let words = text.split(separator: " ", maxSplits: 3)
        for count in 1...2 where words.count > count + 1 {
            guard let level = Int(words[count]), (1...6).contains(level),
                headings.contains(TextFolding.fold(words[..<count].joined(separator: " ")))
            else { continue }
            return (level, text[words[count + 1].startIndex...].drop { $0 == " " })
        }
        return nil
    }

    private static let headings: Set<String> = Set(
        """
        heading level|uberschrift ebene|titre niveau|encabezado nivel|intestazione livello|titulo nivel|kop niveau|rubrik niva
        overskrift niva|overskrift niveau|otsikko taso|naglowek poziom|nadpis uroven|заголовок уровень|заголовок рівень|baslik duzeyi
        επικεφαλιδα επιπεδο|見出しレベル|标题级别|제목 수준|عنوان المستوى
        """.phrases.map(TextFolding.fold))
    private static let initials = Set(
        [
            "h", "H", "Ü", "t", "T", "e", "E", "i", "I", "k", "K", "r", "R", "o", "O", "n", "N",
            "з", "З", "b", "B", "ε", "Ε", "見", "标", "제", "ع",
        ]
        .compactMap { $0.utf8.first })

    private static func isList(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let folded = TextFolding.fold(text)
        if ends.contains(folded) { return true }
        let words = folded.split(separator: " ")
        guard words.count <= 5, let number = words.first(where: { Int($0) != nil }) else {
            return false
        }
        return beginnings.contains(where: folded.hasPrefix) && words.last != number
    }

    private static let ends: Set<String> = [
        "end of article", "main landmark", "banner landmark", "navigation landmark",
        "article landmark", "main", "out of list", "list end", "end of list", "list ende",
        "listenende", "ende der liste",
        "hors liste", "fin de liste", "fuera de lista", "fin de lista", "fuori elenco",
        "fora da lista", "uit lijst", "вне списка", "poza lista",
    ]
    private static let beginnings = [
        "list with ", "list of ", "liste mit ", "liste avec ", "liste de ", "lista con ",
        "elenco con ", "lista com ", "lijst met ", "список из ", "список с ", "lista z ",
    ]
}
