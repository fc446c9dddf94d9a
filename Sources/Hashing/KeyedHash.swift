import CCrypto

/// A code that only who has the key can make of a message: HMAC (RFC 2104) with one of the hashes that WebSub knows
/// (W3C WebSub §8).
public enum KeyedHash: String, Sendable, CaseIterable {
    case sha1, sha256, sha384, sha512

    /// In lower-case hex digits.
    public func hex(of message: [UInt8], key: [UInt8]) -> String {
        var code = [UInt8](repeating: 0, count: 64)
        var length: UInt32 = 0
        let done = unsafe HMAC(
            kind, key, Int32(key.count), message, message.count, &code, &length)
        precondition(unsafe done != nil && length <= 64, "libcrypto offers no HMAC")
        return SHA256Digest.hex(digest: Array(code.prefix(Int(length))))
    }

    private var kind: OpaquePointer? {
        switch self {
        case .sha1: unsafe EVP_sha1()
        case .sha256: unsafe EVP_sha256()
        case .sha384: unsafe EVP_sha384()
        case .sha512: unsafe EVP_sha512()
        }
    }
}
