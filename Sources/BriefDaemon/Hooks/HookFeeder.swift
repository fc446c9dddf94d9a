import BriefModel
import FoundationEssentials
import Hashing
import Queries
import Settings
import Storage

/// Enters into the outbox what hooks are to be told of. It follows the store in the order of filing, as any reader of
/// `GET /v1/articles?since=` does: what a crash or a full disk kept from entering enters later.
struct HookFeeder: Sendable {
    /// Articles that are looked at in one transaction.
    private static let page = 100

    let keeper: HookKeeper

    func run() async {
        while !Task.isCancelled {
            guard !keeper.hooks.isEmpty else {
                await keeper.filed.wait(atMost: nil)
                continue
            }
            let isDone = await feed()
            await keeper.filed.wait(atMost: isDone ? .seconds(60) : .seconds(10))
            // Some more may follow at once.
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// Says whether all was entered.
    private func feed() async -> Bool {
        while !Task.isCancelled {
            let keeper = keeper
            guard let outcome = await keeper.asking({ try Self.step(keeper, $0) }) else {
                return false
            }
            for hook in outcome.told { keeper.bell(of: hook).ring() }
            if !outcome.isMore { return outcome.isDone }
        }
        return false
    }

    private struct Outcome: Sendable {
        var told: Set<String> = []
        var isMore = false
        /// False where a hook's box is full.
        var isDone = true
    }

    /// One page for the hooks that have heard least.
    private static func step(_ keeper: HookKeeper, _ outbox: HookOutbox) throws -> Outcome {
        var outcome = Outcome()
        let hooks = Dictionary(
            keeper.hooks.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let ready = try outbox.standings().filter { standing in
            guard let hook = hooks[standing.name], standing.stopped == nil else { return false }
            let isFull = standing.waiting >= hook.limit
            if isFull { outcome.isDone = false }
            return !isFull
        }
        for (position, standings) in Dictionary(grouping: ready, by: \.position) {
            let page = try keeper.catalogue.articles(
                ArticleQuery(order: .following, limit: page, cursor: position))
            guard !page.items.isEmpty, let behind = page.position else { continue }
            let names = standings.map(\.name)
            var messages: [HookMessage] = []
            for article in page.items {
                messages += Self.messages(
                    of: article, for: names.compactMap { hooks[$0] }, keeper)
            }
            try outbox.enter(messages, hooks: names, position: behind)
            outcome.told.formUnion(messages.map(\.hook))
            outcome.isMore = outcome.isMore || page.next != nil
        }
        return outcome
    }

    /// What some hooks are told of an article: nothing of one that is held back.
    static func messages(
        of article: ArticleListing, for hooks: [HookSettings], _ keeper: HookKeeper
    ) -> [HookMessage] {
        let kind: HookSettings.Occasion = article.supersedes == nil ? .filed : .revised
        guard !article.tags.contains(HoldTag.held) else { return [] }
        // Without its file it is told of to those who do not ask for more than it says in the catalogue.
        // Where nobody asks about more, its file is not read.
        let isAsked = !keeper.rules.isEmpty || hooks.contains { $0.when != nil }
        let detail = isAsked ? try? keeper.catalogue.article(article.id) : nil
        let matcher = detail.map { detail in
            QueryMatcher(
                ArticleFacts(
                    detail.front, tags: article.tags, text: detail.text,
                    feeds: keeper.feedNames.of(feed: article.feed)))
        }
        let verdict = matcher.map(keeper.rules.verdict) ?? RuleVerdict()
        return hooks.filter { hook in
            let isNamed = verdict.notify.contains(hook.name)
            if hook.occasions.contains(kind) {
                return isNamed || hook.when.map { matcher?.matches($0) ?? false } ?? true
            }
            return isNamed && kind == .filed
        }.map { hook in
            HookMessage(
                id: id(of: article.id, kind.rawValue, hook.name), hook: hook.name,
                kind: kind.rawValue, subject: article.id,
                priority: verdict.priority ?? RuleSettings.usualPriority, created: keeper.clock())
        }
    }

    static func id(of subject: String, _ kind: String, _ hook: String) -> String {
        let digits = SHA256Digest.hex(of: Array("\(kind)\n\(subject)\n\(hook)".utf8))
        return "msg_" + digits.prefix(32)
    }
}
