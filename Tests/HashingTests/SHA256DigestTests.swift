import Testing

@testable import Hashing

@Suite struct SHA256DigestTests {
    // FIPS 180-4 examples: the empty message, "abc".
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `gives the standard's digests`(text: String, digest: String) {
        #expect(SHA256Digest.hex(of: Array(text.utf8)) == digest)
        #expect(SHA256Digest.bytes(of: Array(text.utf8)).count == 32)
    }

    @Test func `streams to the same digest as in one piece`() {
        let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var stream = SHA256Stream()
        stream.update(Array(bytes[..<33]))
        stream.update([])
        stream.update(Array(bytes[33...]))
        #expect(stream.finishHex() == SHA256Digest.hex(of: bytes))
    }
}
