/// What the bodies that are still coming in may take together, in bytes after decompression: how much lies in hand,
/// and how much comes in a second. Many large bodies at once then neither fill the memory nor keep the loop's
/// thread from the small ones. Lives on the loop's thread only.
///
/// The first `share` of each body is free: most feeds are smaller. A transfer beyond it is paused while the budget
/// is used up. Where memory is what is short, one goes on until it ends, else all could wait for each other.
final class BodyBudget {
    /// Of each body, bytes that are not counted.
    static let share = 128 << 10

    /// Bytes in hand, the free shares not counted.
    let limit: Int
    /// Beyond the free shares.
    let bytesPerSecond: Int
    private(set) var inHand = 0
    /// Bytes that may still come; below 0 where more came than was allowed.
    private var allowance: Int
    private var lastRefill: ContinuousClock.Instant
    private(set) var paused: Set<UInt64> = []
    /// The one that goes on while memory is short.
    private var favoured: UInt64?

    init(limit: Int, bytesPerSecond: Int, now: ContinuousClock.Instant) {
        self.limit = limit
        self.bytesPerSecond = bytesPerSecond
        allowance = bytesPerSecond / BodyBudget.burstsPerSecond
        lastRefill = now
    }

    private static let burstsPerSecond = 4

    /// Whether a body may grow to `total` bytes now; where it may not, its transfer has to pause.
    func mayGrow(_ id: UInt64, to total: Int) -> Bool {
        guard total > BodyBudget.share, isUsedUp else { return true }
        if inHand >= limit, favoured == nil { favoured = id }
        guard allowance <= 0 || favoured != id else { return true }
        paused.insert(id)
        return false
    }

    /// A body grew by `bytes` to `total`.
    func grew(by bytes: Int, to total: Int) {
        let charged = max(0, total - BodyBudget.share) - max(0, total - bytes - BodyBudget.share)
        inHand += charged
        allowance -= charged
    }

    /// The transfer ended with a body of `total` bytes.
    func ended(_ id: UInt64, total: Int) {
        inHand -= max(0, total - BodyBudget.share)
        paused.remove(id)
        if favoured == id { favoured = nil }
    }

    /// Those that may go on now.
    func resumes(now: ContinuousClock.Instant) -> [UInt64] {
        refill(now)
        guard !paused.isEmpty, allowance > 0 else { return [] }
        var some = paused
        if inHand >= limit {
            let next = favoured ?? paused.min()
            favoured = next
            some = paused.filter { $0 == next }
        }
        paused.subtract(some)
        return some.sorted()
    }

    private var isUsedUp: Bool { inHand >= limit || allowance <= 0 }

    private func refill(_ now: ContinuousClock.Instant) {
        let seconds = (now - lastRefill) / .seconds(1)
        let most = bytesPerSecond / BodyBudget.burstsPerSecond
        allowance = min(most, allowance + Int(min(seconds, 60) * Double(bytesPerSecond)))
        lastRefill = now
    }
}
