/// Turns what a document says of its authors into clean names.
enum AuthorNames {
    /// Several authors, each once, in order: without "By", titles, roles, places, addresses and dates; an
    /// agency or a role alone only where no person is named. What cannot be a name is left out.
    static func clean(_ raw: String) -> [String] { clean([raw]) }

    static func clean(_ raws: [String]) -> [String] {
        var names: [String] = []
        for raw in raws {
            for part in split(withoutTail(withoutDate(raw))) {
                guard let name = name(from: part) else { continue }
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
        return notNames.contains(TextFolding.fold(name)) ? nil : name
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
        while let first = words.first, titles.contains(bare(first)), words.count > 1 {
            words.removeFirst()
        }
        while let last = words.last, degrees.contains(bare(last)), words.count > 1 {
            words.removeLast()
        }
        let name = words.joined(separator: " ").trimmed(of: " ,.;:|/-–—·•*_()[]\"“”'’:：")
        return isName(name) ? name : nil
    }

    /// Whether words can be the name of a person, a pen name or a house: short, without digits, marks of
    /// sentences and addresses, with capitals where the script has them.
    static func isName(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        guard (1...6).contains(words.count), (2...60).contains(text.count) else { return false }
        guard !text.contains(where: { "0123456789@/<>{}=?!:;\"“”#".contains($0) }) else {
            return false
        }
        if words.count == 1, isDomain(text) { return false }
        let folded = TextFolding.fold(text)
        guard !notNames.contains(folded), !degrees.contains(folded), !isRole(folded) else {
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
            } else if !particles.contains(bare(String(word))), words.count > 1 {
                return false
            }
        }
        return capitals > 0 || words.count == 1
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

    private static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var part: [Substring] = []
        func close() {
            if !part.isEmpty { parts.append(part.joined(separator: " ")) }
            part = []
        }
        for word in text.splitAtSpaces() {
            let folded = TextFolding.fold(String(word))
            if joiners.contains(folded) || ChineseNames.posts.contains(folded) {
                close()
                continue
            }
            let pieces = word.split(
                omittingEmptySubsequences: false, whereSeparator: { ",;|、，/;；".contains($0) })
            for (index, piece) in pieces.enumerated() {
                if index > 0 { close() }
                if !piece.isEmpty { part.append(piece) }
            }
        }
        close()
        return parts
    }

    /// Cuts at what follows the names: "- World Editor", "for The Paper", "in Berlin", an address.
    private static func withoutTail(_ text: String) -> String {
        var kept: [Substring] = []
        for word in text.splitAtSpaces() {
            let folded = TextFolding.fold(String(word))
            if !kept.isEmpty,
                tailWords.contains(String(folded.prefix { !":：".contains($0) }))
                    || word.contains("@")
                    || word.hasPrefix("(")
            {
                break
            }
            if word.contains("://") || word.contains("@") { continue }
            kept.append(word)
        }
        return kept.joined(separator: " ")
    }

    private static func withoutDate(_ text: String) -> String {
        guard let date = StatedDate.first(in: text, order: .dayFirst) else { return text }
        return String(text[..<date.range.lowerBound])
    }

    private static func bare(_ word: String) -> String {
        TextFolding.fold(word).trimmed(of: ".,:()")
    }

    private static func isPrefixWord(_ word: String) -> Bool {
        Byline.openers.contains(TextFolding.fold(word).trimmed(of: ":.,："))
    }

    private static let joiners: Set<String> = [
        "and", "&", "und", "et", "y", "i", "och", "og", "ja", "и", "ve", "with", "mit", "avec",
        "con", "και", "a\u{300}", "|", "•", "·", "/", "+", "sowie", "та", "и,", "and,", "e",
    ]
    private static let domains: Set<String> = [
        "com", "net", "org", "info", "cn", "ru", "de", "fr", "it", "es", "pl", "nl", "br", "jp",
        "uk", "eu", "io",
    ]
    private static let tailWords: Set<String> = [
        "-", "|", "for", "in", "at", "from", "via", "updated", "published", "posted", "on", "über",
        "fur", "(", "•", "·", "—", "–", "is", "was", "a", "aus", "bei",
        "am", "edited", "reviewed", "illustration", "illustrations", "photos", "vom",
        "时间", "時間", "来源", "來源", "日期", "编辑", "編輯", "发布时间", "發佈時間", "发表于", "發表於", "点击", "點擊",
        "浏览", "瀏覽", "阅读", "閱讀", "字号", "访问统计",
    ]
    private static let titles: Set<String> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "rev", "hon", "phd", "mag",
        "dipl-ing", "ing", "drs", "herr", "frau", "doktor", "dott", "sen", "rep", "gov",
    ]
    private static let degrees: Set<String> = [
        "phd", "ph.d", "md", "m.d", "mba", "esq", "msc", "jd", "rn", "cfa", "cfp", "dds", "dvm",
        "ms", "ma", "rd", "rdn", "ld", "cpa", "msw", "lcsw", "dnp", "pharmd", "psyd", "edd",
        "cissp",
    ]
    private static let particles: Set<String> = [
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du",
        "la",
        "le", "el", "al", "bin", "ibn", "ben", "zu", "zur", "ter", "ten", "af", "av", "e", "y", "d",
        "des", "vom", "abu", "bint", "lo", "san", "st", "der", "i",
    ]
    private static let roles: Set<String> = [
        "editor", "editors", "reporter", "correspondent", "columnist", "writer", "writers",
        "contributor", "contributors", "journalist", "producer", "photographer", "analyst",
        "redakteur", "redakteurin", "korrespondent", "korrespondentin", "redacteur", "redattore",
        "giornalista", "periodista", "corresponsal", "redactor", "jornalista", "reporter", "author",
        "director", "bureau", "desk", "intern", "freelancer", "blogger", "moderator", "member",
        "administrator", "webmaster", "officer", "founder", "cofounder", "co-founder", "president",
        "manager", "expert", "specialist", "attorney", "consultant", "ceo", "cto", "muhabiri",
        "корреспондент", "журналист", "обозреватель",
    ]
    private static let notNames: Set<String> = [
        "admin", "administrator", "editor", "staff", "guest", "author", "authors", "by", "unknown",
        "anonymous user", "user", "none", "null", "webmaster", "the author", "comments", "share",
        "follow", "updated", "published", "posted", "home", "news", "read more", "advertisement",
        "shares", "top stories", "view profile", "view all posts", "see more", "read more",
        "wordpress",
        "root", "default", "super user", "guest author", "weiter", "mehr",
    ]
    private static let agencies: Set<String> = [
        "reuters", "ap", "afp", "dpa", "associated press", "the associated press", "upi", "efe",
        "agence france-presse", "ansa", "tass", "тасс", "риа новости", "interfax", "интерфакс",
        "xinhua", "新华社", "pti", "ians", "ani", "bloomberg", "apa", "sda", "sid", "kna", "epd",
        "belga", "anp", "lusa", "cna", "yonhap", "kyodo", "jiji", "pap", "ctk", "mti", "tt", "ntb",
        "ritzau", "stt", "pa media", "press association", "aap", "europa press", "redaktion",
        "newsroom", "staff reporter", "web desk", "news desk", "editorial team", "staff",
    ]
}
