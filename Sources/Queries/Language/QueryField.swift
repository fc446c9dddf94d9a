/// What a query can ask of an article besides its words.
public enum QueryField: String, Sendable, CaseIterable {
    case title, text, author, site, url, feed, tag, category, lang, series, source, quality, words
    case published, modified, filed
    case `is`

    /// How a field is compared.
    enum Kind {
        /// Word by word, as plain words are.
        case words
        /// As a whole, in whatever case; `*` stands for any characters.
        case name
        case number
        case date
        case flag
    }

    /// The name as it is written; some have two.
    init?(named name: String) {
        switch name {
        case "language": self = .lang
        case "body": self = .text
        case "authors": self = .author
        case "tags": self = .tag
        default: self.init(rawValue: name)
        }
    }

    var kind: Kind {
        switch self {
        case .title, .text, .author, .series: .words
        case .site, .url, .feed, .tag, .category, .lang, .source: .name
        case .quality, .words: .number
        case .published, .modified, .filed: .date
        case .is: .flag
        }
    }

    /// For messages.
    var example: String {
        switch self {
        case .title: "title:\"export control\""
        case .text: "text:sanction*"
        case .author: "author:\"Ann Miller\""
        case .site: "site:*.gov"
        case .url: "url:https://example.org/*"
        case .feed: "feed:\"Harbour Notes\""
        case .tag: "tag:sport"
        case .category: "category:trade"
        case .lang: "lang:de"
        case .series: "series:\"Policy Brief\""
        case .source: "source:spool:*"
        case .quality: "quality>0.7"
        case .words: "words>200"
        case .published: "published>2026-01-01"
        case .modified: "modified>2026-01-01"
        case .filed: "filed>2026-01-01"
        case .is: "is:partial"
        }
    }

    /// What `is:` knows.
    enum Flag: String, CaseIterable, Sendable {
        case partial, edited
    }
}
