import Synchronization

/// The configuration that is in force: one snapshot, swapped as a whole by a reload.
public final class RunningConfiguration: Sendable {
    private let value: Mutex<Configuration>

    public init(_ configuration: Configuration) { value = Mutex(configuration) }

    public var current: Configuration { value.withLock { $0 } }

    /// Puts another one in force, but for its paths: those are taken at the start only.
    ///
    /// - Returns: whether its paths are others than those in force.
    public func swap(_ fresh: Configuration) -> Bool {
        value.withLock { current in
            let paths = current.paths
            current = fresh
            current.paths = paths
            return fresh.paths != paths
        }
    }
}
