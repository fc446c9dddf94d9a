/// What the bodies that are still coming in may take together, in bytes after decompression: how much lies in hand,
/// and how much comes in a second. Many large bodies at once then neither fill the memory nor keep the loop's
/// thread from the small ones. Lives on the loop's thread only.
///
/// The first `share` of each body is free: most feeds are smaller. A transfer beyond it is paused while the budget
/// is used up. Where memory is what is short, one goes on until it ends, else all could wait for each other.
final class BodyBudget {
    /// Of each body, bytes that are not counted.
    static let share = 256 << 10

    /// Bytes in hand, the free shares not counted.
    let limit: Int
    /// Beyond the free shares.
    let bytesPerSecond: Int
    private(set) var inHand = 0
    /// Bytes that may still come; below 0 where more came than was allowed.
    private var allowance: Int
    private var lastRefill: ContinuousClock.Instant
    /// Transfers beyond their share that are not paused.
    private var large: Set<UInt64> = []
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

    /// A body grew by `bytes` to `total`.
    func grew(_ id: UInt64, by bytes: Int, to total: Int) {
        let charged = max(0, total - BodyBudget.share) - max(0, total - bytes - BodyBudget.share)
        guard charged > 0 else { return }
        inHand += charged
        allowance -= charged
        large.insert(id)
    }

    /// The transfer ended with a body of `total` bytes.
    func ended(_ id: UInt64, total: Int) {
        inHand -= max(0, total - BodyBudget.share)
        large.remove(id)
        paused.remove(id)
        if favoured == id { favoured = nil }
    }

    /// Those that have to pause now.
    func pauses() -> [UInt64] {
        guard isUsedUp, !large.isEmpty else { return [] }
        if inHand >= limit, favoured == nil { favoured = large.min() }
        let some = large.filter { allowance <= 0 || $0 != favoured }
        large.subtract(some)
        paused.formUnion(some)
        return Array(some)
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
        large.formUnion(some)
        return Array(some)
    }

    private var isUsedUp: Bool { inHand >= limit || allowance <= 0 }

    private func refill(_ now: ContinuousClock.Instant) {
        let seconds = (now - lastRefill) / .seconds(1)
        let most = bytesPerSecond / BodyBudget.burstsPerSecond
        allowance = min(most, allowance + Int(min(seconds, 60) * Double(bytesPerSecond)))
        lastRefill = now
    }
}
