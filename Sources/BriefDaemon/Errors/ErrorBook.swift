/// What went wrong so far, in groups, and how much was not taken. A pure value: nothing here touches the disk.
struct ErrorBook: Sendable, Equatable {
    /// What is told of all groups together.
    struct Totals: Sendable, Equatable, Codable {
        /// Everything that arrived and was deliberately not filed, however long ago.
        var notTaken = 0
        /// Groups that gave way to later ones.
        var dropped = 0
    }

    /// Groups that are kept; the one that was quiet longest gives way.
    let limit: Int
    private(set) var totals = Totals()
    private var groups: [Int: ErrorGroup] = [:]
    private var ids: [ErrorGroup.Key: Int] = [:]
    /// Ids in rising order; some of groups that have moved on to a later one.
    private var order: [Int] = []

    init(limit: Int = 10_000) {
        self.limit = limit
    }

    var count: Int { groups.count }
    /// The greatest number of an event that it knows of.
    var lastID: Int { order.last ?? 0 }

    /// Takes an error in. Its number must be greater than those before.
    ///
    /// - Returns: its group.
    @discardableResult
    mutating func note(_ event: DaemonStatus.Event) -> ErrorGroup {
        if event.kind == .notTaken { totals.notTaken += 1 }
        var group = ErrorGroup(event)
        if let old = ids[group.key].flatMap({ groups.removeValue(forKey: $0) }) {
            group.first = old.first
            group.count = old.count + 1
        }
        put(group)
        return group
    }

    /// Takes a group back that was noted in an earlier life; a later line about the same one wins.
    mutating func restore(_ group: ErrorGroup) {
        if let old = ids[group.key] { groups[old] = nil }
        put(group)
    }

    mutating func restore(_ totals: Totals) { self.totals = totals }

    /// Newest first.
    ///
    /// - Parameter before: the last id of the page before.
    /// - Returns: at most `limit` groups, and whether there are more.
    func page(before: Int? = nil, limit: Int) -> (groups: [ErrorGroup], hasMore: Bool) {
        var page: [ErrorGroup] = []
        for id in order.reversed() where before.map({ id < $0 }) ?? true {
            guard let group = groups[id] else { continue }
            if page.count == limit { return (page, true) }
            page.append(group)
        }
        return (page, false)
    }

    /// Those with these ids that are still there, oldest first.
    func groups(_ ids: Set<Int>) -> [ErrorGroup] { ids.sorted().compactMap { groups[$0] } }

    /// Oldest first.
    var all: [ErrorGroup] { order.compactMap { groups[$0] } }

    private mutating func put(_ group: ErrorGroup) {
        groups[group.id] = group
        ids[group.key] = group.id
        if let last = order.last, last > group.id {
            order.insert(group.id, at: order.firstIndex { $0 > group.id } ?? order.endIndex)
        } else if order.last != group.id {
            order.append(group.id)
        }
        if groups.count > limit { dropOldest() }
        if order.count > 2 * limit + 100 { order.removeAll { groups[$0] == nil } }
    }

    private mutating func dropOldest() {
        guard let index = order.firstIndex(where: { groups[$0] != nil }),
            let group = groups.removeValue(forKey: order[index])
        else { return }
        ids[group.key] = nil
        order.removeFirst(index + 1)
        totals.dropped += 1
    }
}
