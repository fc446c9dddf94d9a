import FoundationEssentials
import Hashing

/// The key that checkpoints are signed with: one of minisign's, without a password (`minisign -G -W`).
///
/// A signature is a line of a C2SP signed note, by Ed25519 over the three lines of the checkpoint.
public struct ProofKey: Sendable {
    public let publicKey: ProofPublicKey
    private let secret: [UInt8]

    /// - Parameter text: the file of a secret key, or its second line.
    /// - Throws: `badKey`, which says why.
    public init(_ text: String) throws(StorageError) {
        guard let line = ProofPublicKey.line(of: text), let data = Data(base64Encoded: line),
            data.count == 158
        else { throw .badKey(why: "it is no secret key of minisign") }
        // Algorithm, key derivation, kind of checksum, salt and limits: 54 bytes; then the key's number and the key.
        let bytes = Array(data)
        guard Array(bytes[0..<2]) == Array("Ed".utf8) else {
            throw .badKey(why: "it is of another algorithm than Ed25519")
        }
        guard bytes[2] == 0, bytes[3] == 0 else {
            throw .badKey(
                why: "it is closed with a password, which nobody is there to type: make one with"
                    + " minisign -G -W, and close the file to others")
        }
        secret = Array(bytes[62..<94])
        guard Ed25519.publicKey(of: secret) == Array(bytes[94..<126]) else {
            throw .badKey(why: "its two halves do not belong together: it was altered")
        }
        publicKey = ProofPublicKey(number: Array(bytes[54..<62]), key: Array(bytes[94..<126]))
    }

    func signature(of checkpoint: ProofCheckpoint) -> String {
        // A key whose public half was made of it signs.
        let signature = Ed25519.sign(Array(checkpoint.body.utf8), with: secret) ?? []
        let data = Data(publicKey.hash(for: checkpoint.origin) + signature)
        return "— \(checkpoint.origin) \(data.base64EncodedString())"
    }
}

/// What anybody checks the signatures of checkpoints with, in minisign's form: "RW…", 56 characters.
public struct ProofPublicKey: Sendable, Equatable {
    static let path = "proof/key.pub"

    /// What minisign knows the key by: 8 bytes.
    let number: [UInt8]
    let key: [UInt8]

    init(number: [UInt8], key: [UInt8]) {
        self.number = number
        self.key = key
    }

    /// - Parameter text: the file of a public key, or its second line.
    /// - Throws: `badKey`, which says why.
    public init(_ text: String) throws(StorageError) {
        guard let line = Self.line(of: text), let data = Data(base64Encoded: line),
            data.count == 42, Array(data.prefix(2)) == Array("Ed".utf8)
        else { throw .badKey(why: "it is no public key of minisign") }
        number = Array(data[2..<10])
        key = Array(data[10..<42])
    }

    public var text: String { Data(Array("Ed".utf8) + number + key).base64EncodedString() }

    /// As minisign writes it.
    func file(of origin: String) -> String {
        let name = HexText.make(number.reversed()).uppercased()
        return "untrusted comment: minisign public key \(name) of \(origin)\n\(text)\n"
    }

    static func line(of text: String) -> String? {
        text.split(whereSeparator: \.isNewline).first { !$0.hasPrefix("untrusted comment:") }
            .map(String.init)
    }

    /// What a signed note knows a key by (C2SP signed-note, "Signatures"): 4 bytes.
    func hash(for name: String) -> [UInt8] {
        Array(SHA256Digest.bytes(of: Array(name.utf8) + [0x0A, 0x01] + key).prefix(4))
    }

    /// How a checkpoint stands to a key.
    enum Verdict: Equatable {
        case signed, unsigned
        /// No signature is of this key, or says so.
        case otherKey
        case forged
    }

    func verdict(on checkpoint: ProofCheckpoint) -> Verdict {
        guard !checkpoint.signatures.isEmpty else { return .unsigned }
        let mark = "— \(checkpoint.origin) "
        let hash = hash(for: checkpoint.origin)
        var isForged = false
        for line in checkpoint.signatures {
            let data =
                line.hasPrefix(mark) ? Data(base64Encoded: String(line.dropFirst(mark.count))) : nil
            guard let bytes = data.map(Array.init), bytes.count == 68 else {
                isForged = true
                continue
            }
            let isOurs = Array(bytes[..<4]) == hash
            let isTrue = Ed25519.verify(
                Array(bytes[4...]), of: Array(checkpoint.body.utf8), by: key)
            if isOurs, isTrue { return .signed }
            // Of another key all four bytes differ, but for chance: fewer were altered.
            let alike = zip(bytes, hash).count { $0 == $1 }
            if alike >= hash.count - 1 || isTrue { isForged = true }
        }
        return isForged ? .forged : .otherKey
    }
}
