import FoundationEssentials

/// Notices when the clock is set, by comparing it with one that nobody sets.
struct ClockSteps {
    /// Less is the ordinary slewing of a clock, in seconds.
    static let tolerance = 30.0

    private var wall: Date
    private var steady: ContinuousClock.Instant

    init(now: Date, steady: ContinuousClock.Instant) {
        wall = now
        self.steady = steady
    }

    /// By how many seconds the clock was set since the last call; nil where it was not.
    mutating func step(now: Date, steady new: ContinuousClock.Instant) -> Double? {
        let step = now.timeIntervalSince(wall) - (new - steady).seconds
        wall = now
        steady = new
        return abs(step) > ClockSteps.tolerance ? step : nil
    }
}
