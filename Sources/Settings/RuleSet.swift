import BriefModel
import Queries

/// What all rules together say of one article.
public struct RuleVerdict: Sendable, Equatable {
    /// The mark of what is held back among them.
    public var tags: [String] = []
    /// The first rule that drops it.
    public var droppedBy: String?
    /// Nil where no rule gives one.
    public var priority: Int?
    /// The names of the hooks that rules have tell of it.
    public var notify: Set<String> = []

    public init() {}
}

/// Rules with an index over what they ask for.
public struct RuleSet: Sendable {
    private let rules: [RuleSettings]
    private let index: QueryIndex

    public init(_ rules: [RuleSettings]) {
        self.rules = rules
        index = QueryIndex(rules.map(\.when))
    }

    public var isEmpty: Bool { rules.isEmpty }

    public func verdict(on matcher: QueryMatcher) -> RuleVerdict {
        var verdict = RuleVerdict()
        for rule in index.matches(matcher).map({ rules[$0] }) {
            for tag in rule.tags + (rule.hold ? [HoldTag.held] : [])
            where !verdict.tags.contains(tag) {
                verdict.tags.append(tag)
            }
            if rule.drop, verdict.droppedBy == nil { verdict.droppedBy = rule.name }
            verdict.priority =
                rule.priority.map { max($0, verdict.priority ?? 1) }
                ?? verdict.priority
            verdict.notify.formUnion(rule.notify)
        }
        return verdict
    }
}
