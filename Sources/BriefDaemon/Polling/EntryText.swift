import BriefModel

/// What an entry says itself: whichever of its content and its summary says more, whole.
///
/// The one rule for what is filed of an entry, polled or dropped. Of two that say different things the longer is the
/// article: a standfirst in the summary does not go into the body, it stays as the excerpt.
struct EntryText {
    /// HTML; empty where the entry has neither.
    let html: String
    /// What the other one says, where it is not among these words.
    let aside: String?
    /// What the other one shows: a picture above a longer description, for one.
    let asideHTML: String?
    let words: PlainWords
    private let isContent: Bool

    /// A content element of fewer words is not taken for a whole article.
    static let contentWords = 80
    /// A summary of so many words is one: feeds put whole articles there.
    static let summaryWords = 250

    init(_ entry: Entry) {
        let content = PlainWords(html: entry.content ?? "")
        let summary = PlainWords(html: entry.summary ?? "")
        isContent =
            entry.content != nil
            && (summary.count == 0 || EntryText.isFuller(content, than: summary))
        html = (isContent ? entry.content : entry.summary) ?? entry.content ?? ""
        words = isContent ? content : summary
        let other = isContent ? summary : content
        asideHTML = isContent ? entry.summary : entry.content
        aside = other.count > 0 && !words.holds(other) ? other.plain : nil
    }

    /// The summary as people read it; nil where it says nothing.
    static func excerpt(_ entry: Entry) -> String? {
        guard let summary = entry.summary else { return nil }
        let words = PlainWords(html: summary)
        return words.count > 0 ? words.plain : nil
    }

    /// Whether this is an article rather than a teaser of one.
    var isWhole: Bool {
        !words.isCut && words.count >= (isContent ? EntryText.contentWords : EntryText.summaryWords)
    }

    /// A text that is cut loses against a whole one that is nearly as long. Content that holds the summary wins though
    /// something may stand below that: it has the markup.
    private static func isFuller(_ content: PlainWords, than summary: PlainWords) -> Bool {
        if content.isCut != summary.isCut {
            let (whole, cut) = content.isCut ? (summary, content) : (content, summary)
            if whole.count * 5 >= cut.count * 4 { return summary.isCut }
        }
        if content.count >= summary.count { return true }
        return content.count * 5 >= summary.count * 4 && !content.isCut && content.holds(summary)
    }
}
