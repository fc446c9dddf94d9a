import BriefModel
import Queries
import Settings
import Storage
import Synchronization

/// The rules and the queries of the hooks that are in force, with an index over their words, so that an article costs the
/// same whether there are ten or ten thousand.
public final class RuleBook: Sendable {
    private struct State {
        var rules = RuleSet([])
        var names: [String: [String]] = [:]
    }

    private let state = Mutex(State())

    init() {}

    init(_ configuration: Configuration) { follow(configuration) }

    /// Whether no rule is in force.
    var isEmpty: Bool { state.withLock { $0.rules.isEmpty } }

    /// Puts other rules in force.
    func follow(_ configuration: Configuration) {
        let rules = RuleSet(configuration.rules)
        state.withLock { $0.rules = rules }
    }

    /// What feeds are called besides their ids: addresses, names, titles.
    func setNames(_ names: [String: [String]]) { state.withLock { $0.names = names } }

    func names(ofFeed id: String?) -> [String] {
        id.flatMap { id in state.withLock { $0.names[id] } } ?? []
    }

    /// The document with what the rules make of it.
    func applied(to filing: Filing) -> Filing {
        let (rules, names) = state.withLock { state in
            (state.rules, filing.origin.entry.flatMap { state.names[$0.feed] } ?? [])
        }
        guard !rules.isEmpty else { return filing }
        let verdict = rules.verdict(on: QueryMatcher(ArticleFacts(filing, feeds: names)))
        var filing = filing
        filing.origin.tags += verdict.tags.filter { !filing.origin.tags.contains($0) }
        filing.droppedBy = verdict.droppedBy
        return filing
    }

    /// What the rules say of an article.
    func verdict(on matcher: QueryMatcher) -> RuleVerdict {
        state.withLock { $0.rules }.verdict(on: matcher)
    }
}
