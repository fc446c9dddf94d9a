import FoundationEssentials

/// What a log was at one time: its name, its size and the root of its tree, as C2SP tlog-checkpoint writes them, with the
/// signatures of a C2SP signed note where a key is there.
public struct ProofCheckpoint: Sendable, Equatable {
    public var origin: String
    public var size: Int
    /// 32 bytes.
    public var root: [UInt8]
    /// Signature lines, each "— NAME BASE64".
    public var signatures: [String] = []

    init(origin: String, size: Int, root: [UInt8], signatures: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.signatures = signatures
    }

    /// What is signed: three lines.
    public var body: String { "\(origin)\n\(size)\n\(Data(root).base64EncodedString())\n" }

    public var text: String {
        signatures.isEmpty ? body : body + "\n" + signatures.map { $0 + "\n" }.joined()
    }

    /// Nil for anything that `text` does not write to the letter.
    public init?(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 4, let size = Int(lines[1]),
            let root = Data(base64Encoded: String(lines[2])), root.count == 32
        else { return nil }
        origin = String(lines[0])
        self.size = size
        self.root = Array(root)
        signatures = lines.dropFirst(4).dropLast().map(String.init)
        guard !origin.isEmpty, self.text == text else { return nil }
    }
}
