/// Turns what a document says of its authors into clean names.
enum AuthorNames {
    /// Several authors, each once, in order: without "By", titles, roles, places, addresses and dates; an
    /// agency or a role alone only where no person is named. What cannot be a name is left out.
    static func clean(_ raw: String) -> [String] { clean([raw]) }

    /// Nobody reads more names of one article; each is compared with all others.
    private static let limit = 200

    static func clean(_ raws: [String]) -> [String] {
        var names: [String] = []
        for raw in raws where !PictureSources.areNamed(in: raw) {
            var hasFullName = false
            var isPost = false
            for part in split(withoutTail(withoutDate(raw))) {
                // "Ada Marl, Head of Marketing and Community Development": what a post is joined to is of it.
                if isPost, part.continues, hasFullName { continue }
                isPost = false
                guard names.count < limit, let name = name(from: part.text) else {
                    isPost = part.text.contains(where: \.isLetter)
                    continue
                }
                // "Ada Marl, Berlin": what follows a full name alone is a place, a paper or a post.
                if hasFullName, !part.isJoined, isSingle(name) || isStation(name, beside: names) {
                    continue
                }
                if name.contains(" ") { hasFullName = true }
                // "Ada Marl, MS, RDN": what follows a name in capitals is a degree or an agency.
                if let last = names.last, last.contains(" "), isAcronym(name) { continue }
                if !names.contains(where: { TextFolding.fold($0) == TextFolding.fold(name) }) {
                    names.append(name)
                }
            }
        }
        let persons = names.filter { !isAgency($0) }
        return persons.isEmpty ? names : persons
    }

    /// The persons among the authors; empty where only agencies, desks or nobody is named.
    static func persons(_ raws: [String]) -> [String] { clean(raws).filter { !isAgency($0) } }

    /// A name as it is stated in a place that holds nothing else, so that pen names, lower case and the
    /// names of houses count. nil for addresses, for placeholders and for what is too long.
    static func stated(_ raw: String) -> String? {
        let text = raw.trimmed(of: " ,.;:|/-–—·•*_()[]\"“”'’")
        let words = text.splitAtSpaces()
        guard (1...7).contains(words.count), (2...60).contains(text.count),
            text.contains(where: \.isLetter), !text.contains(where: { "@<>{}=?!#".contains($0) }),
            !text.holds("://"), !text.hasPrefix("www.")
        else { return nil }
        // "page.author.name": a template's place that was left unfilled.
        if words.count == 1, text.count(where: { $0 == "." }) > 1 { return nil }
        let name = words.joined(separator: " ")
        let folded = TextFolding.fold(name)
        if isPlaceholder(folded) { return nil }
        return PictureSources.areNamed(in: raw) ? nil : name
    }

    /// "d'Aubigny", "dell’Acqua": an article before the capital.
    static func isElided(_ word: String) -> Bool {
        guard let mark = word.firstIndex(where: { "'’".contains($0) }) else { return false }
        let article = word[..<mark]
        return (1...4).contains(article.count) && article.allSatisfy(\.isLowercase)
            && word[word.index(after: mark)...].first?.isUppercase ?? false
    }

    /// Whether words up to a comma are a name of two words or more; "en" before one joins it, "en Lima" is a place.
    private static func isFullName(_ words: ArraySlice<Substring>) -> Bool {
        var name: [Substring] = []
        for word in words {
            if !name.isEmpty, joiners.contains(TextFolding.fold(String(word))) { break }
            name.append(word)
            if word.hasSuffix(",") { break }
        }
        return (2...5).contains(name.count)
            && name.allSatisfy { word in
                word.first?.isUppercase ?? false || particles.contains(bare(String(word)))
                    || isElided(String(word))
            }
    }

    /// Whether folded text stands where nobody filled in a name.
    static func isPlaceholder(_ folded: String) -> Bool {
        notNames.contains(folded) || UnnamedWords.areAll(of: folded)
            || folded.hasSuffix(" admin") || folded.hasSuffix(" administrator")
    }

    /// Whether a name is of one word, in a script that puts spaces between words.
    static func isSingle(_ name: String) -> Bool {
        guard !name.contains(" "), let first = name.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.isLowercase
    }

    /// "Ada Marl, WBC NORTH": a house in capitals behind a person who is not.
    private static func isStation(_ name: String, beside names: [String]) -> Bool {
        guard let person = names.first, person.contains(where: \.isLowercase),
            !name.contains(where: \.isLowercase),
            let first = name.split(whereSeparator: { $0 == " " }).first
        else { return false }
        return (2...4).contains(first.count) && first.count < name.count
            && first.allSatisfy { $0.isASCII && $0.isUppercase }
    }

    private static func isAcronym(_ name: String) -> Bool {
        let letters = name.filter(\.isLetter)
        return letters.count <= 5 && !name.contains(" ") && letters.allSatisfy { $0.isUppercase }
            && letters.allSatisfy(\.isASCII)
    }

    /// One name out of one part; nil where it cannot be one.
    private static func name(from part: String) -> String? {
        var words = part.splitAtSpaces().map(String.init)
        while let first = words.first, isPrefixWord(first), words.count > 1 { words.removeFirst() }
        // "ByAda Marl": what stands in two elements.
        if let first = words.first, first.hasPrefix("By"),
            first.dropFirst(2).first?.isUppercase ?? false, words.count > 1
        {
            words[0] = String(first.dropFirst(2))
        }
        // "Dr. Marl" is called so where no more is known.
        while let first = words.first, titles.contains(bare(first)), words.count > 2 {
            words.removeFirst()
        }
        while let last = words.last, words.count > 1,
            degrees.contains(bare(last)) || posts.contains(bare(last))
        {
            words.removeLast()
        }
        // Of "기자" and "인턴기자" the longer one.
        if words.count == 1, let last = words.last, last.utf8.last ?? 0 >= 0x80,
            let post = posts.filter(last.hasSuffix).max(by: { $0.count < $1.count }),
            (2...4).contains(last.count - post.count)
        {
            words[0] = String(last.dropLast(post.count))
        }
        // "特約記者王小明": the post before the name, without a space; "台北報導" is where he was.
        if words.count == 1, let post = ChineseNames.leadingPosts.first(where: words[0].hasPrefix),
            ChineseNames.isPerson(words[0].dropFirst(post.count))
        {
            words[0] = String(words[0].dropFirst(post.count))
        }
        if words.count == 1, ChineseNames.reports.contains(where: words[0].hasSuffix) { return nil }
        // "赵  培": two signs, set apart for their looks.
        if words.count == 2, words.allSatisfy({ $0.count == 1 }),
            ChineseNames.isIdeographic(words.joined()[...])
        {
            words = [words.joined()]
        }
        if words.count == 2, ChineseNames.isIdeographic(words.joined()[...]) {
            let persons = words.filter { ChineseNames.isPerson($0[...]) }
            if persons.count == 1 { words = persons }
        }
        let name = words.joined(separator: " ").trimmed(of: " ,.;:|/-–—·•*_()[]\"“”'’:：=＝｜")
        // The point of "Jr." and of an initial belongs to the name.
        let hasPoint = words.last.map { $0.hasSuffix(".") && isShortened($0) } ?? false
        return isName(name) ? hasPoint ? name + "." : name : nil
    }

    /// "Jr.", "Sr.", or an initial.
    private static func isShortened(_ word: String) -> Bool {
        generations.contains(bare(word)) || word.count(where: \.isLetter) == 1
    }

    /// Whether words can be the name of a person, a pen name or a house: short, without digits, marks of
    /// sentences and addresses, with capitals where the script has them.
    static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        let count = words.count { !particles.contains(bare(String($0))) }
        guard (1...6).contains(count), words.count <= 9, (2...60).contains(text.count) else {
            return false
        }
        guard !holdsSign(text) else { return false }
        if words.count == 1, isDomain(text) { return false }
        let folded = TextFolding.fold(text)
        guard !isPlaceholder(folded), !degrees.contains(folded), !isRole(folded),
            !machines.contains(where: folded.hasPrefix)
        else { return false }
        if words.count > 1, let first = TextFolding.words(ofFolded: folded).first,
            calls.contains(String(first))
        {
            return false
        }
        if MonthNames.month(folded) != nil { return false }
        var capitals = 0
        for word in words {
            guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic })
            else {
                return false
            }
            let isCaseless = !first.properties.isLowercase && !first.properties.isUppercase
            if first.properties.isUppercase || isCaseless {
                capitals += 1
            } else if !particles.contains(bare(String(word))), words.count > 1,
                !isElided(String(word))
            {
                return false
            }
        }
        return capitals > 0 || words.count == 1
    }

    /// Digits, marks of sentences and addresses.
    private static func holdsSign(_ text: String) -> Bool {
        // Of most names no byte may be one of these marks; the last are the first of marks that are no ASCII.
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x2F...0x40, 0x21...0x23, 0x7B, 0x7D, 0xE2, 0xEF: false
            default: true
            }
        }
        return !isPlain && text.contains { "0123456789@/<>{}=?!:;\"“”#：／＝｜".contains($0) }
    }

    /// "www.paper.example" is no name, also where it is stated as the author; "sara.r.peter" may be one.
    private static func isDomain(_ word: String) -> Bool {
        guard let dot = word.lastIndex(of: "."), !word.contains(where: \.isUppercase) else {
            return false
        }
        return word.hasPrefix("www.") || domains.contains(String(word[word.index(after: dot)...]))
    }

    /// Whether folded text names a post rather than a person.
    static func isRole(_ folded: String) -> Bool {
        let words = TextFolding.words(ofFolded: folded)
        guard let last = words.last, let first = words.first else { return false }
        let singular = last.hasSuffix("s") ? String(last.dropLast()) : String(last)
        return roles.contains(String(last)) || roles.contains(singular)
            || (words.count > 1 && roles.contains(String(first)))
    }

    /// Whether a name is that of an agency, a desk or a house.
    static func isAgency(_ name: String) -> Bool {
        let folded = TextFolding.fold(name)
        return agencies.contains(folded) || ChineseNames.isHouse(name) || folded.hasSuffix(" staff")
            || folded.hasSuffix(" news")
            || folded.hasSuffix(" press") || folded.hasSuffix(" team") || folded.hasPrefix("the ")
    }

    private struct Part {
        var text: String
        /// Whether a word such as "and" stands before it, rather than a comma.
        var isJoined: Bool
        /// Whether nothing else parts it from what that word follows.
        var continues = false
    }

    private static func split(_ text: String) -> [Part] {
        var parts: [Part] = []
        var part: [Substring] = []
        var isJoined = false
        var continues = false
        func close(joining: Bool) {
            let text = part.joined(separator: " ")
            part = []
            defer { (isJoined, continues) = (joining, joining && !text.isEmpty) }
            guard !text.isEmpty else { return }
            // "Ada Marl, Jr." is one name.
            if let last = parts.indices.last, generations.contains(bare(text)) {
                parts[last].text += ", " + text
            } else {
                parts.append(Part(text: text, isJoined: isJoined, continues: continues))
            }
        }
        let words = text.splitAtSpaces()
        for (index, word) in words.enumerated() {
            let folded = TextFolding.fold(String(word))
            // "de la Cruz y Fernández": two family names.
            let isFamily =
                folded == "y" && part.count > 1 && index + 2 == words.count
                && !word.contains(",")
            let isJoiner =
                joiners.contains(folded) || ChineseNames.posts.contains(folded)
                || folded == "en" && part.count > 1 && isFullName(words[(index + 1)...])
            if !isFamily, isJoiner {
                // "Ada Marl / Lyon": a stroke may part a name from a place.
                close(joining: folded != "/")
                continue
            }
            for (index, piece) in pieces(of: word).enumerated() {
                if index > 0 { close(joining: false) }
                if !piece.isEmpty { part.append(piece) }
            }
        }
        close(joining: false)
        return parts
    }

    /// A word, cut at the marks that part names.
    private static func pieces(of word: Substring) -> [Substring] {
        // The last are the first bytes of marks that are no ASCII.
        let isWhole = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x2C, 0x2F, 0x3B, 0x7C, 0xCD, 0xE3, 0xEF: false
            default: true
            }
        }
        return isWhole
            ? [word]
            : word.split(
                omittingEmptySubsequences: false, whereSeparator: { ",;|、，/;；｜／".contains($0) })
    }

    /// Cuts at what follows the names: "- World Editor", "for The Paper", "in Berlin", an address.
    private static func withoutTail(_ text: String) -> String {
        var kept: [Substring] = []
        // "Ada (Maria Anna) Marl": a bracket within a name.
        var inBrackets = false
        let words = text.splitAtSpaces()
        for (index, word) in words.enumerated() {
            if word.hasPrefix("("), kept.count == 1,
                let end = words[index...].firstIndex(where: { $0.hasSuffix(")") }),
                end + 1 < words.count
            {
                inBrackets = true
            }
            if inBrackets {
                inBrackets = !word.hasSuffix(")")
                continue
            }
            let folded = TextFolding.fold(String(word))
            if !kept.isEmpty,
                tailWords.contains(String(folded.prefix { !":：".contains($0) }))
                    || word.contains("@")
                    || word.hasPrefix("(")
            {
                break
            }
            if word.contains("://") || word.contains("@") { continue }
            // "Marl(Lyon)", without a space.
            if let open = word.firstIndex(of: "("), open > word.startIndex {
                kept.append(word[..<open])
                break
            }
            kept.append(word)
        }
        return kept.joined(separator: " ")
    }

    /// "Ada Marl et Ben Holt (avec AFP)" without the agency; nil where none stands in brackets at the end.
    static func withoutAgency(_ text: String) -> String? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else {
            return nil
        }
        var words = text[text.index(after: open)...].dropLast().split(separator: " ")
        if let first = words.first, joiners.contains(TextFolding.fold(String(first))) {
            words.removeFirst()
        }
        guard isAgency(words.joined(separator: " ")) else { return nil }
        return String(text[..<open]).trimmed(of: " ")
    }

    /// What stands before a day and the word that leads to it; behind the day where nothing stands before it.
    static func withoutDate(_ text: String) -> String {
        guard let date = StatedDate.first(in: text, order: .dayFirst) else { return text }
        var words = String(text[..<date.range.lowerBound]).splitAtSpaces()
        while words.count > 1, let last = words.last,
            dayWords.contains(TextFolding.fold(String(last)))
        {
            words.removeLast()
        }
        guard words.allSatisfy({ !$0.contains(where: \.isLetter) }) else {
            return words.joined(separator: " ")
        }
        let rest = String(text[date.range.upperBound...]).trimmed(of: " -–—|,·•/")
        return StatedDate.first(in: rest, order: .dayFirst) == nil ? rest : ""
    }

    private static func bare(_ word: String) -> String {
        TextFolding.fold(word).trimmed(of: ".,:()")
    }

    private static func isPrefixWord(_ word: String) -> Bool {
        let folded = TextFolding.fold(word).trimmed(of: ":.,：")
        return Byline.openers.contains(folded) || folded == "from"
    }
}
