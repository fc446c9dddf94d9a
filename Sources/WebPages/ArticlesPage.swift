import ControlProtocol

/// Articles that a query finds, latest first.
public struct ArticlesPage: HousePage {
    public var query: String
    public var page: ItemPage<ArticleItem>
    /// Why the query was not understood; then the list is empty.
    public var complaint: String?
    public var visit = Visit.looking

    public init(query: String, page: ItemPage<ArticleItem>, complaint: String? = nil) {
        self.query = query
        self.page = page
        self.complaint = complaint
    }

    public var html: String {
        Frame(room: .articles, title: query.isEmpty ? "Articles" : query, visit: visit).page([
            .tag("h1", [], ["Articles"]), form, count,
            page.items.isEmpty ? .nothing : Self.list(page.items),
            Frame.next(page.next.map { .articles(query, cursor: $0) }),
        ])
    }

    private var form: Markup {
        .tag(
            "form",
            [.init("action", "/articles"), .init("method", "get"), .init("role", "search")],
            [
                .tag(
                    "label", [.init("for", "q")],
                    [
                        "Search: words, \"a phrase\", site:, tag:, -not"
                    ]),
                .void(
                    "input",
                    [
                        .init("id", "q"), .init("name", "q"), .init("type", "search"),
                        .init("value", query), .init("maxlength", "1000"),
                    ]),
                .tag("button", [], ["Search"]),
            ])
    }

    private var count: Markup {
        if let complaint {
            return .tag("p", [.css("bad"), .init("role", "alert")], [.text(complaint)])
        }
        let total = page.total ?? page.items.count
        return .tag("p", [.css("meek")], ["\(total) \(total == 1 ? "article" : "articles")"])
    }

    static func list(_ articles: [ArticleItem]) -> Markup {
        .tag("ul", [.css("list")], articles.map(item))
    }

    private static func item(_ article: ArticleItem) -> Markup {
        var facts: [Markup] = [Frame.time(article.published ?? article.filed)]
        if let site = article.site { facts.append(.text(site, limit: 80)) }
        if article.sightings.count > 0 { facts.append("seen \(article.sightings.count + 1) times") }
        if article.partial == true { facts.append("partial") }
        let title = article.title.flatMap { $0.isEmpty ? nil : $0 } ?? "Without a title"
        return .tag(
            "li", [],
            [
                .link(.article(article.id), .text(title, limit: 200)),
                .tag("p", [.css("meek")], [.joined(facts, by: " · ")]),
                article.excerpt.map { .tag("p", [], [.text($0, limit: 240)]) } ?? .nothing,
            ])
    }
}
