import CLzma

/// liblzma's decoder of .xz, in one thread and with bounded memory.
@safe final class XZDecoder: MemberDecoder {
    private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

    init() { unsafe stream.initialize(to: briefd_lzma_stream()) }

    deinit {
        unsafe lzma_end(stream)
        unsafe stream.deallocate()
    }

    func begin() {
        // One that was used before keeps its memory.
        let opened = unsafe lzma_stream_decoder(stream, UInt64(Compression.mostDictionary), 0)
        precondition(opened == LZMA_OK, "out of memory")
    }

    func step(_ input: ArraySlice<UInt8>, into room: inout [UInt8]) -> DecoderStep {
        unsafe input.withUnsafeBufferPointer { source in
            unsafe room.withUnsafeMutableBufferPointer { target in
                unsafe stream.pointee.next_in = source.baseAddress
                unsafe stream.pointee.avail_in = source.count
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = target.count
                let state: DecoderStep.State =
                    switch unsafe lzma_code(stream, LZMA_RUN) {
                    case LZMA_STREAM_END: .ended
                    case LZMA_OK, LZMA_BUF_ERROR: .underway
                    case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR:
                        .greedy(limit: Compression.mostDictionary)
                    default: .corrupt
                    }
                return unsafe DecoderStep(
                    state: state, used: source.count - stream.pointee.avail_in,
                    made: target.count - stream.pointee.avail_out)
            }
        }
    }
}
