/// What a dropped file comes to in memory, before it is read.
struct SpoolWeight: Sendable, Equatable {
    /// Bytes, unpacked: for what is not compressed its size; else what gzip says of it at its end (ISIZE, RFC 1952
    /// §2.3.1), which is a hint, and anybody's word.
    let room: Int

    /// - Parameters:
    ///   - trailer: the last four bytes of a compressed file; nil for any other file.
    ///   - limit: the most that may come out.
    init(size: Int, trailer: [UInt8]?, limit: Int) {
        guard let trailer else {
            room = size
            return
        }
        guard trailer.count == 4 else {
            room = limit
            return
        }
        let said = trailer.reversed().reduce(0) { $0 << 8 | Int($1) }
        // Deflate makes at most 1,032 bytes of one (zlib's technical details), and hardly ever less than it takes.
        let most = size > limit / 1_032 ? limit : size * 1_032
        room = min(limit, max(SpoolWeight.least / 2, min(max(said, size), most)))
    }

    init(room: Int) { self.room = room }

    /// A document is held as it came, and as text and Markdown; the smallest takes as much.
    var permits: Int { max(2 * room, SpoolWeight.least) }

    private static let least = 2 << 20
}
