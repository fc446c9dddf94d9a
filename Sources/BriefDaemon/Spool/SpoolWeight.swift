import Hashing

/// What a dropped file comes to in memory, before it is read.
struct SpoolWeight: Sendable, Equatable {
    /// Bytes, unpacked: for what is not compressed its size; else what the compressed data says of itself, which is a hint,
    /// and anybody's word.
    let room: Int

    /// - Parameters:
    ///   - size: bytes of the file.
    ///   - said: `Compression.statedSize`; nil where it cannot be told.
    ///   - limit: the most that may come out.
    init(size: Int, said: Int?, of compression: Compression, limit: Int) {
        guard let said else {
            room = limit
            return
        }
        // Deflate makes at most 1,032 bytes of one (zlib's technical details), and nothing here hardly ever less than it
        // takes. The others make as much of a few bytes as they like.
        let isBounded = compression == .gzip && size <= limit / 1_032
        let most = isBounded ? size * 1_032 : limit
        room = min(limit, max(SpoolWeight.least / 2, min(max(said, size), most)))
    }

    init(room: Int) { self.room = room }

    /// A document is held as it came, and as text and Markdown; the smallest takes as much.
    var permits: Int { max(2 * room, SpoolWeight.least) }

    private static let least = 2 << 20
}
