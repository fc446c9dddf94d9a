import ControlProtocol
import FoundationEssentials
import Settings
import Storage

/// What a hook is sent, as JSON (docs/hooks.md).
struct HookPayload: Encodable {
    struct Told: Encodable {
        var priority: Int
        /// The article's file, absolute.
        var file: String
        var article: ArticleItem
    }

    var id: String
    /// "article.filed", "article.revised", "problem", "checkpoint" or "digest".
    var type: String
    /// RFC 3339, UTC: when it was entered.
    var timestamp: String
    var hook: String
    var priority: Int?
    var file: String?
    var article: ArticleItem?
    var problem: StatusReply.Trouble?
    var checkpoint: String?
    /// Of a digest.
    var articles: [Told]?

    /// Nil where the article is gone.
    static func of(_ message: HookMessage, _ keeper: HookKeeper) throws -> [UInt8]? {
        var payload = HookPayload(
            id: message.id, type: "article." + message.kind,
            timestamp: message.created.rfc3339, hook: message.hook, priority: message.priority)
        if message.kind == HookSettings.Occasion.checkpoint.rawValue {
            payload.type = "checkpoint"
            payload.checkpoint = message.body
        } else if let body = message.body {
            payload.type = "problem"
            payload.problem = try WireJSON.decode(
                StatusReply.Trouble.self, from: Array(body.utf8))
        } else {
            guard let told = told(message, keeper) else { return nil }
            payload.file = told.file
            payload.article = told.article
        }
        return try WireJSON.encode(payload)
    }

    static func digest(
        _ batch: String, _ messages: [HookMessage], _ keeper: HookKeeper
    ) throws -> [UInt8] {
        let hook = messages.first?.hook ?? ""
        let payload = HookPayload(
            id: HookFeeder.id(of: batch, "digest", hook), type: "digest",
            timestamp: batch, hook: hook,
            articles: messages.compactMap { told($0, keeper) })
        return try WireJSON.encode(payload)
    }

    private static func told(_ message: HookMessage, _ keeper: HookKeeper) -> Told? {
        guard let listing = try? keeper.catalogue.listing(message.subject) else { return nil }
        return Told(
            priority: message.priority, file: keeper.store + "/" + listing.path,
            article: ArticleItem(listing))
    }
}
