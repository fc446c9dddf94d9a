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

    /// A document is held as it came, as text and as Markdown, with what is computed of it: small ones in eight times their
    /// size and what the smallest takes, those of a megabyte and more in twice their size.
    var permits: Int {
        max(2 * room, min(SpoolWeight.least, SpoolWeight.smallest + 8 * room))
    }

    private static let least = 2 << 20
    private static let smallest = 256 << 10
}
