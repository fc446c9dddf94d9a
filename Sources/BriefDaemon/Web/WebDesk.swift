import BriefModel
import ControlProtocol
import ControlServer
import FoundationEssentials
import Settings
import WebPages

/// Brings what a page shows together; what the sockets show, and no more.
struct WebDesk: WebDoor {
    private static let few = 8
    /// Days of the chart.
    private static let days = 14

    let service: any ControlService
    let clock: @Sendable () -> Date

    func page(_ request: WebRequest) async throws -> WebPage {
        let cursor = request.query["cursor"]
        switch request.segments {
        case []: return .html(try await dashboard().html)
        case ["style.css"]:
            return WebPage(
                type: "text/css; charset=utf-8", bytes: Array(StyleSheet.text.utf8), isSteady: true)
        case ["articles"]:
            return .html(try await articles(request.query["q"] ?? "", cursor).html)
        case let path where path.count == 2 && path[0] == "articles":
            let article = try await service.article(path[1], fields: nil)
            let part = request.query["part"].flatMap { Int($0) } ?? 1
            return .html(ArticlePage(article: article, part: part).html)
        case let path where path.count == 3 && path[0] == "articles" && path[2] == "changes":
            return .html(try await changes(path[1]))
        case ["feeds"]:
            return .html(
                FeedsPage(page: try await service.feeds(cursor: cursor, limit: PageSize.items)).html
            )
        case ["spool"]:
            return .html(
                SpoolPage(
                    page: try await service.spool(cursor: cursor, limit: PageSize.items, all: false)
                ).html)
        case ["errors"]:
            return .html(
                ErrorsPage(page: try await service.errors(cursor: cursor, limit: PageSize.items))
                    .html)
        default:
            throw ControlFailure(
                404, "not-found", "No such page", detail: "There is nothing at this address.")
        }
    }

    func problem(_ failure: ControlFailure) -> WebPage { .html(ProblemPage(failure.reply).html) }

    private func dashboard() async throws -> DashboardPage {
        let status = try await service.status()
        let latest = try await service.articles(
            ArticleQueryParameters(), cursor: nil, limit: Self.few)
        return DashboardPage(
            status: status, feeds: try await service.feeds(cursor: nil, limit: Self.few).items,
            articles: latest.items, days: try await daily())
    }

    /// How many articles were filed on each of the last days, UTC.
    private func daily() async throws -> [DailyChart.Day] {
        var days: [DailyChart.Day] = []
        let now = clock()
        for back in (0..<Self.days).reversed() {
            let day = now.addingTimeInterval(-86_400 * Double(back)).rfc3339.prefix(10)
            let next = now.addingTimeInterval(-86_400 * Double(back - 1)).rfc3339.prefix(10)
            let page = try await service.articles(
                ArticleQueryParameters(since: String(day), until: String(next)), cursor: nil,
                limit: 1)
            days.append(.init(day: String(day), count: page.total ?? page.items.count))
        }
        return days
    }

    /// What somebody types may have no sense; the page says so above the field, and keeps the words.
    private func articles(_ query: String, _ cursor: String?) async throws -> ArticlesPage {
        do {
            let page = try await service.articles(
                ArticleQueryParameters(words: query.isEmpty ? nil : query), cursor: cursor,
                limit: PageSize.items)
            return ArticlesPage(query: query, page: page)
        } catch let failure as ControlFailure where failure.reply.status == 400 {
            return ArticlesPage(
                query: query, page: ItemPage(items: []), complaint: failure.reply.detail)
        }
    }

    private func changes(_ id: String) async throws -> String {
        let later = try await service.article(id, fields: nil)
        let revisions = later.revisions ?? []
        guard let place = revisions.firstIndex(of: later.id), place > 0 else {
            throw ControlFailure(
                404, "no-revision", "No earlier revision",
                detail: "\(later.id) is the first of its article.")
        }
        let earlier = try await service.article(revisions[place - 1], fields: nil)
        return try ChangesPage(from: earlier, to: later).html()
    }
}
