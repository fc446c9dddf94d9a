import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Settings
import WebPages

/// Brings what a page shows together, what the sockets show and no more; and does what its buttons stand for.
struct WebDesk: WebDoor {
    private static let few = 8

    let service: any ControlService
    /// What was kept of an article's original, and why.
    let explain: @Sendable (String) async throws -> Explanation
    let clock: @Sendable () -> Date
    private let days: DayBook

    init(
        service: any ControlService, clock: @escaping @Sendable () -> Date,
        explain: @escaping @Sendable (String) async throws -> Explanation
    ) {
        self.service = service
        self.clock = clock
        self.explain = explain
        days = DayBook(service: service)
    }

    func page(_ request: WebRequest) async throws -> WebPage {
        let cursor = request.query["cursor"]
        let visit = Visit(request)
        switch request.segments {
        case []: return .html(try await dashboard().shown(to: visit).html)
        case ["style.css"]:
            return WebPage(
                type: "text/css; charset=utf-8", bytes: Array(StyleSheet.text.utf8), isSteady: true)
        case ["login"] where request.canSignIn: return .html(LoginPage().html)
        case ["articles"]:
            let page = try await articles(request.query["q"] ?? "", cursor)
            return .html(page.shown(to: visit).html)
        case let path where path.count >= 2 && path[0] == "articles":
            let part = request.query["part"].flatMap { Int($0) } ?? 1
            return .html(try await article(path[1], Array(path.dropFirst(2)), part, visit))
        case ["feeds"]:
            let page = try await service.feeds(cursor: cursor, limit: PageSize.items)
            return .html(FeedsPage(page: page).shown(to: visit).html)
        case ["spool"]:
            let page = try await service.spool(cursor: cursor, limit: PageSize.items, all: false)
            return .html(SpoolPage(page: page).shown(to: visit).html)
        case ["errors"]:
            let page = try await service.errors(cursor: cursor, limit: PageSize.items)
            return .html(ErrorsPage(page: page).shown(to: visit).html)
        default: throw Self.nothing
        }
    }

    private static let nothing = ControlFailure(
        404, "not-found", "No such page", detail: "There is nothing at this address.")

    func problem(_ failure: ControlFailure) -> WebPage { .html(ProblemPage(failure.reply).html) }

    private func article(
        _ id: String, _ rest: [String], _ part: Int, _ visit: Visit
    ) async throws -> String {
        switch rest {
        case []:
            let article = try await service.article(id, fields: nil)
            return ArticlePage(article: article, part: part).shown(to: visit).html
        case ["changes"]: return try await changes(id, visit)
        case ["explain"]:
            let article = try await service.article(id, fields: nil)
            return ExplainPage(
                article: article, explanation: try await explain(article.id), part: part
            ).shown(to: visit).html
        default: throw Self.nothing
        }
    }

    private func dashboard() async throws -> DashboardPage {
        let status = try await service.status()
        let latest = try await service.articles(
            ArticleQueryParameters(), cursor: nil, limit: Self.few)
        let year = try await days.days(now: clock())
        return DashboardPage(
            status: status, feeds: try await service.feeds(cursor: nil, limit: Self.few).items,
            articles: latest.items, days: year.days, weekday: year.weekday,
            hosts: Array(try await service.hosts().prefix(Self.few)))
    }

    /// What somebody types may have no sense; the page says so above the field, and keeps the words.
    private func articles(_ query: String, _ cursor: String?) async throws -> ArticlesPage {
        do {
            let page = try await service.articles(
                ArticleQueryParameters(words: query.isEmpty ? nil : query), cursor: cursor,
                limit: PageSize.items)
            return ArticlesPage(query: query, page: page)
        } catch let failure as ControlFailure where [400, 422].contains(failure.reply.status) {
            return ArticlesPage(
                query: query, page: ItemPage(items: []), complaint: failure.reply.detail)
        }
    }

    private func changes(_ id: String, _ visit: Visit) async throws -> String {
        let later = try await service.article(id, fields: nil)
        let revisions = later.revisions ?? []
        guard let place = revisions.firstIndex(of: later.id), place > 0 else {
            throw ControlFailure(
                404, "no-revision", "No earlier revision",
                detail: "\(later.id) is the first of its article.")
        }
        let earlier = try await service.article(revisions[place - 1], fields: nil)
        var page = ChangesPage(from: earlier, to: later)
        page.visit = visit
        return try page.html()
    }
}

extension Visit {
    init(_ request: WebRequest) {
        self.init(
            canSignIn: request.canSignIn, formKey: request.visitor?.formKey,
            message: request.visitor?.message)
    }
}
