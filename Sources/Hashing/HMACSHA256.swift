/// A code that only who has the key can make of a message: HMAC (RFC 2104) with SHA-256.
public enum HMACSHA256 {
    /// 32 bytes.
    public static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        let block = 64
        var key = key.count > block ? SHA256Digest.bytes(of: key) : key
        key += [UInt8](repeating: 0, count: block - key.count)
        let inner = SHA256Digest.bytes(of: key.map { $0 ^ 0x36 } + message)
        return SHA256Digest.bytes(of: key.map { $0 ^ 0x5c } + inner)
    }
}
