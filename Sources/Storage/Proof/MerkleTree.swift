import Hashing

/// The Merkle tree over the entries of a log: hashes as RFC 6962 §2.1 and C2SP tlog-tiles have them, SHA-256.
///
/// A leaf is SHA-256(0x00 ‖ entry), a node SHA-256(0x01 ‖ left ‖ right); the left part of a tree is the largest power of
/// two below its size. All hashes are 32 bytes.
public enum MerkleTree {
    public typealias Hash = [UInt8]

    /// What a tree without entries has for its root: the hash of nothing.
    public static var empty: Hash { SHA256Digest.bytes(of: []) }

    public static func leaf(_ entry: some Sequence<UInt8>) -> Hash {
        SHA256Digest.bytes(of: [0] + entry)
    }

    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        SHA256Digest.bytes(of: [1] + left + right)
    }

    public static func root(of leaves: ArraySlice<Hash>) -> Hash {
        guard leaves.count > 1 else { return leaves.first ?? empty }
        let middle = leaves.startIndex + split(leaves.count)
        return node(root(of: leaves[..<middle]), root(of: leaves[middle...]))
    }

    /// The hashes beside the way from a leaf up to the root, the lowest first (RFC 6962 §2.1.1). Empty for an index that
    /// the tree does not have.
    public static func inclusion(of index: Int, in leaves: ArraySlice<Hash>) -> [Hash] {
        guard leaves.count > 1, (0..<leaves.count).contains(index) else { return [] }
        let half = split(leaves.count)
        let middle = leaves.startIndex + half
        return index < half
            ? inclusion(of: index, in: leaves[..<middle]) + [root(of: leaves[middle...])]
            : inclusion(of: index - half, in: leaves[middle...]) + [root(of: leaves[..<middle])]
    }

    /// The root that a leaf and the hashes beside its way lead to (RFC 9162 §2.1.3.2); nil where they are not of a tree
    /// of that size.
    public static func root(from leaf: Hash, at index: Int, size: Int, _ path: [Hash]) -> Hash? {
        guard index >= 0, index < size else { return nil }
        var (node, last, hash) = (index, size - 1, leaf)
        for other in path {
            guard last > 0 else { return nil }
            if node % 2 == 1 || node == last {
                hash = self.node(other, hash)
                while node % 2 == 0, node > 0 { (node, last) = (node / 2, last / 2) }
            } else {
                hash = self.node(hash, other)
            }
            (node, last) = (node / 2, last / 2)
        }
        return last == 0 ? hash : nil
    }

    /// The largest power of two below `size`, which is 2 or more.
    private static func split(_ size: Int) -> Int {
        1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
    }
}

/// As much of a Merkle tree as new entries need: the roots of its full parts, the largest first. At most one for each
/// binary digit of its size.
struct MerkleFrontier: Equatable {
    private(set) var size = 0
    private(set) var parts: [MerkleTree.Hash] = []

    init() {}

    /// Nil where a tree of that size has another number of parts, or a part is no hash.
    init?(size: Int, parts: [MerkleTree.Hash]) {
        guard size >= 0, size.nonzeroBitCount == parts.count, parts.allSatisfy({ $0.count == 32 })
        else { return nil }
        self.size = size
        self.parts = parts
    }

    mutating func append(_ leaf: MerkleTree.Hash) {
        var hash = leaf
        var rest = size
        while rest % 2 == 1, let left = parts.popLast() {
            hash = MerkleTree.node(left, hash)
            rest /= 2
        }
        parts.append(hash)
        size += 1
    }

    var root: MerkleTree.Hash {
        guard var hash = parts.last else { return MerkleTree.empty }
        for left in parts.dropLast().reversed() { hash = MerkleTree.node(left, hash) }
        return hash
    }
}
