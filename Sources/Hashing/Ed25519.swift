import CCrypto

/// Signatures by Ed25519 (RFC 8032 §5.1): keys of 32 bytes, signatures of 64.
public enum Ed25519 {
    public static let keyCount = 32
    public static let signatureCount = 64

    /// The public key of a secret one; nil where that has not 32 bytes.
    public static func publicKey(of secret: [UInt8]) -> [UInt8]? {
        guard secret.count == keyCount else { return nil }
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, secret, keyCount)
        defer { unsafe EVP_PKEY_free(key) }
        var found = [UInt8](repeating: 0, count: keyCount)
        var count = keyCount
        guard unsafe EVP_PKEY_get_raw_public_key(key, &found, &count) == 1 else { return nil }
        return count == keyCount ? found : nil
    }

    /// The signature of a message; nil where the key has not 32 bytes.
    public static func sign(_ message: [UInt8], with secret: [UInt8]) -> [UInt8]? {
        guard secret.count == keyCount else { return nil }
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, secret, keyCount)
        let context = unsafe EVP_MD_CTX_new()
        defer {
            unsafe EVP_MD_CTX_free(context)
            unsafe EVP_PKEY_free(key)
        }
        var signature = [UInt8](repeating: 0, count: signatureCount)
        var count = signatureCount
        guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        else { return nil }
        return count == signatureCount ? signature : nil
    }

    /// Whether a signature is the key's, of that message.
    public static func verify(
        _ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]
    ) -> Bool {
        guard signature.count == signatureCount, publicKey.count == keyCount else { return false }
        let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, keyCount)
        let context = unsafe EVP_MD_CTX_new()
        defer {
            unsafe EVP_MD_CTX_free(context)
            unsafe EVP_PKEY_free(key)
        }
        return unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(
                context, signature, signature.count, message, message.count) == 1
    }
}
