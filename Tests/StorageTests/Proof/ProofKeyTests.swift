import Foundation
import Hashing
import Testing

@testable import Storage

@Suite struct ProofKeyTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    /// A secret key as minisign writes it.
    private func file(_ first: UInt8, derivation: String = "\0\0", spoilt: Bool = false) throws
        -> String
    {
        let secret = [UInt8](first..<first + 32)
        var key = try #require(Ed25519.publicKey(of: secret))
        if spoilt { key[0] ^= 1 }
        let bytes =
            Array("Ed\(derivation)B2".utf8) + [UInt8](repeating: 0, count: 48)
            + [UInt8](repeating: 7, count: 8) + secret + key + [UInt8](repeating: 0, count: 32)
        return "untrusted comment: a key\n" + Data(bytes).base64EncodedString() + "\n"
    }

    private func fill(_ key: ProofKey?, _ seeds: Range<Int>) throws {
        let store = try ArticleStore(
            at: fixture.path, identify: StoreFixture.rules, keepsProof: true, proofKey: key)
        for seed in seeds { _ = try store.file(StoreFixture.filing(StoreFixture.words(seed))) }
    }

    @Test func `signs each checkpoint, and lays the public key beside it`() throws {
        let key = try ProofKey(try file(1))
        try fill(key, 1..<4)
        let report = try StoreProof(at: fixture.path).verify(key: key.publicKey)
        #expect(report.isSound && report.isSigned == true)
        #expect(report.checkpoint?.signatures.count == 1)
        let beside = try ProofPublicKey(try fixture.text("proof/key.pub"))
        #expect(beside == key.publicKey && beside.text.hasPrefix("RW") && beside.text.count == 56)
        #expect(try StoreProof(at: fixture.path).verify().isSigned == true)
        let log = try fixture.text("proof/log")
        let id = try #require(log.firstMatch(of: /"id":"([0-9a-f]+)"/)).1
        let proof = try StoreProof(at: fixture.path).prove(String(id))
        #expect(proof.checkpoint.contains("\n\n— briefd-"))
    }

    @Test func `knows a checkpoint of another key, and one that is not signed`() throws {
        let (ours, other) = (try ProofKey(try file(1)), try ProofKey(try file(2)))
        try fill(other, 1..<3)
        let report = try StoreProof(at: fixture.path).verify(key: ours.publicKey)
        #expect(!report.isSound && report.isSigned == false)
        #expect(report.files.findings.map(\.path) == ["proof/key.pub", "proof/checkpoint"])
        // The next filing signs with the key that is there then.
        try fill(ours, 3..<4)
        #expect(try StoreProof(at: fixture.path).verify(key: ours.publicKey).isSound)
        try fill(nil, 4..<5)
        let unsigned = try StoreProof(at: fixture.path).verify()
        #expect(unsigned.files.findings.map(\.why) == ["it is not signed"])
    }

    @Test func `finds every altered byte of checkpoint, signature and key`() throws {
        try fill(try ProofKey(try file(1)), 1..<3)
        for path in ["proof/checkpoint", "proof/key.pub"] {
            let full = URL(filePath: fixture.path + "/" + path)
            let bytes = try Data(contentsOf: full)
            for place in bytes.indices {
                var altered = bytes
                altered[place] ^= 1 << UInt8(place % 8)
                try altered.write(to: full)
                let findings = try StoreProof(at: fixture.path).verify().files.findings
                #expect(findings.first?.path == path, "\(path), byte \(place): \(findings)")
            }
            try bytes.write(to: full)
        }
        #expect(try StoreProof(at: fixture.path).verify().isSound)
    }

    @Test func `refuses what is no key, with the reason`() throws {
        for (text, why) in [
            ("", "no secret key"), ("RWQ", "no secret key"),
            (try file(1, derivation: "Sc"), "password"), (try file(1, spoilt: true), "altered"),
        ] {
            do {
                _ = try ProofKey(text)
                Issue.record("taken: \(text)")
            } catch { #expect("\(error)".contains(why), "\(error)") }
        }
        #expect(throws: StorageError.self) { try ProofPublicKey("RWQ") }
    }
}
