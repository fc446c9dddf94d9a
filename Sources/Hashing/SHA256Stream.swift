import CCrypto

/// SHA-256 (FIPS 180-4) of bytes that come piece by piece: for files that need not be in memory whole.
@safe public struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer

    public init() {
        let made = unsafe EVP_MD_CTX_new()
        guard let made = unsafe made else { preconditionFailure("out of memory") }
        unsafe context = unsafe made
        let started = unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil)
        precondition(started == 1, "libcrypto offers no SHA-256")
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    public mutating func update(_ bytes: [UInt8]) {
        let done = unsafe EVP_DigestUpdate(context, bytes, bytes.count)
        precondition(done == 1, "libcrypto failed to digest")
    }

    /// The digest of all that was given, as 64 lower-case hex digits.
    public consuming func finishHex() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        let done = unsafe EVP_DigestFinal_ex(context, &digest, nil)
        precondition(done == 1, "libcrypto failed to digest")
        return SHA256Digest.hex(digest: digest)
    }
}
