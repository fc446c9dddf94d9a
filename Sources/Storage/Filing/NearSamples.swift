import BriefModel

/// Which of an article's shingles are indexed, so that articles that nearly say the same find each other.
///
/// A MinHash signature finds texts of like length alone; a note that is quoted whole in an essay shares next to
/// nothing with its signature. So the index holds what Broder calls a MOD sketch ("On the resemblance and
/// containment of documents", 1997): every shingle whose mixed hash is a multiple of 64, and so the same ones in every
/// text that holds them; and the eight smallest besides, as short texts may have no multiple.
/// The exact shingles decide.
struct NearSamples: Sendable, Equatable {
    /// What is indexed, ascending.
    let values: [Int64]
    /// How many of them are multiples: those that texts of unlike length share.
    let multiples: Int

    private static let smallest = 8
    /// Long texts index ever rarer shingles, so that none takes more than this.
    private static let most = 1024

    init(of shingles: Shingles) {
        var multiples: [UInt64] = []
        var least: [UInt64] = []
        for hash in shingles.hashes {
            let mixed = Self.mix(hash)
            if mixed & 63 == 0 { multiples.append(mixed) }
            if least.count < Self.smallest {
                least.append(mixed)
                least.sort()
            } else if mixed < least[Self.smallest - 1] {
                least[Self.smallest - 1] = mixed
                least.sort()
            }
        }
        var bits = 7
        while multiples.count > Self.most {
            multiples = multiples.filter { $0.trailingZeroBitCount >= bits }
            bits += 1
        }
        self.multiples = multiples.count
        // 40 bits keep the index small; what collides is sorted out by the shingles themselves.
        values = Set(multiples + least).map { Int64($0 >> 24) }.sorted()
    }

    /// The finaliser of MurmurHash3 (Austin Appleby, public domain): every bit depends on every other.
    private static func mix(_ hash: UInt64) -> UInt64 {
        var value = hash
        value ^= value >> 33
        value &*= 0xff51_afd7_ed55_8ccd
        value ^= value >> 33
        value &*= 0xc4ce_b9fe_1a85_ec53
        value ^= value >> 33
        return value
    }

    /// As a JSON array, to hand them to SQLite in one value.
    var json: String { "[" + values.map(String.init).joined(separator: ",") + "]" }
}
