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

    private static func kind(of line: FoldedLine) -> Kind? {
        guard line.utf8.count <= 1_200, !line.words.isEmpty else { return nil }
        if let kind = FurnitureIndex.shared.match(line) { return kind }
        if let kind = FurnitureIndex.shared.matchUnspaced(line) { return kind }
        if isShareBar(line) { return .share }
        if asksToFollow(line) { return .follow }
        let isCopyright = line.utf8.starts(with: "©".utf8) || line.utf8.starts(with: "(c) ".utf8)
        return isCopyright ? .copyright : nil
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
