import GRDB

/// What the catalogue knows of one revision, as far as decisions need it.
struct Revision: Equatable {
    var num: Int64
    var id: String
    var chain: Int64
    var path: String
    var contentHash: String?
    var title: String?
    var isPartial: Bool
    var supersededBy: String?
    var urlKey: String?
    /// ISO 8601, as stated.
    var published: String?
    /// CRC-32 of the file.
    var checksum: UInt32
    var isEdited: Bool
    var original: String
    /// What the file looked like when it was read last; nil where it was not.
    var stamp: FileStamp?

    static let columns = """
        num, id, chain, path, content_hash, title, partial, superseded_by, url_key, published, checksum,
        edited, original, size, modified
        """

    init(_ row: Row) {
        num = row[0]
        id = row[1]
        chain = row[2]
        path = row[3]
        contentHash = row[4]
        title = row[5]
        isPartial = row[6]
        supersededBy = row[7]
        urlKey = row[8]
        published = row[9]
        checksum = row[10]
        isEdited = row[11]
        original = row[12]
        let (size, modified): (Int?, Int64?) = (row[13], row[14])
        if let size, let modified { stamp = FileStamp(size: size, modified: modified) }
    }
}
