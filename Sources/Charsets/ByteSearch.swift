import Glibc

/// Questions about whole buffers that the C library answers fastest.
enum ByteSearch {
    static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe memchr(base, Int32(byte), buffer.count) != nil
        }
    }

    /// The place of the first byte above 0x7F.
    static func firstHigh(in bytes: [UInt8]) -> Int? {
        unsafe bytes.withUnsafeBytes { buffer in
            var index = 0
            while index + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                index += 8
            }
            while index < buffer.count {
                if unsafe buffer[index] > 0x7F { return index }
                index += 1
            }
            return nil
        }
    }
}
