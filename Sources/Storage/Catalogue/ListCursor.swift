import GRDB

/// Where a page of a list ends: what follows it, in the list's order, is the next page.
enum ListCursor: Equatable {
    /// Seconds since 1970.
    case filed(Int64, num: Int64)
    /// Seconds since 1970.
    case published(Int64, num: Int64)
    /// Seconds since 1970.
    case changed(Int64, num: Int64)
    case relevance(skipping: Int64)
    /// An article's place among all that were ever filed: see `FrontMatter.sequence`.
    case following(Int64, id: String)

    /// A follower that has nothing yet.
    static let beginning = ListCursor.following(0, id: "")

    /// Throws `badCursor` for what is no cursor of a list in that order.
    init(text: String, order: ArticleQuery.Order) throws(StorageError) {
        let bad = StorageError.badCursor(String(text.prefix(40)))
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        func number(_ index: Int) throws(StorageError) -> Int64 {
            guard parts.indices.contains(index), let number = ListCursor.number(parts[index])
            else { throw bad }
            return number
        }
        switch order {
        case .filed where parts.count == 2: self = .filed(try number(0), num: try number(1))
        case .published where parts.count == 3 && parts[0] == "p":
            self = .published(try number(1), num: try number(2))
        case .changed where parts.count == 3 && parts[0] == "p":
            self = .changed(try number(1), num: try number(2))
        case .relevance where parts.count == 2 && parts[0] == "r":
            self = .relevance(skipping: max(0, try number(1)))
        case .following:
            guard let cursor = ListCursor(following: text) else { throw bad }
            self = cursor
        default: throw bad
        }
    }

    /// A follower's cursor: "0", or "c", the sequence to base 36, ".", and the id. Nil for anything else.
    init?(following text: String) {
        if text == "0" {
            self = .beginning
            return
        }
        let parts = text.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
        guard text.hasPrefix("c"), parts.count == 2, let sequence = ListCursor.number(parts[0]),
            parts[1].utf8.count <= 64, parts[1].allSatisfy({ $0.isASCII && $0.isHexDigit })
        else { return nil }
        self = .following(sequence, id: String(parts[1]))
    }

    /// To base 36, in 13 digits at most; what passes 64 bits counts as their greatest or least. That is all that the
    /// description of the interface says of it, and so all of that is taken.
    private static func number(_ text: Substring) -> Int64? {
        let isNegative = text.hasPrefix("-")
        let digits = text.utf8.dropFirst(isNegative ? 1 : 0)
        let isNumber = digits.allSatisfy {
            (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
        }
        guard isNumber, (1...13).contains(digits.count) else { return nil }
        return Int64(text, radix: 36) ?? (isNegative ? .min : .max)
    }

    var text: String {
        func digits(_ value: Int64) -> String { String(value, radix: 36) }
        return switch self {
        case .filed(let filed, let num): digits(filed) + "." + digits(num)
        case .published(let published, let num): "p." + digits(published) + "." + digits(num)
        case .changed(let changed, let num): "p." + digits(changed) + "." + digits(num)
        case .relevance(let skipping): "r." + digits(skipping)
        case .beginning: "0"
        case .following(let sequence, let id): "c" + digits(sequence) + "." + id
        }
    }

    /// The cursor of a list behind one of its rows.
    static func behind(_ row: Row, in order: ArticleQuery.Order, shown: Int64) -> ListCursor {
        switch order {
        case .filed: .filed(row["filed"], num: row["num"])
        case .published:
            .published(row["published_time"] ?? ArticleSelect.undated, num: row["num"])
        case .changed:
            .changed(row["retitled"] ?? row["filed"], num: row["num"])
        case .relevance: .relevance(skipping: shown)
        case .following: .following(row["sequence"], id: row["id"])
        }
    }
}

extension ArticleQuery {
    /// Whether a text has the form of a follower's cursor, rather than that of a time.
    public static func isFollowing(_ text: String) -> Bool {
        ListCursor(following: text) != nil
    }
}
