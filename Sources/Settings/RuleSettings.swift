import Queries

/// What is done with articles that a query holds for: a [[rule]] of the configuration. Its effects add up with those of all
/// other rules that hold; none sees what another did.
public struct RuleSettings: Sendable, Equatable {
    /// As it is told of: the configured name, else "rule 3".
    public var name: String
    public var when: Query
    /// Tags that the article gets.
    public var tags: [String]
    /// It is not filed; that it came is noted as a sighting of kind "dropped".
    public var drop: Bool
    /// It is filed with the tag `HoldTag.held`, and no hook tells of it.
    public var hold: Bool
    /// 1 (whenever there is time) to 5 (at once), for hooks; the highest of all rules that hold counts.
    public var priority: Int?
    /// Names of hooks that tell of it, whatever they tell of else.
    public var notify: [String]

    /// Of an article that no rule gives another.
    public static let usualPriority = 3

    public init(
        name: String, when: Query, tags: [String] = [], drop: Bool = false, hold: Bool = false,
        priority: Int? = nil, notify: [String] = []
    ) {
        self.name = name
        self.when = when
        self.tags = tags
        self.drop = drop
        self.hold = hold
        self.priority = priority
        self.notify = notify
    }
}
