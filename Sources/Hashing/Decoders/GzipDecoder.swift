import CZlib

/// zlib's decoder: of gzip's members, or of deflate without a frame.
@safe final class GzipDecoder: MemberDecoder {
    private let isRaw: Bool
    /// zlib keeps its address, so it stays where it is.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    init(isRaw: Bool) {
        self.isRaw = isRaw
        unsafe stream.initialize(to: z_stream())
        let opened = unsafe isRaw ? briefd_inflate_raw_init(stream) : briefd_inflate_init(stream)
        precondition(opened == Z_OK, "out of memory")
    }

    deinit {
        unsafe inflateEnd(stream)
        unsafe stream.deallocate()
    }

    func begin() { unsafe inflateReset(stream) }

    func step(_ input: ArraySlice<UInt8>, into room: inout [UInt8]) -> DecoderStep {
        unsafe input.withUnsafeBufferPointer { source in
            unsafe room.withUnsafeMutableBufferPointer { target in
                // zlib reads next_in only; its type lacks the const unless ZLIB_CONST is defined.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(target.count)
                let state: DecoderStep.State =
                    switch unsafe inflate(stream, Z_NO_FLUSH) {
                    case Z_STREAM_END: .ended
                    case Z_OK, Z_BUF_ERROR: .underway
                    default: .corrupt
                    }
                return unsafe DecoderStep(
                    state: state, used: source.count - Int(stream.pointee.avail_in),
                    made: target.count - Int(stream.pointee.avail_out))
            }
        }
    }
}
