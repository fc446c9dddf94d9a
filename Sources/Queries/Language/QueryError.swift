/// Why a query cannot be used: where, what, and what next.
public struct QueryError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        /// A bracket, quote or operator that leads nowhere. In a question of somebody who writes none of this language it
        /// may stand for itself.
        case form
        /// What was written has a form, and no sense: an unknown field, no number, no day, a pattern too large.
        case meaning
    }

    public var kind: Kind
    /// In characters of the query, from 1.
    public var column: Int
    public var what: String
    public var next: String

    init(_ kind: Kind, _ column: Int, _ what: String, next: String) {
        self.kind = kind
        self.column = column
        self.what = what
        self.next = next
    }

    public var description: String { "column \(column): \(what); \(next)" }
}
