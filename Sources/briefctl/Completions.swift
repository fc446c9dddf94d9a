import ArgumentParser
import ControlProtocol
import FoundationEssentials

/// What a shell offers for an argument, as the running daemon knows it; nothing where none answers.
enum Completions {
    /// Names of feeds, and their addresses where they have none.
    static let feeds = kind { feeds in feeds.map { $0.title ?? $0.url } }
    static let feedTags = kind { feeds in Set(feeds.flatMap(\.tags)).sorted() }
    /// The latest articles.
    static let articles = CompletionKind.custom { words, _, _ in
        await items("/v1/articles", words, of: ArticleItem.self).map(\.id)
    }
    static let spoolFiles = CompletionKind.custom { words, _, _ in
        await items("/v1/spool", words, of: SpoolFileItem.self).map(\.id)
    }

    private static func kind(
        _ values: @escaping @Sendable ([FeedItem]) -> [String]
    ) -> CompletionKind {
        .custom { words, _, _ in values(await items("/v1/feeds", words, of: FeedItem.self)) }
    }

    private static func items<Item: Codable & Sendable & Equatable>(
        _ path: String, _ words: [String], of type: Item.Type
    ) async -> [Item] {
        let option = words.firstIndex(of: "--runtime").map { words.index(after: $0) }
        let runtime = option.flatMap { words.indices.contains($0) ? words[$0] : nil }
        // A shell that completes has nowhere to say what is wrong.
        let page = try? await DaemonClient(runtime: runtime).get(
            path, [("limit", "100")], as: ItemPage<Item>.self)
        return page?.items ?? []
    }
}
