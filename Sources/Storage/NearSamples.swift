import BriefModel

/// Which of an article's shingles are indexed, so that articles that nearly say the same find each other.
///
/// A MinHash signature finds texts of like length alone; a note that is quoted whole in an essay shares next to
/// nothing with its signature. So the index holds what Broder calls a MOD sketch ("On the resemblance and
/// containment of documents", 1997): every shingle whose mixed hash is a multiple of 64, and so the same ones in every
/// text that holds them; and the eight smallest besides, as short texts may have no multiple.
/// The exact shingles decide.
enum NearSamples {
    private static let smallest = 8
    /// Long texts index ever rarer shingles, so that none takes more than this.
    private static let most = 1024

    /// The samples of halved shingles.
    static func make(of halved: Shingles) -> [Int64] {
        let mixed = halved.hashes.map { mix($0) }.sorted()
        var rest = mixed.dropFirst(smallest).filter { $0.trailingZeroBitCount >= 6 }
        var bits = 7
        while rest.count > most {
            rest = rest.filter { $0.trailingZeroBitCount >= bits }
            bits += 1
        }
        // 40 bits keep the index small; what collides is sorted out by the shingles themselves.
        return (mixed.prefix(smallest) + rest).map { Int64($0 >> 24) }
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

    /// The upper halves of the hashes, which are all that the catalogue keeps: half the room, and two texts
    /// of a thousand words are wrong in one shingle once in thousands of times.
    static func halved(_ shingles: Shingles) -> Shingles {
        Shingles(hashes: shingles.hashes.map { $0 >> 32 })
    }

    /// Halved shingles as bytes, four each, little-endian.
    static func pack(_ halved: Shingles) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(halved.hashes.count * 4)
        for hash in halved.hashes {
            bytes.append(UInt8(truncatingIfNeeded: hash))
            bytes.append(UInt8(truncatingIfNeeded: hash >> 8))
            bytes.append(UInt8(truncatingIfNeeded: hash >> 16))
            bytes.append(UInt8(truncatingIfNeeded: hash >> 24))
        }
        return bytes
    }

    static func unpack(_ bytes: [UInt8]) -> Shingles {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(bytes.count / 4)
        for start in stride(from: 0, to: bytes.count - 3, by: 4) {
            let low = UInt64(bytes[start]) | UInt64(bytes[start + 1]) << 8
            let high = UInt64(bytes[start + 2]) << 16 | UInt64(bytes[start + 3]) << 24
            hashes.append(low | high)
        }
        return Shingles(hashes: hashes)
    }
}
