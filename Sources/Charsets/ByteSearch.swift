import Glibc

/// Questions about whole buffers that the C library answers fastest.
public enum ByteSearch {
    static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return false }
            return unsafe memchr(base, Int32(byte), buffer.count) != nil
        }
    }

    /// The place of a byte at or after `start`; nil where it stands no more.
    public static func place(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        unsafe bytes.withUnsafeBytes { buffer in
            guard start >= 0, start < buffer.count, let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, Int32(byte), buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - base
        }
    }

    /// The place of the first byte above 0x7F at or after `start`, eight bytes looked at together.
    static func firstHigh(in bytes: [UInt8], from start: Int = 0) -> Int? {
        unsafe bytes.withUnsafeBytes { buffer in
            var index = max(0, start)
            while index + 8 <= buffer.count {
                let word = unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let high = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
                if high != 0 { return index + high.trailingZeroBitCount / 8 }
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
