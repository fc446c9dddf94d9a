import GRDB
import Queries
import Synchronization

/// Looks up in articles' files what the catalogue has no column for: a function of SQL, for one question.
final class FileLookups: Sendable {
    /// Its name in SQL: path, number of the term.
    static let function = "article_holds"
    /// So many files are read for one question: what bounds its time.
    static let mostFiles = 50_000

    private struct State {
        /// By path: which of the terms hold.
        var known: [String: [Bool]] = [:]
        var isOver = false
    }

    private let terms: [QueryTerm]
    private let files: StoreFiles
    private let state = Mutex(State())

    init(_ terms: [QueryTerm], _ files: StoreFiles) {
        self.terms = terms
        self.files = files
    }

    /// Whether the question was given up, for it would have read more files than that.
    var isOver: Bool { state.withLock { $0.isOver } }

    var asFunction: DatabaseFunction {
        DatabaseFunction(Self.function, argumentCount: 2, pure: false) { [self] values in
            guard let path = String.fromDatabaseValue(values[0]),
                let number = Int.fromDatabaseValue(values[1])
            else { return nil }
            return try holds(path)[number]
        }
    }

    private func holds(_ path: String) throws -> [Bool] {
        if let known = state.withLock({ $0.known[path] }) { return known }
        let isOver = state.withLock { state in
            state.isOver = state.known.count >= Self.mostFiles
            return state.isOver
        }
        if isOver { throw StorageError.tooBroad(limit: Self.mostFiles) }
        var found = [Bool](repeating: false, count: terms.count)
        if let bytes = try? files.read(path),
            let file = try? MarkdownFile.parse(bytes, path: path)
        {
            let matcher = QueryMatcher(ArticleFacts(file))
            found = terms.map(matcher.matches)
        }
        state.withLock { [found] in $0.known[path] = found }
        return found
    }
}
