/// Tells the words that stand around articles on any site: share bars, consent banners, subscription
/// boxes, comment forms and their kin, in the languages of `FurniturePhrases`.
///
/// It looks at a whole line or block, never within a paragraph: a phrase counts only where it makes up
/// most of what stands there, so that an article that speaks of cookies or newsletters keeps its sentences.
enum Furniture {
    enum Kind: String, CaseIterable, Sendable {
        /// Share and print buttons, "copy link".
        case share
        /// "Follow us", accounts to follow.
        case follow
        /// Newsletters, subscriptions, donations.
        case subscribe
        case consent
        /// The heading or the form of comments.
        case comments
        /// The heading of a list of other articles.
        case related
        case adBlock
        case advertisement
        /// "Photo by", "Image:".
        case credit
        /// What a chatbot says before or after the text that was asked of it.
        case chatbot
        case logIn
        /// "Skip to content", "Home", "back to top", previous and next.
        case navigation
        case copyright
        /// "4 min read", "12 views".
        case count
        /// "Tags:", "Filed under".
        case tags
        /// The heading of a note on the author.
        case authorNote
        /// The heading of lists of sources and links after the end.
        case resources
    }

    /// What a line is; nil for anything that may be the article's.
    static func kind(of line: String) -> Kind? {
        line.utf8.count <= 1_200 ? kind(of: FoldedLine(line)) : nil
    }

    /// The same for well-formed UTF-8.
    static func kind(of line: ArraySlice<UInt8>) -> Kind? {
        line.count <= 1_200 ? kind(of: FoldedLine(folding: line.span)) : nil
    }

    /// The same for a line that is folded already.
    static func kind(ofFolded folded: String) -> Kind? {
        folded.utf8.count <= 1_200 ? kind(of: FoldedLine(folded: Array(folded.utf8))) : nil
    }

    private static func kind(of line: FoldedLine) -> Kind? { match(line)?.kind }

    /// The phrase that a line has, among those of some languages.
    static func match(_ line: FoldedLine, in languages: PhraseLanguages = .any) -> Match? {
        guard line.utf8.count <= 1_200, !line.words.isEmpty else { return nil }
        if let match = FurnitureIndex.shared.match(line, in: languages) { return match }
        if let match = FurnitureIndex.shared.matchUnspaced(line) { return match }
        if isShareBar(line) {
            return Match(
                kind: .share, phrase: Match.services,
                strength: line.words.count > 1 ? .label : .word, isWhole: true)
        }
        if asksToFollow(line) {
            return Match(kind: .follow, phrase: line.word(0), strength: .label, isWhole: false)
        }
        let isCopyright = line.utf8.starts(with: "©".utf8) || line.utf8.starts(with: "(c) ".utf8)
        return isCopyright
            ? Match(kind: .copyright, phrase: "©", strength: .label, isWhole: false) : nil
    }

    /// "Follow Ann Miller on Instagram and YouTube."
    private static func asksToFollow(_ line: FoldedLine) -> Bool {
        guard line.words.count <= 24, ShareWords.followVerbs.contains(0, of: line) else {
            return false
        }
        return line.words.indices.contains { ShareWords.networks.contains($0, of: line) }
    }

    /// Names of services and verbs only: "Facebook Twitter WhatsApp Email".
    private static func isShareBar(_ line: FoldedLine) -> Bool {
        guard line.words.count <= 24 else { return false }
        var services = 0
        for index in line.words.indices {
            if ShareWords.services.contains(index, of: line) {
                services += 1
            } else if !ShareWords.shareFillers.contains(index, of: line), !line.isNumber(index) {
                return false
            }
        }
        return services >= 1
    }
}

extension Furniture {
    /// How much a phrase says by itself.
    enum Strength: Int, Comparable, Sendable {
        /// A single word, which articles have as well.
        case word
        /// Several words, or one with a colon behind it.
        case label
        /// What says all that a notice has to say: "This site uses cookies".
        case notice
        /// What no article has: "Was this page helpful?"
        case sure

        static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
    }

    /// The phrase by which a line is told.
    struct Match: Equatable, Sendable {
        var kind: Kind
        /// Folded, without the marks of `FurniturePhrases`.
        var phrase: String
        var strength: Strength
        /// Whether nothing but numbers stands beside it.
        var isWhole: Bool
        /// Whether a colon or an arrow behind it makes a headline of what follows: "Read also: The pears of the north".
        var announces = false
    }
}

extension Furniture.Match {
    /// Whether it asks the reader for something: no sentence of an article begins so.
    var isAppeal: Bool {
        switch kind {
        case .share, .follow, .subscribe, .consent, .logIn, .adBlock: strength > .word
        default: false
        }
    }

    /// Whether a line of these words by itself may head the text below it: "Notes", "The author", "More on the figures",
    /// but not "Read more" or "Share".
    var mayHead: Bool {
        if phrase == Self.services { return strength == .word }
        if Self.buttons.contains(where: { phrase == $0 || phrase.hasPrefix($0 + " ") }) {
            return false
        }
        switch kind {
        case .resources, .authorNote, .navigation, .consent: return strength < .notice
        case .comments, .related, .count, .tags:
            return strength == .word || strength == .label && !isWhole && !phrase.hasSuffix(":")
        default: return false
        }
    }

    static let services = "names of services"

    /// What is pressed or announced, by its first words.
    private static let buttons = [
        "read", "also read", "also watch", "watch", "listen", "leave", "post", "add", "write",
        "submit",
        "view", "see", "show", "load", "click", "tap", "skip", "jump", "go", "join", "keep",
        "don't miss",
        "browse", "discover", "recommended", "you", "sign", "log", "reply", "reply to", "cancel",
        "accept all", "reject all", "lesen sie", "lire", "a lire", "lea", "lee", "leer", "leggi",
        "leia",
        "lees", "las", "les", "laes", "lue", "czytaj", "przeczytaj", "zobacz", "читайте", "читать",
        "смотрите", "next", "previous", "prev", "send", "print",
    ]
}
