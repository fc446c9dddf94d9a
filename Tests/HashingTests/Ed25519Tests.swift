import Testing

@testable import Hashing

@Suite struct Ed25519Tests {
    private func bytes(_ hex: String) -> [UInt8] {
        stride(from: 0, to: hex.utf8.count, by: 2).map { place in
            UInt8(hex.dropFirst(place).prefix(2), radix: 16) ?? 0
        }
    }

    /// RFC 8032 §7.1, tests 1 and 2.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
    ])
    func `signs as the standard's examples do`(
        secret: String, key: String, message: String, signature: String
    ) {
        #expect(Ed25519.publicKey(of: bytes(secret)) == bytes(key))
        #expect(Ed25519.sign(bytes(message), with: bytes(secret)) == bytes(signature))
        #expect(Ed25519.verify(bytes(signature), of: bytes(message), by: bytes(key)))
    }

    @Test func `knows a signature of another message, by another key, or altered`() throws {
        let secret = [UInt8](1...32)
        let key = try #require(Ed25519.publicKey(of: secret))
        let other = try #require(Ed25519.publicKey(of: [UInt8](2...33)))
        let signature = try #require(Ed25519.sign([1, 2, 3], with: secret))
        #expect(Ed25519.verify(signature, of: [1, 2, 3], by: key))
        #expect(!Ed25519.verify(signature, of: [1, 2], by: key))
        #expect(!Ed25519.verify(signature, of: [1, 2, 3], by: other))
        for place in signature.indices {
            var altered = signature
            altered[place] ^= 1
            #expect(!Ed25519.verify(altered, of: [1, 2, 3], by: key), "byte \(place)")
        }
    }

    @Test func `takes nothing of another length`() {
        #expect(Ed25519.publicKey(of: [1]) == nil && Ed25519.sign([], with: []) == nil)
        #expect(!Ed25519.verify([1], of: [], by: [UInt8](1...32)))
    }
}
