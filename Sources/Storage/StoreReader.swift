import GRDB

/// A store to read from, while another process may have it open and file: nothing in it is changed.
///
/// Words are found as far as the search is abreast of the articles.
public struct StoreReader: Sendable {
    public let catalogue: Catalogue

    /// Throws `catalogue` where it is of another version: the daemon brings it up to date when it starts.
    public init(at path: String) throws(StorageError) {
        catalogue = try storing {
            let files = try StoreFiles(existing: path)
            var configuration = Configuration()
            configuration.readonly = true
            configuration.busyMode = .timeout(5)
            let pool = try DatabasePool(
                path: path + "/" + StoreFiles.catalogue, configuration: configuration)
            let version = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
            guard version == Schema.version else {
                throw StorageError.catalogue(
                    "it is of version \(version), and this program reads \(Schema.version): start"
                        + " briefd of this version, which brings it up to date, or run briefctl rebuild"
                )
            }
            return Catalogue(pool: pool, files: files, door: CatalogueDoor())
        }
    }
}
