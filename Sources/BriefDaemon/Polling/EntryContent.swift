import BriefModel

/// Whether an entry carries its article itself, or only a summary of the page it links to.
enum EntryContent: Equatable {
    /// The entry's own content is filed.
    case own
    /// The page at this address is fetched.
    case page(String)

    /// A content element of fewer words is not taken for a whole article.
    static let contentWords = 80
    /// A summary of so many words is one: feeds put whole articles there.
    static let summaryWords = 250

    /// Pages are fetched only for entries that have their link for themselves: a page that many entries share is none
    /// of theirs.
    init(_ keyed: KeyedEntry, fullText: FeedSubscription.FullText) {
        guard fullText != .never, keyed.ownsLink, let link = keyed.entry.link,
            link.lowercased().hasPrefix("http://") || link.lowercased().hasPrefix("https://"),
            fullText == .always || !EntryContent.isWhole(keyed.entry)
        else {
            self = .own
            return
        }
        self = .page(link)
    }

    private static func isWhole(_ entry: Entry) -> Bool {
        if let content = entry.content {
            let text = PlainWords(html: content)
            if text.count >= contentWords, !text.isCut { return true }
        }
        if let summary = entry.summary {
            let text = PlainWords(html: summary)
            if text.count >= summaryWords, !text.isCut { return true }
        }
        return false
    }
}

/// The words of a piece of HTML, roughly: enough to tell an article from a teaser.
struct PlainWords {
    private(set) var count = 0
    /// Whether the text ends as cut ones do: an ellipsis, "[…]", "Read more".
    let isCut: Bool

    private static let endings = [
        "…", "...", "[…]", "[...]", "&hellip;", "&#8230;", "[&hellip;]", "[&#8230;]", "→", "»",
        "read more", "continue reading", "keep reading", "read the rest", "weiterlesen",
        "mehr lesen", "lire la suite", "leer más", "seguir leyendo", "continua a leggere",
        "lees verder", "czytaj dalej", "читать далее", "阅读全文", "続きを読む",
    ]

    init(html: String) {
        var isInTag = false
        var isInWord = false
        var wide = 0
        var tail: [UInt8] = []
        for scalar in html.unicodeScalars {
            if scalar == "<" || (scalar == ">" && isInTag) {
                isInTag = scalar == "<"
                isInWord = false
                continue
            }
            guard !isInTag else { continue }
            if scalar.properties.isWhitespace {
                isInWord = false
            } else if scalar.value >= 0x2E80 {
                wide += 1
                isInWord = false
            } else if !isInWord {
                isInWord = true
                count += 1
            }
            tail += String(scalar).utf8
            if tail.count > 512 { tail.removeFirst(256) }
        }
        // Two characters of scripts that write no spaces count as a word.
        count += wide / 2
        var end = String(decoding: tail, as: UTF8.self).lowercased()[...]
        while let last = end.last,
            last.isWhitespace || last == ")" || last == "." && !end.hasSuffix("...")
        {
            end.removeLast()
        }
        isCut = PlainWords.endings.contains { end.hasSuffix($0) }
    }
}
