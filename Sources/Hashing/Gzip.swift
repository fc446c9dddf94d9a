import CZlib

/// gzip (RFC 1952) in memory.
public enum Gzip {
    private static let chunk = 64 * 1024

    /// One gzip member that holds `bytes`; the same bytes give the same result (no name, no time).
    ///
    /// `level` is zlib's, 1 (fast) to 9 (small). `huffmanOnly` looks for no repetitions: text shrinks to two
    /// thirds instead of to a half, in a third of the time of level 1.
    public static func compress(
        _ bytes: [UInt8], level: Int = 6, huffmanOnly: Bool = false
    ) -> [UInt8] {
        precondition((1...9).contains(level) && bytes.count <= Int(UInt32.max))
        var stream = unsafe z_stream()
        let strategy = huffmanOnly ? Z_HUFFMAN_ONLY : Z_DEFAULT_STRATEGY
        guard unsafe briefd_deflate_init(&stream, Int32(level), strategy) == Z_OK else {
            preconditionFailure("out of memory")
        }
        defer { unsafe deflateEnd(&stream) }
        let bound = Int(unsafe deflateBound(&stream, UInt(bytes.count)))
        var input = bytes
        return unsafe [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            unsafe input.withUnsafeMutableBufferPointer { source in
                unsafe stream.next_in = source.baseAddress
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = output.baseAddress
                unsafe stream.avail_out = UInt32(output.count)
                // deflateBound() promises that one call is enough.
                let status = unsafe deflate(&stream, Z_FINISH)
                precondition(status == Z_STREAM_END, "zlib broke its bound")
                count = unsafe Int(stream.total_out)
            }
        }
    }

    /// All members, one after the other; at most `limit` bytes come out, and not more is ever allocated
    /// for them. Bytes behind a whole member that start no other one are ignored, as gzip(1) does.
    public static func decompress(_ bytes: [UInt8], limit: Int) throws(GzipError) -> [UInt8] {
        guard startsMember(bytes[...]) else { throw .notGzip }
        var output: [UInt8] = []
        var rest = bytes[...]
        while startsMember(rest) {
            rest = rest.dropFirst(try inflateMember(rest, into: &output, limit: limit))
        }
        return output
    }

    private static func startsMember(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count >= 2 && bytes[bytes.startIndex] == 0x1f && bytes[bytes.startIndex + 1] == 0x8b
    }

    /// Appends one member's content and says how many bytes of `bytes` it took.
    private static func inflateMember(
        _ bytes: ArraySlice<UInt8>, into output: inout [UInt8], limit: Int
    ) throws(GzipError) -> Int {
        try inflateStream(bytes, isRaw: false, into: &output, limit: limit)
    }

    /// One stream of deflate (RFC 1951) without a frame, as ZIP archives hold it: what it holds, at most `limit` bytes,
    /// and how many bytes of `bytes` it took.
    public static func inflateRaw(
        _ bytes: ArraySlice<UInt8>, limit: Int
    ) throws(GzipError) -> (content: [UInt8], used: Int) {
        var output: [UInt8] = []
        let used = try inflateStream(bytes, isRaw: true, into: &output, limit: limit)
        return (output, used)
    }

    /// - Parameter isRaw: without gzip's frame.
    private static func inflateStream(
        _ bytes: ArraySlice<UInt8>, isRaw: Bool, into output: inout [UInt8], limit: Int
    ) throws(GzipError) -> Int {
        var stream = unsafe z_stream()
        let opened =
            isRaw
            ? unsafe briefd_inflate_raw_init(&stream) : unsafe briefd_inflate_init(&stream)
        guard opened == Z_OK else { preconditionFailure("out of memory") }
        defer { unsafe inflateEnd(&stream) }
        var buffer = [UInt8](repeating: 0, count: chunk)
        var taken = 0
        while true {
            let piece = bytes.dropFirst(taken).prefix(1 << 30)
            let (status, used, made) = unsafe step(&stream, piece, &buffer)
            taken += used
            guard made <= limit - output.count else { throw .tooLarge(limit: limit) }
            reserve(made, in: &output, limit: limit)
            output.append(contentsOf: buffer[0..<made])
            switch status {
            case Z_STREAM_END: return taken
            case Z_OK where used > 0 || made > 0: continue
            case Z_OK, Z_BUF_ERROR: throw .truncated
            default: throw .corrupt
            }
        }
    }

    private static func step(
        _ stream: inout z_stream, _ piece: ArraySlice<UInt8>, _ buffer: inout [UInt8]
    ) -> (status: Int32, used: Int, made: Int) {
        unsafe piece.withUnsafeBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { room in
                // zlib reads next_in only; its type lacks the const unless ZLIB_CONST is defined.
                unsafe stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.avail_in = UInt32(source.count)
                unsafe stream.next_out = room.baseAddress
                unsafe stream.avail_out = UInt32(room.count)
                let status = unsafe inflate(&stream, Z_NO_FLUSH)
                let used = unsafe source.count - Int(stream.avail_in)
                return unsafe (status, used, room.count - Int(stream.avail_out))
            }
        }
    }

    /// Doubles, as arrays do, but never past `limit`.
    private static func reserve(_ more: Int, in output: inout [UInt8], limit: Int) {
        let needed = output.count + more
        guard needed > output.capacity else { return }
        output.reserveCapacity(min(limit, max(needed, output.capacity * 2)))
    }
}
