import BriefModel
import Queries
import Settings
import Storage
import Synchronization

/// The rules and the queries of the hooks that are in force, with an index over their words, so that an article costs the
/// same whether there are ten or ten thousand.
public final class RuleBook: Sendable {
    private let rules: Mutex<RuleSet>

    init() { rules = Mutex(RuleSet([])) }

    init(_ configuration: Configuration) { rules = Mutex(RuleSet(configuration.rules)) }

    /// Whether no rule is in force.
    var isEmpty: Bool { rules.withLock(\.isEmpty) }

    /// Puts other rules in force.
    func follow(_ configuration: Configuration) {
        let new = RuleSet(configuration.rules)
        rules.withLock { $0 = new }
    }

    /// The document with what the rules make of it.
    func applied(to filing: Filing) -> Filing {
        let rules = rules.withLock { $0 }
        guard !rules.isEmpty else { return filing }
        let verdict = rules.verdict(on: QueryMatcher(ArticleFacts(filing)))
        var filing = filing
        filing.origin.tags += verdict.tags.filter { !filing.origin.tags.contains($0) }
        filing.droppedBy = verdict.droppedBy
        return filing
    }

    /// What the rules say of an article.
    func verdict(on matcher: QueryMatcher) -> RuleVerdict {
        rules.withLock { $0 }.verdict(on: matcher)
    }
}
