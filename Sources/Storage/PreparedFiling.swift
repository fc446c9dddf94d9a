import BriefModel
import Dispatch
import Hashing
import Synchronization

/// A document with all that can be computed of it beforehand.
struct PreparedFiling: Sendable {
    var filing: Filing
    /// SHA-256 of the bytes as they came.
    var original: String
    /// The same bytes, compressed: fast rather than small, as the text in them is small anyway.
    var packed: [UInt8]
    var samples: NearSamples

    init(_ filing: Filing) {
        self.filing = filing
        original = SHA256Digest.hex(of: filing.original)
        packed = Gzip.compress(filing.original, level: 1)
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
