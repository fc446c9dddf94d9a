/// Characters that a match of a pattern holds, and how far behind its beginning they may stand.
struct RequiredLiteral: Sendable, Equatable {
    /// Folded, two at least.
    var scalars: [UInt32]
    /// Characters before them in a match, at most; nil where there is no bound.
    var before: Int?
}

/// Finds, in a pattern as it was read, characters without which nothing matches: of each set it gives, every match holds
/// one literal at least.
///
/// Borders, beginnings and ends of lines are taken for nothing, so that what is found is needed, and never enough.
enum RequiredLiterals {
    /// Literals of one set, and characters of one of them.
    private static let most = 16
    private static let longest = 32
    /// Literals of shorter ones are in every text.
    private static let shortest = 2

    /// Sets, at most four; first the one that is likely to be found least often.
    static func of(_ node: PatternNode) -> [[RequiredLiteral]] {
        let found = look(at: node)
        let all = (found.sets + candidate(found.exact, before: 0)).compactMap { set in
            weight(set).map { (set: set, weight: $0) }
        }
        return all.sorted { $0.weight > $1.weight }.prefix(4).map(\.set)
    }

    private struct Found {
        /// All that the node matches, where that is little.
        var exact: [[UInt32]]?
        var sets: [[RequiredLiteral]] = []
        /// Characters of a match, at most; nil without bound.
        var most: Int?

        static let nothing = Found(exact: [[]], most: 0)
    }

    private static func look(at node: PatternNode) -> Found {
        switch node {
        case .empty, .start, .end, .border: .nothing
        case .set(let set): Found(exact: set.members(atMost: 8)?.map { [$0] }, most: 1)
        case .sequence(let parts): sequence(parts.map(look))
        case .choice(let branches): choice(branches.map(look))
        case .repeated(let part, let least, let most): repeated(look(at: part), least, most)
        }
    }

    private static func sequence(_ parts: [Found]) -> Found {
        var all = Found.nothing
        var run: [[UInt32]] = [[]]
        var runBefore: Int? = 0
        for part in parts {
            if let exact = part.exact, let longer = product(run, exact) {
                run = longer
            } else {
                all.exact = nil
                all.sets += candidate(run, before: runBefore)
                all.sets += part.sets.map { shift($0, by: all.most) }
                run = part.exact ?? [[]]
                runBefore = part.exact == nil ? sum(all.most, part.most) : all.most
            }
            all.most = sum(all.most, part.most)
        }
        if all.exact == nil {
            all.sets += candidate(run, before: runBefore)
        } else {
            all.exact = run
        }
        return all
    }

    private static func choice(_ branches: [Found]) -> Found {
        var all = Found(exact: [], most: 0)
        var either: [RequiredLiteral]? = []
        for branch in branches {
            let sets = branch.sets + candidate(branch.exact, before: 0)
            let best = sets.filter { weight($0) != nil }
                .max { weight($0) ?? (0, 0) < weight($1) ?? (0, 0) }
            either = best.flatMap { best in either.map { $0 + best } }
            if let some = all.exact, let exact = branch.exact {
                let joined = Array(Set(some + exact))
                all.exact = joined.count <= most ? joined : nil
            } else {
                all.exact = nil
            }
            if let most = all.most { all.most = branch.most.map { max(most, $0) } }
        }
        if let either, either.count <= 4 * most { all.sets = [either] }
        return all
    }

    private static func repeated(_ part: Found, _ least: Int, _ most: Int?) -> Found {
        let bound = most.flatMap { most in part.most.flatMap { limited($0 * most) } }
        guard least > 0 else {
            let isOptional = most == 1
            return Found(
                exact: isOptional ? part.exact.map { Array(Set($0 + [[]])) } : nil, most: bound)
        }
        var parts = [Found](repeating: part, count: min(least, 4))
        if least != most || least > 4 { parts.append(Found(most: nil)) }
        var all = sequence(parts)
        all.most = bound
        return all
    }

    private static func product(_ left: [[UInt32]], _ right: [[UInt32]]) -> [[UInt32]]? {
        guard left.count * right.count <= most else { return nil }
        var all: Set<[UInt32]> = []
        for one in left {
            for other in right { all.insert(one + other) }
        }
        return all.allSatisfy { $0.count <= longest } ? Array(all) : nil
    }

    private static func candidate(_ exact: [[UInt32]]?, before: Int?) -> [[RequiredLiteral]] {
        guard let exact else { return [] }
        // Where one begins with another, the other is there too.
        let few = exact.filter { one in
            !exact.contains { $0.count < one.count && one.starts(with: $0) }
        }
        let set = few.map { RequiredLiteral(scalars: $0, before: before) }
        return weight(set) == nil ? [] : [set]
    }

    private static func shift(_ set: [RequiredLiteral], by most: Int?) -> [RequiredLiteral] {
        set.map { RequiredLiteral(scalars: $0.scalars, before: sum(most, $0.before)) }
    }

    private static func sum(_ one: Int?, _ other: Int?) -> Int? {
        one.flatMap { one in other.flatMap { limited(one + $0) } }
    }

    /// Beyond the length of any text that is looked at there is no bound.
    private static func limited(_ count: Int) -> Int? {
        count <= FoldedText.longest ? count : nil
    }

    /// The longer the shortest of a set, the rarer it is; then the fewer there are. Nil for what is in every text.
    private static func weight(_ set: [RequiredLiteral]) -> (Int, Int)? {
        guard let length = set.map(\.scalars.count).min(), length >= shortest else { return nil }
        return (length, -set.count)
    }
}

extension ScalarSet {
    /// All characters in it, where they are no more than so many.
    fileprivate func members(atMost most: Int) -> [UInt32]? {
        guard !isNegated else { return nil }
        var all: Set<UInt32> = []
        for range in ranges {
            guard range.upperBound - range.lowerBound < UInt32(most) else { return nil }
            all.formUnion(range)
        }
        return all.count <= most ? all.sorted() : nil
    }
}
