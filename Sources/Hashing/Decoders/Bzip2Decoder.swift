import CBzip2

/// libbz2's decoder. It takes 4 MB at most, whatever the data asks for.
@safe final class Bzip2Decoder: MemberDecoder {
    /// libbz2 keeps its address, so it stays where it is.
    private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)
    private var isOpen = false

    init() { unsafe stream.initialize(to: bz_stream()) }

    deinit {
        close()
        unsafe stream.deallocate()
    }

    func begin() {
        close()
        unsafe stream.pointee = bz_stream()
        let opened = unsafe BZ2_bzDecompressInit(stream, 0, 0)
        precondition(opened == BZ_OK, "out of memory")
        isOpen = true
    }

    private func close() {
        if isOpen { unsafe BZ2_bzDecompressEnd(stream) }
        isOpen = false
    }

    func step(_ input: ArraySlice<UInt8>, into room: inout [UInt8]) -> DecoderStep {
        unsafe input.withUnsafeBufferPointer { source in
            unsafe room.withUnsafeMutableBufferPointer { target in
                // libbz2 reads next_in only; its types know neither const nor unsigned.
                let (from, to) = unsafe (
                    UnsafeMutableRawPointer(mutating: source.baseAddress),
                    UnsafeMutableRawPointer(target.baseAddress)
                )
                unsafe stream.pointee.next_in = from?.assumingMemoryBound(to: CChar.self)
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = to?.assumingMemoryBound(to: CChar.self)
                unsafe stream.pointee.avail_out = UInt32(target.count)
                let state: DecoderStep.State =
                    switch unsafe BZ2_bzDecompress(stream) {
                    case BZ_STREAM_END: .ended
                    case BZ_OK: .underway
                    default: .corrupt
                    }
                return unsafe DecoderStep(
                    state: state, used: source.count - Int(stream.pointee.avail_in),
                    made: target.count - Int(stream.pointee.avail_out))
            }
        }
    }
}
