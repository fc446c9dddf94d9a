/// How long a deferred file waits before it is tried again: later and later, and never given up.
public struct RetrySchedule: Sendable, Equatable {
    public var delays: [Duration]

    /// - Parameter delays: after the first, second … attempt; the last one stays.
    public init(
        delays: [Duration] = [
            .seconds(60), .seconds(300), .seconds(900), .seconds(3600), .seconds(6 * 3600),
            .seconds(24 * 3600),
        ]
    ) {
        self.delays = delays
    }

    /// - Parameter attempts: how many have failed, from 1.
    public func delay(after attempts: Int) -> Duration {
        guard let last = delays.last else { return .seconds(3600) }
        return attempts >= 1 && attempts <= delays.count ? delays[attempts - 1] : last
    }
}
