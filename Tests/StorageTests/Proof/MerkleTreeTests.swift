import Testing

@testable import Storage

/// The eight entries and the roots that implementations of RFC 6962 are tested with since the first of them.
@Suite struct MerkleTreeTests {
    private static let entries: [[UInt8]] = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ].map { HexText.bytes($0) ?? [] }

    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    private let leaves = Self.entries.map { MerkleTree.leaf($0) }

    @Test(arguments: 0...8) func `has the known roots`(size: Int) {
        #expect(HexText.make(MerkleTree.root(of: leaves[..<size])) == Self.roots[size])
        var frontier = MerkleFrontier()
        for leaf in leaves[..<size] { frontier.append(leaf) }
        #expect(HexText.make(frontier.root) == Self.roots[size])
        #expect(frontier == MerkleFrontier(size: size, parts: frontier.parts))
    }

    @Test func `proves each entry of each size, and no other`() {
        let many = (0..<70).map { MerkleTree.leaf([UInt8($0)]) }
        for size in 1...70 {
            let root = MerkleTree.root(of: many[..<size])
            for index in 0..<size {
                let path = MerkleTree.inclusion(of: index, in: many[..<size])
                #expect(MerkleTree.root(from: many[index], at: index, size: size, path) == root)
                let other = (index + 1) % size
                if other != index {
                    #expect(MerkleTree.root(from: many[other], at: index, size: size, path) != root)
                    #expect(MerkleTree.root(from: many[index], at: other, size: size, path) != root)
                }
                #expect(
                    MerkleTree.root(from: many[index], at: index, size: size, path + [root]) != root
                )
            }
        }
        #expect(MerkleTree.root(from: many[0], at: 3, size: 3, []) == nil)
        #expect(MerkleTree.root(from: many[0], at: 0, size: 3, []) == nil)
    }

    @Test func `a frontier refuses what is none`() {
        #expect(MerkleFrontier(size: 3, parts: [leaves[0]]) == nil)
        #expect(MerkleFrontier(size: 1, parts: [[1, 2]]) == nil)
        #expect(MerkleFrontier(size: -1, parts: []) == nil)
    }

    @Test func `a checkpoint is read to the letter`() throws {
        let checkpoint = ProofCheckpoint(
            origin: "briefd-1", size: 8, root: MerkleTree.root(of: leaves[...]),
            signatures: ["— key AAAA"])
        #expect(
            checkpoint.body
                == "briefd-1\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n")
        #expect(ProofCheckpoint(checkpoint.text) == checkpoint)
        var plain = checkpoint
        plain.signatures = []
        #expect(ProofCheckpoint(plain.text) == plain)
        for wrong in [
            "", "briefd-1\n8\n", plain.text + "\n", plain.text.replacing("8\n", with: "08\n"),
            plain.text.replacing("=\n", with: "\n"), "\n" + plain.text,
        ] { #expect(ProofCheckpoint(wrong) == nil, "\(wrong)") }
    }

    @Test func `a line tells that it was altered`() throws {
        var entry = ProofEntry(.filed, of: "0123456789abcdef", path: "articles/2021/10/a-01.md")
        entry.n = 7
        entry.prev = ProofEntry.nothing
        let bytes = try entry.encoded()
        let line = Array(ProofLine.make(bytes, leaf: MerkleTree.leaf(bytes)).dropLast())
        #expect(ProofLine(line[...]).entry == entry)
        for place in line.indices {
            for bit in [UInt8(1), 0x20, 0x80] {
                var altered = line
                altered[place] ^= bit
                #expect(ProofLine(altered[...]).entry == nil, "byte \(place)")
            }
        }
    }
}
