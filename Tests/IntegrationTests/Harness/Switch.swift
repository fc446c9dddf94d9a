import Synchronization

/// Tells a server of a scenario that it is mended: when the test has seen what it wants to see, not after a time.
final class Switch: Sendable {
    private let state = Mutex(false)
    var isOn: Bool { state.withLock { $0 } }
    func turnOn() { state.withLock { $0 = true } }
}
