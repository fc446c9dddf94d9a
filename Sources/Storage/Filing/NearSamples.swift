import BriefModel

/// Which of an article's shingles are indexed, so that articles that nearly say the same find each other.
///
/// They are its fingerprints: two texts that share a passage share some of them, however unlike their lengths. The texts
/// themselves decide. A text that is too long to be laid beside others has none: half a million rows would lead nowhere.
struct NearSamples: Sendable, Equatable {
    /// What is indexed, ascending.
    let values: [Int64]
    /// What is asked for: what articles were indexed by that were filed by an earlier version, too.
    let asked: [Int64]

    /// How many samples of an article can be shared.
    var count: Int { values.count }

    init(of shingles: Shingles) {
        let samples = Set(shingles.fingerprints.map(Self.sample)).sorted()
        values = shingles.hashes.count <= ComparisonLimits().words ? samples : []
        // Before version 6 of the catalogue: every shingle whose mixed hash is a multiple of 64.
        let multiples = shingles.hashes.lazy.filter { Self.mix($0) & 63 == 0 }.prefix(1_024)
        asked = Set(samples + multiples.map(Self.sample)).sorted()
    }

    init(values: [Int64]) {
        self.values = values
        asked = values
    }

    /// 40 bits keep the index small; what collides is sorted out by the texts.
    private static func sample(_ hash: UInt64) -> Int64 { Int64(mix(hash) >> 24) }

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

    /// Numbers as a JSON array, to hand them to SQLite in one value.
    static func json(_ values: [Int64]) -> String {
        "[" + values.map(String.init).joined(separator: ",") + "]"
    }
}
