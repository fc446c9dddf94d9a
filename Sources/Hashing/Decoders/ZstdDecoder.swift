import CZstd

/// libzstd's decoder, without dictionaries and with a bounded window.
@safe final class ZstdDecoder: MemberDecoder {
    private let context: OpaquePointer

    init() {
        guard let context = unsafe ZSTD_createDCtx() else { preconditionFailure("out of memory") }
        unsafe self.context = unsafe context
        let set = unsafe ZSTD_DCtx_setParameter(
            context, ZSTD_d_windowLogMax, Compression.largestWindow)
        precondition(ZSTD_isError(set) == 0, "zstd takes no such window")
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    func begin() { unsafe ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }

    func step(_ input: ArraySlice<UInt8>, into room: inout [UInt8]) -> DecoderStep {
        unsafe input.withUnsafeBufferPointer { source in
            unsafe room.withUnsafeMutableBufferPointer { target in
                var from = unsafe ZSTD_inBuffer(
                    src: source.baseAddress, size: source.count, pos: 0)
                var to = unsafe ZSTD_outBuffer(
                    dst: target.baseAddress, size: target.count, pos: 0)
                let left = unsafe ZSTD_decompressStream(context, &to, &from)
                return unsafe DecoderStep(state: Self.state(left), used: from.pos, made: to.pos)
            }
        }
    }

    /// - Parameter left: a hint of the bytes that the frame still takes, or an error.
    private static func state(_ left: Int) -> DecoderStep.State {
        guard ZSTD_isError(left) != 0 else { return left == 0 ? .ended : .underway }
        switch ZSTD_getErrorCode(left) {
        case ZSTD_error_frameParameter_windowTooLarge, ZSTD_error_memory_allocation:
            return .greedy(limit: 1 << Int(Compression.largestWindow))
        default: return .corrupt
        }
    }
}
