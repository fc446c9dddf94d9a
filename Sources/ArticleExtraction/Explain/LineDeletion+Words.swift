extension LineDeletion {
    /// Why the line went, for a person who asks.
    var words: String {
        let reason = rule.words
        guard let phrase, !phrase.isEmpty else { return reason }
        switch rule {
        case .furniture, .box: break
        default: return reason
        }
        return "\(reason) (\"\(phrase.prefix(80))\")"
    }
}

extension LineDeletion.Rule {
    /// What it is called in JSON.
    var name: String {
        switch self {
        case .furniture(let kind): "furniture:\(kind.rawValue)"
        case .details: "details"
        case .caption: "caption"
        case .link: "link"
        case .hidden: "hidden"
        case .comments: "comments"
        case .nextArticle: "next-article"
        case .opening(let kind): "opening:\(kind)"
        case .authorNote: "author-note"
        case .heading: "heading"
        case .feedNote: "feed-note"
        case .shortcode: "shortcode"
        case .box: "box"
        case .copy: "copy"
        case .letter: "letter"
        }
    }

    fileprivate var words: String {
        switch self {
        case .furniture(let kind): "a line of furniture: \(kind.words)"
        case .details: "names the author or the date"
        case .caption: "the caption of a picture"
        case .link: "a link on a line of its own"
        case .hidden: "hidden: the page does not show it"
        case .comments: "below the article: comments"
        case .nextArticle: "another article below the page's own"
        case .opening(.title): "repeats the title"
        case .opening(.byline): "names the author"
        case .opening(.date): "states the date"
        case .opening(.readingTime): "says how long reading takes"
        case .authorNote: "a note on the author"
        case .heading: "a heading of nothing that is kept"
        case .feedNote: "a note that the feed adds"
        case .shortcode: "a tag of the site's software"
        case .box: "in a box beside the text"
        case .copy: "stands there already"
        case .letter: "what newsletters put around their text"
        }
    }
}
