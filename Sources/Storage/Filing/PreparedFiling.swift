import BriefModel
import Dispatch
import Hashing
import Synchronization

/// A document with all that can be computed of it beforehand.
struct PreparedFiling: Sendable {
    var filing: Filing
    /// SHA-256 of the bytes as they came.
    var original: String
    /// The same bytes, compressed: fast rather than small.
    var packed: [UInt8]
    var samples: NearSamples

    /// Bytes.
    private static let small = 12 * 1024

    init(_ filing: Filing) {
        self.filing = filing
        original = SHA256Digest.hex(of: filing.original)
        // A file takes whole blocks of 4 KiB, so looking for repetitions in a small one saves next to nothing.
        packed = Gzip.compress(
            filing.original, level: 1, huffmanOnly: filing.original.count <= Self.small)
        samples = NearSamples(of: filing.identity.shingles)
    }

    /// Prepares a batch on all cores; the calling thread blocks.
    static func prepare(_ batch: [Filing]) -> [PreparedFiling] {
        guard batch.count > 4 else { return batch.map(PreparedFiling.init) }
        let prepared = Mutex([PreparedFiling?](repeating: nil, count: batch.count))
        DispatchQueue.concurrentPerform(iterations: batch.count) { index in
            let one = PreparedFiling(batch[index])
            prepared.withLock { $0[index] = one }
        }
        return prepared.withLock { $0 }.compactMap { $0 }
    }
}
