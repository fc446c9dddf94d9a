import CZlib

/// gzip (RFC 1952) and deflate (RFC 1951) in memory. What gzip holds, `Compression` says.
public enum Gzip {
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

    /// One stream of deflate (RFC 1951) without a frame, as ZIP archives hold it: what it holds, at most `limit` bytes,
    /// and how many bytes of `bytes` it took.
    public static func inflateRaw(
        _ bytes: ArraySlice<UInt8>, limit: Int
    ) throws(CompressionError) -> (content: [UInt8], used: Int) {
        var inflation = Inflation(of: .gzip, GzipDecoder(isRaw: true), limit: limit)
        let used = try inflation.takeMember(of: bytes)
        return (inflation.output, used)
    }
}
