/// What was changed between two versions of a text: block by block, and within a block word by word.
public struct TextChanges: Sendable, Equatable {
    public enum Change: Sendable, Equatable {
        case removed(String)
        case added(String)
        /// One block in two wordings.
        case reworded([Piece])
    }

    /// Words with the spaces between and behind them.
    public enum Piece: Sendable, Equatable {
        case same(String)
        case removed(String)
        case added(String)
    }

    /// In the order of the text.
    public private(set) var changes: [Change] = []

    /// Of more blocks, or words in a block, that differ, none is looked for in the other version: each stands as removed
    /// or added. Comparing takes the square of their number.
    private static let most = 3_000

    /// - Parameters:
    ///   - old: the blocks of the earlier version.
    ///   - new: those of the later one.
    public init(from old: [String], to new: [String]) {
        var (removed, added): ([String], [String]) = ([], [])
        for step in Self.steps(from: old, to: new) {
            switch step {
            case .same:
                close(removed, added)
                (removed, added) = ([], [])
            case .removed(let block): removed.append(block)
            case .added(let block): added.append(block)
            }
        }
        close(removed, added)
    }

    /// Pairs what was removed with what was added in its place, where both say much the same.
    private mutating func close(_ removed: [String], _ added: [String]) {
        guard removed.count + added.count <= Self.most else {
            changes += removed.map { .removed($0) } + added.map { .added($0) }
            return
        }
        var rest = added[...]
        for block in removed {
            let match = rest.prefix(20).firstIndex { Self.areAlike(block, $0) }
            guard let match else {
                changes.append(.removed(block))
                continue
            }
            changes += rest[..<match].map { .added($0) }
            changes.append(.reworded(Self.pieces(from: block, to: rest[match])))
            rest = rest[(match + 1)...]
        }
        changes += rest.map { .added($0) }
    }

    /// Whether half of the words of the shorter one stand in the other.
    private static func areAlike(_ one: String, _ other: String) -> Bool {
        let (left, right) = (Set(words(of: one)), Set(words(of: other)))
        return left.intersection(right).count * 2 >= max(1, min(left.count, right.count))
    }

    private static func pieces(from old: String, to new: String) -> [Piece] {
        var pieces: [Piece] = []
        for step in steps(from: words(of: old), to: words(of: new)) {
            switch (pieces.last, step) {
            case (.same(let words), .same(let word)):
                pieces[pieces.count - 1] = .same(words + word)
            case (.removed(let words), .removed(let word)):
                pieces[pieces.count - 1] = .removed(words + word)
            case (.added(let words), .added(let word)):
                pieces[pieces.count - 1] = .added(words + word)
            default: pieces.append(step)
            }
        }
        return pieces
    }

    /// Words with the space behind them; characters where words are not spaced.
    private static func words(of text: String) -> [String] {
        var words: [String] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            guard word.unicodeScalars.contains(where: { Shingling.isUnspaced($0.value) }) else {
                words.append(word + " ")
                continue
            }
            words += word.dropLast().map(String.init) + [String(word.suffix(1)) + " "]
        }
        return words
    }

    /// Both texts as one: what is removed stands before what is added in its place.
    private static func steps(from old: [String], to new: [String]) -> [Piece] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed())
            .prefix { $0 == $1 }.count
        let (left, right) = (old[head..<old.count - tail], new[head..<new.count - tail])
        var steps: [Piece] = old.prefix(head).map { .same($0) }
        if left.count + right.count > most {
            steps += left.map { .removed($0) } + right.map { .added($0) }
        } else {
            let difference = Array(right).difference(from: Array(left))
            let removed = Set(difference.removals.compactMap(\.place))
            let added = Set(difference.insertions.compactMap(\.place))
            var (one, other) = (0, 0)
            while one < left.count || other < right.count {
                if removed.contains(one) {
                    steps.append(.removed(left[head + one]))
                    one += 1
                } else if added.contains(other) {
                    steps.append(.added(right[head + other]))
                    other += 1
                } else {
                    steps.append(.same(right[head + other]))
                    one += 1
                    other += 1
                }
            }
        }
        return steps + old.suffix(tail).map { .same($0) }
    }
}

extension CollectionDifference.Change {
    fileprivate var place: Int? {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
