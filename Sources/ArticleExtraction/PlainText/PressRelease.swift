/// The marks of a press release in a text: the line that sets it free, the day of its dateline, and the sign of its end.
enum PressRelease {
    /// Takes the lines off that say that a release may be printed, and what stands behind the sign of its end.
    static func strip(_ lines: inout [LineSplitter.RawLine]) {
        let isRelease = lines.prefix(12).contains { isPermission($0.text) }
        dropContact(&lines, isRelease: isRelease)
        var start = 0
        lines.removeAll { line in
            start += 1
            return start <= 12 && (isPermission(line.text) || isRelease && isContact(line.text))
        }
        guard let end = lines.lastIndex(where: { isEnd($0.text) }), end > 0 else { return }
        let rest = lines[end...].reduce(0) { $0 + $1.text.utf8.count }
        let all = lines.reduce(0) { $0 + $1.text.utf8.count }
        if isRelease || rest * 4 < all { lines.removeSubrange(end...) }
    }

    /// "TIDEMOUTH, March 4, 2026 — The board …": the day with which a text begins, behind a place and before a dash.
    static func day(ofDateline line: String) -> String? {
        let beginning = String(line.beginning(90))
        guard let date = StatedDate.first(in: beginning, order: .dayFirst),
            let first = beginning.unicodeScalars.first, !first.properties.isLowercase
        else { return nil }
        let before = beginning[..<date.range.lowerBound]
        var rest = beginning[date.range.upperBound...].drop { " .,".contains($0) }
        // "5 марта 2026 г."
        if let year = years.first(where: rest.hasPrefix) {
            rest = rest.dropFirst(year.count).drop { " .,".contains($0) }
        }
        if rest.first == "(" || rest.first == "/" {
            let close: Character = rest.first == "(" ? ")" : "/"
            guard let end = rest.dropFirst().firstIndex(of: close) else { return nil }
            rest = rest[rest.index(after: end)...].drop { " ./".contains($0) }
        }
        guard let mark = rest.first, "—–-:".contains(mark), before.count <= 48 else { return nil }
        let words = before.split { " ,.(/-–—".contains($0) }
        let isPlace = words.allSatisfy { word in
            word.first?.isUppercase ?? false || !(word.first?.isLowercase ?? true)
                || word.count <= 3
        }
        return isPlace ? date.value : nil
    }

    /// Words for the year behind its number.
    private static let years = ["года", "г.", "г ", "року", "р.", "р ", "roku", "r."]

    /// Whether a line with a dateline goes on with a sentence behind it.
    static func tells(_ line: String) -> Bool {
        guard let date = StatedDate.first(in: String(line.beginning(90)), order: .dayFirst) else {
            return false
        }
        let rest = line[date.range.upperBound...]
        let words = rest.split(separator: " ").count { $0.contains(where: \.isLetter) }
        let letters = rest.count(where: \.isLetter)
        return words >= 3 || letters >= 12 && OwnWords.isSentence(line)
    }

    private static func isPermission(_ line: String) -> Bool {
        guard line.utf8.count < 120 else { return false }
        let folded = TextFolding.fold(line).trimmed(of: " :*-–—.")
        return permissions.contains(folded) || embargoes.contains { folded.hasPrefix($0) }
    }

    /// Whom the press may ask, in a block of short lines above the text: "Contact: Jane Moss", "Phone: 555 0142".
    private static func dropContact(_ lines: inout [LineSplitter.RawLine], isRelease: Bool) {
        let start = lines.indices.prefix(12).first { index in
            guard index == 0 || isRelease && lines[index].blanksBefore > 0 else { return false }
            let folded = TextFolding.fold(String(lines[index].text.beginning(40)))
            return contacts.contains(where: folded.hasPrefix)
        }
        guard let start else { return }
        var end = start + 1
        while end < lines.count, lines[end].blanksBefore == 0 { end += 1 }
        let block = lines[start..<end]
        let reaches = block.contains {
            $0.text.contains("@") || $0.text.count(where: \.isNumber) >= 6
        }
        let isShort = block.allSatisfy {
            $0.text.split(separator: " ").count <= 10 && !SentenceMarks.endsSentence($0.text)
        }
        guard reaches, isShort, end < lines.count else { return }
        lines.removeSubrange(start..<end)
    }

    /// Whom the press may ask, with an address or a number.
    private static func isContact(_ line: String) -> Bool {
        let folded = TextFolding.fold(String(line.beginning(40)))
        return contacts.contains(where: folded.hasPrefix)
            && (line.contains("@") || line.count(where: \.isNumber) >= 6)
    }

    private static let contacts = [
        "contact", "media contact", "press contact", "kontakt", "pressekontakt", "contacto",
        "contatto", "contato", "contact presse", "contacts presse", "relations presse",
        "contacto de prensa",
        "ufficio stampa", "perscontact", "presskontakt", "pressekontakte", "kontakt dla medi",
        "контакт", "ansprechpartner", "for more information", "press enquiries",
    ]

    private static func isEnd(_ line: String) -> Bool {
        guard mayBeEnd(line) else { return false }
        let bare = line.filter { !$0.isWhitespace }
        guard bare.utf8.count <= 12 else { return false }
        return [
            "###", "####", "#####", "-30-", "–30–", "-ends-", "-end-", "ends", "-ende-", "ende",
        ]
        .contains(bare.lowercased())
    }

    /// False for a line that begins otherwise than such signs do, or has none or more visible characters of ASCII than
    /// they: nearly all lines.
    private static func mayBeEnd(_ line: String) -> Bool {
        guard let first = line.utf8.first(where: { $0 > 0x20 }),
            first >= 0x80 || "#-eE".utf8.contains(first)
        else { return false }
        var visible = 0
        for byte in line.utf8 where byte > 0x20 && byte < 0x7F {
            visible += 1
            if visible > 12 { return false }
        }
        return visible > 0
    }

    private static let permissions: Set<String> = [
        "for immediate release", "for release", "press release", "news release", "media release",
        "pressemitteilung", "presseinformation", "zur sofortigen veroffentlichung",
        "communique de presse", "pour diffusion immediate", "comunicado de prensa",
        "para publicacion inmediata", "nota de prensa", "comunicato stampa", "persbericht",
        "pressmeddelande", "pressemelding", "pressemeddelelse", "пресс-релиз", "informacja prasowa",
        "comunicado de imprensa", "immediate release",
    ]
    private static let embargoes = [
        "embargoed until", "embargo until", "strictly embargoed", "under embargo until",
        "sperrfrist", "not for release before", "for release on", "for release at", "embargo :",
        "embargo jusqu", "embargado hasta", "for immediate release",
    ]
}
