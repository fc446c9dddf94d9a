import CBzip2
import CLzma
import CZstd
import Hashing

extension Compression {
    /// What tests send: one member that holds `bytes`. Built with the tests, never installed.
    ///
    /// - Parameter window: of zstd, and the dictionary of xz, as a power of two; nil for the usual one.
    public func packed(_ bytes: [UInt8], window: Int32? = nil) -> [UInt8] {
        switch self {
        case .gzip: Gzip.compress(bytes)
        case .xz: Self.xz(bytes, window)
        case .bzip2: Self.bzip2(bytes)
        case .zstd: Self.zstd(bytes, window)
        }
    }

    private static func xz(_ bytes: [UInt8], _ window: Int32?) -> [UInt8] {
        var options = unsafe lzma_options_lzma()
        _ = unsafe lzma_lzma_preset(&options, 6)
        if let window { unsafe options.dict_size = 1 << UInt32(window) }
        var output = [UInt8](repeating: 0, count: lzma_stream_buffer_bound(bytes.count))
        var length = 0
        let status = unsafe withUnsafeMutablePointer(to: &options) { options in
            var filters = unsafe [
                lzma_filter(id: 0x21, options: options), lzma_filter(id: .max, options: nil),
            ]
            return unsafe lzma_stream_buffer_encode(
                &filters, LZMA_CHECK_CRC64, nil, bytes, bytes.count, &output, &length,
                output.count)
        }
        precondition(status == LZMA_OK)
        return Array(output[..<length])
    }

    private static func bzip2(_ bytes: [UInt8]) -> [UInt8] {
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count + bytes.count / 50 + 1_000)
        var length = UInt32(output.count)
        let status = unsafe BZ2_bzBuffToBuffCompress(
            &output, &length, &input, UInt32(input.count), 9, 0, 0)
        precondition(status == BZ_OK)
        return output[..<Int(length)].map { UInt8(bitPattern: $0) }
    }

    private static func zstd(_ bytes: [UInt8], _ window: Int32?) -> [UInt8] {
        let context = unsafe ZSTD_createCCtx()
        defer { unsafe ZSTD_freeCCtx(context) }
        unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
        if let window {
            // A frame whose size is stated needs no larger window than that.
            unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0)
            unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, window)
        }
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let length = unsafe ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
        precondition(ZSTD_isError(length) == 0)
        return Array(output[..<length])
    }
}
