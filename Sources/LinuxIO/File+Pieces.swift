import Glibc

extension File {
    /// At most `count` bytes from `offset` on; fewer at the end, none behind it. The position stays (pread(2)).
    public func read(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe pread(
                    descriptor, room.baseAddress?.advanced(by: filled), room.count - filled,
                    off_t(offset + filled))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "read", path: path, errno: errno)
            }
            if got == 0 { break }
            filled += got
        }
        return Array(buffer[0..<filled])
    }

    /// Cuts the file off behind `size` bytes (ftruncate(2)).
    public func truncate(to size: Int) throws(SystemError) {
        guard ftruncate(descriptor, off_t(size)) == 0 else {
            throw SystemError(call: "ftruncate", path: path, errno: errno)
        }
    }
}
