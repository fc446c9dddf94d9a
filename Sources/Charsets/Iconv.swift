import Glibc

/// A conversion to UTF-8 by iconv(3), closed when the value goes.
///
/// A conversion never fails: what means nothing becomes U+FFFD.
@safe struct Iconv: ~Copyable {
    struct Result {
        var utf8: [UInt8]
        /// How many times bytes had to be replaced.
        var replaced: Int
    }

    private let descriptor: iconv_t

    /// nil where the C library does not know the character set.
    init?(from charset: Charset) {
        guard let opened = unsafe iconv_open("UTF-8", charset.iconvName),
            Int(bitPattern: opened) != -1
        else { return nil }
        unsafe descriptor = opened
    }

    deinit { _ = unsafe iconv_close(descriptor) }

    /// Decodes all of `bytes`; a character cut off at the end becomes one U+FFFD.
    func decode(_ bytes: ArraySlice<UInt8>) -> Result {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2 + 16)
        var replaced = 0
        var room = [UInt8](repeating: 0, count: 64 * 1024)
        var input = Array(bytes)
        _ = unsafe iconv(descriptor, nil, nil, nil, nil)
        unsafe input.withUnsafeMutableBytes { source in
            guard let base = source.baseAddress else { return }
            var position = unsafe base.assumingMemoryBound(to: CChar.self) as UnsafeMutablePointer?
            var left = source.count
            while left > 0 {
                let code = unsafe step(&position, &left, into: &room, appendingTo: &output)
                guard code == EILSEQ || code == EINVAL else { continue }
                output.append(contentsOf: [0xEF, 0xBF, 0xBD])
                replaced += 1
                unsafe position = position?.advanced(by: 1)
                left -= 1
            }
        }
        // Sets that compose characters hold the last one back until they are told that all is read.
        _ = unsafe room.withUnsafeMutableBytes { buffer in
            var target = unsafe buffer.bindMemory(to: CChar.self).baseAddress
            var free = buffer.count
            _ = unsafe iconv(descriptor, nil, nil, &target, &free)
            unsafe output.append(contentsOf: buffer[..<(buffer.count - free)])
        }
        return Result(utf8: output, replaced: replaced)
    }

    /// Converts as far as one buffer reaches; returns errno, or 0.
    private func step(
        _ position: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into room: inout [UInt8],
        appendingTo output: inout [UInt8]
    ) -> Int32 {
        var written = 0
        let code: Int32 = unsafe room.withUnsafeMutableBytes { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            var target =
                unsafe base.assumingMemoryBound(to: CChar.self) as UnsafeMutablePointer<CChar>?
            var free = buffer.count
            errno = 0
            let result = unsafe iconv(descriptor, &position, &left, &target, &free)
            written = buffer.count - free
            return result == -1 ? errno : 0
        }
        output.append(contentsOf: room[..<written])
        return code
    }
}
