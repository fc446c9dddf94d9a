/// A question about articles, in the one language of search, saved searches, outputs, rules and hooks:
///
///     lang:de site:*.gov (sanction* OR "export control") -tag:sport quality>0.7 words>200
///     feed:"Harbour Notes" published>2026-01-01 title:/embargo(es)?/
///
/// Conditions that follow each other hold together; docs/queries.md has all of it. Pure: nothing here asks disk, network
/// or clock.
public struct Query: Sendable, Equatable {
    /// Bytes of UTF-8 in a query.
    public static let longest = 8192
    public static let mostTerms = 512

    /// As it was written.
    public let text: String
    /// Nil where it holds no word: it finds nothing.
    public let node: QueryNode?

    /// - Throws: where, what and what next.
    public init(_ text: String) throws(QueryError) {
        let count = text.utf8.count
        guard count <= Self.longest else {
            throw QueryError(
                .meaning, 1, "the query has \(count) bytes, and at most \(Self.longest) are read",
                next: "shorten it, or make several of it")
        }
        self.text = text
        var parser = try QueryParser(text)
        node = try parser.parse()
    }

    /// A question of somebody who may know nothing of the language: a bracket, quote or operator that leads nowhere stands
    /// for itself.
    ///
    /// - Returns: nil where its words are to be searched as they stand.
    /// - Throws: what has a form, and no sense.
    public static func lenient(_ text: String) throws(QueryError) -> Query? {
        do {
            return try Query(text)
        } catch  where error.kind == .form {
            return nil
        }
    }

    /// All terms in it.
    public var terms: [QueryTerm] {
        var terms: [QueryTerm] = []
        func collect(_ node: QueryNode) {
            switch node {
            case .all(let parts), .any(let parts): for part in parts { collect(part) }
            case .not(let part): collect(part)
            case .term(let term): terms.append(term)
            }
        }
        if let node { collect(node) }
        return terms
    }
}
