import BriefModel

/// What the header of a message states of the article in it.
struct MailFacts {
    private(set) var known = KnownFacts()
    /// Where the message is kept for all to read (RFC 5064 Archived-At, or a newsletter's own page); else nil.
    private(set) var address: String?

    init(_ header: MailHeader) {
        let isList = ["list-id", "list-post", "mailing-list", "list-unsubscribe"]
            .contains { header.has($0) }
        let list = header.first("list-id").map(ListName.init)
        let people = header.first("from").map { AddressList($0).people } ?? []
        let senders = people.compactMap(\.name).map { Sender($0) }
        known.title = header.text("subject").flatMap {
            Subject.bare($0, list: list, isList: header.has("list-post") || list != nil)
        }
        known.isForwarded = header.text("subject").map(Subject.isForward) ?? false
        known.authors = senders.compactMap(\.person)
        known.published = header.first("date").flatMap(MailDate.iso)
        known.language = header.text("content-language").flatMap(Self.language)
        let house = senders.lazy.compactMap(\.house).first
        // Where all may write, the sender is not the list.
        let isTalk = header.text("list-post")?.lowercased().contains("mailto:") == true
        let sender = isTalk ? nil : senders.first?.person
        known.site = list?.name ?? house ?? (isList ? sender ?? list?.label : nil)
        address = Self.address(header)
    }

    private static func address(_ header: MailHeader) -> String? {
        if let archived = header.text("archived-at").flatMap(LinkTarget.http) { return archived }
        // Some newsletters name the letter's own page as the place to answer.
        guard let post = header.text("list-post").flatMap(LinkTarget.http),
            post.split(separator: "/").count >= 4
        else { return nil }
        return post
    }

    /// The first of the languages; "en-GB, de".
    private static func language(_ text: String) -> String? {
        let first = text.prefix { $0 != "," && $0 != ";" }.filter { !$0.isWhitespace }
        let isTag =
            first.utf8.count <= 35 && first.count >= 2
            && first.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isTag ? String(first) : nil
    }
}

/// Who sends a message: a person, a house, or one for the other.
struct Sender {
    private(set) var person: String?
    /// The letter or the list that it is sent for.
    private(set) var house: String?

    init(_ name: String) {
        var person = name
        for word in [" via ", " from ", " at ", " @ ", " - ", " – ", " | "] {
            guard let place = name.firstRange(of: word) else { continue }
            let before = String(name[..<place.lowerBound]).trimmingQuotes()
            let after = String(name[place.upperBound...]).trimmingQuotes()
            // "Letters from America" is a letter.
            guard !before.isEmpty, !after.isEmpty, word == " via " || Self.isName(before, after)
            else { continue }
            person = before
            // "via groups.example" names a machine.
            house = after.contains(".") && !after.contains(" ") ? nil : after
            break
        }
        // "Marl, Ada", as offices write it.
        let parts = person.split(separator: ",").map { String($0).trimmingQuotes() }
        if parts.count == 2, parts.allSatisfy({ (1...2).contains($0.split(separator: " ").count) })
        {
            person = parts[1] + " " + parts[0]
        }
        self.person = person.isEmpty ? nil : person
    }

    /// "Ada at The Harbour Brief": a name of a few words, all with a capital, before a house.
    private static func isName(_ before: String, _ after: String) -> Bool {
        let words = before.split(separator: " ")
        guard (1...3).contains(words.count), after.first.map(isCapital) == true else {
            return false
        }
        if words.count == 1,
            [
                "letters", "news", "notes", "dispatches", "postcards", "report",
                "reports", "stories", "views", "updates",
            ].contains(words[0].lowercased())
        {
            return false
        }
        return words.allSatisfy { $0.first.map(isCapital) == true }
            && words[0].lowercased() != "the"
    }

    /// Scripts that have no small letters have no capitals either.
    private static func isCapital(_ character: Character) -> Bool {
        character.isLetter && !character.isLowercase
    }
}

/// The name of a list (RFC 2919): "Harbour talk <harbour-talk.lists.example.org>".
struct ListName {
    /// What people call it; nil where only a machine does.
    private(set) var name: String?
    /// The first label of its identifier, where that is a word.
    private(set) var label: String?

    init(_ value: [UInt8]) {
        let open = value.lastIndex(of: 0x3C)
        let identifier = value[(open.map { $0 + 1 } ?? 0)...].prefix { $0 != 0x3E }
        let first = String(decoding: identifier.prefix { $0 != 0x2E }, as: UTF8.self)
            .trimmingQuotes()
        label = Self.isWord(first) ? first : nil
        let phrase = open.flatMap { EncodedWords.text(of: Array(value[..<$0])) }?.trimmingQuotes()
        if let phrase, !phrase.isEmpty {
            var bare = phrase
            if bare.lowercased().hasSuffix(" list") { bare.removeLast(5) }
            name = Self.isWord(bare) || bare.contains(" ") ? phrase : nil
        }
    }

    /// Not the number by which a sender's machine knows it.
    private static func isWord(_ text: String) -> Bool {
        let digits = text.count { $0.isNumber }
        return text.count >= 2 && digits * 4 < text.count && !(text.count > 24 && digits > 2)
    }
}
