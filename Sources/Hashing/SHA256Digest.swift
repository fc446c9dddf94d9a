import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that are all at hand; `SHA256Stream` takes them piece by piece.
public enum SHA256Digest {
    /// The digest's 32 bytes.
    public static func bytes(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let done = unsafe EVP_Digest(
            bytes, bytes.count, &digest, &length, unsafe EVP_sha256(), nil)
        precondition(done == 1 && length == 32, "libcrypto offers no SHA-256")
        return digest
    }

    /// The digest as 64 lower-case hex digits.
    public static func hex(of bytes: [UInt8]) -> String {
        hex(digest: self.bytes(of: bytes))
    }

    static func hex(digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(digest.count * 2)
        for byte in digest {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
