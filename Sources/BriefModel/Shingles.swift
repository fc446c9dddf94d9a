/// The 64-bit hashes of a text's shingles, ascending and without repeats: what tells that two texts nearly agree.
public struct Shingles: Sendable, Codable, Equatable {
    public var hashes: [UInt64]
    /// Some of the hashes, chosen so that two texts that share a passage share one of them: what an index of many texts
    /// holds.
    public var fingerprints: [UInt64]

    public init(hashes: [UInt64] = [], fingerprints: [UInt64] = []) {
        self.hashes = hashes
        self.fingerprints = fingerprints
    }

    /// How many hashes both sets hold.
    public func shared(with other: Shingles) -> Int {
        var shared = 0
        var left = 0
        var right = 0
        while left < hashes.count, right < other.hashes.count {
            if hashes[left] == other.hashes[right] {
                shared += 1
                left += 1
                right += 1
            } else if hashes[left] < other.hashes[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return shared
    }

    /// How much of the smaller set the larger one holds, 0 to 1; 0 where one is empty.
    public func containment(with other: Shingles) -> Double {
        let fewer = min(hashes.count, other.hashes.count)
        return fewer == 0 ? 0 : Double(shared(with: other)) / Double(fewer)
    }

    /// Whether a closer look at the texts may show that they are nearly the same.
    public func mayBeNear(_ other: Shingles) -> Bool {
        let shorter = min(hashes.count, other.hashes.count)
        guard shorter > 0 else { return false }
        let common = Double(shared(with: other))
        let union = Double(hashes.count + other.hashes.count) - common
        return common / union >= 0.3 || common / Double(shorter) >= 0.5
    }

    /// Whether the two texts are nearly the same: Jaccard ≥ 0.6, or containment of the shorter ≥ 0.85.
    public func isNear(_ other: Shingles) -> Bool {
        let shorter = min(hashes.count, other.hashes.count)
        guard shorter > 0 else { return false }
        let common = Double(shared(with: other))
        let union = Double(hashes.count + other.hashes.count) - common
        return common / union >= 0.6 || common / Double(shorter) >= 0.85
    }
}
