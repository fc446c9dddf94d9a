import BriefModel
import FoundationEssentials

/// How far a page speaks of what an entry says.
struct PageAgreement: Sendable {
    /// Words of the entry's title and own text that tell it from others.
    let telling: Int
    /// Those that stand in the page's titles or body.
    let found: Int
    /// Those that stand in its body.
    let foundInBody: Int
    /// Whether one of the page's titles holds most of the entry's title; nil where one of them has none.
    let isNamed: Bool?
    /// Whether the entry says more than its title.
    let hasOwnText: Bool
    /// What else the page has of an article's and of this address: points.
    let standing: Int
    let bodyWords: Int

    /// - Parameters:
    ///   - own: the entry's own content, read.
    ///   - link: the address that the entry names.
    init(entry: Entry, own: ReadDocument?, link: String, page: ReadDocument, address: String) {
        let title = TellingWords(entry.title ?? "")
        let text = TellingWords(own?.article.text ?? "")
        let said = TellingWords(entry.title ?? "", own?.article.text ?? "")
        let body = TellingWords(all: page.article.text)
        let titles = (page.article.statement?.titles ?? []).map { TellingWords(all: $0) }
        telling = said.count
        foundInBody = said.found(in: body)
        found = said.found(in: titles.reduce(body) { $0.union($1) })
        isNamed =
            title.count == 0 || titles.isEmpty
            ? nil : titles.contains { title.found(in: $0) * 5 >= title.count * 3 }
        hasOwnText = text.count >= 4
        bodyWords = page.article.wordCount
        standing = Self.standing(entry, link, page.article, address)
    }

    /// Whether next to nothing of the entry stands on the page.
    var isNone: Bool { telling > 0 && (found == 0 || telling > 3 && found * 4 < telling) }

    /// Whether the body speaks of what the entry says.
    var isSpokenOf: Bool { telling > 1 && foundInBody * 2 >= telling }

    /// Whether the page surely is the entry's: it bears its title and speaks of it.
    var isVouched: Bool { isSpokenOf && isNamed != false }

    /// Whether only the titles of the page agree with the entry, above a few words of something else: the footer of a
    /// player, a log-in in an article's place.
    var isEmptyFrame: Bool {
        hasOwnText && bodyWords < 100 && telling > 3 && foundInBody * 5 < telling
    }

    /// Whether the page may be the entry's although they have next to nothing in common: a translation, a title that
    /// only hints. The more the entry says, the more the page must show.
    var isStanding: Bool { standing >= (telling > 3 ? 5 : 2) }

    private static func standing(
        _ entry: Entry, _ link: String, _ article: Article, _ address: String
    ) -> Int {
        var points = article.wordCount >= 350 ? 2 : article.wordCount >= 150 ? 1 : 0
        guard let statement = article.statement else { return points }
        if statement.isArticle { points += 2 }
        if statement.addresses.contains(where: { isSamePlace($0, link) || isSamePlace($0, address) }
        ) {
            points += 2
        }
        if let stated = statement.published.flatMap(day), let own = entry.published,
            abs(stated.timeIntervalSince(own)) < 2 * 86_400
        {
            points += 2
        }
        return points
    }

    private static func day(_ date: String) -> Date? {
        Date(rfc3339: date) ?? Date(rfc3339: date.prefix(10) + "T12:00:00Z")
    }

    /// Whether two addresses have the same path below the front page, whatever scheme, host and query are.
    private static func isSamePlace(_ one: String, _ other: String) -> Bool {
        let path = path(of: one)
        return path.contains { $0 != "/" } && path == Self.path(of: other)
    }

    private static func path(of address: String) -> Substring {
        guard let start = address.firstRange(of: "://") else { return "" }
        let rest = address[start.upperBound...].drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        return rest.hasSuffix("/") ? rest.dropLast() : rest
    }
}
