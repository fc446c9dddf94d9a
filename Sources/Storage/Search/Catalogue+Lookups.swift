import GRDB
import Queries

extension Catalogue {
    /// Reads with the function that looks up terms in files, where any are.
    func looking<Value: Sendable>(
        up terms: [QueryTerm], _ body: @escaping @Sendable (Database) throws -> Value
    ) throws -> Value {
        guard !terms.isEmpty else { return try read(body) }
        let lookups = FileLookups(terms, files)
        do {
            return try read { db in
                db.add(function: lookups.asFunction)
                defer { db.remove(function: lookups.asFunction) }
                return try body(db)
            }
        } catch {
            throw lookups.isOver ? StorageError.tooBroad(limit: FileLookups.mostFiles) : error
        }
    }
}
