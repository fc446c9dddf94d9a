import CLinux

/// A cage around this process, for good: what it holds can compute, read and write the descriptors that are open, and
/// end (decision 0027). What became of each step stands here.
public struct Cage: Sendable, Equatable, Codable {
    /// The errno that refused the step; 0 where it is in force.
    public var privileges: Int32
    /// Landlock: no file can be opened, whatever its permissions.
    public var files: Int32
    /// seccomp: a list of calls, and no others.
    public var calls: Int32
    public var limits: Int32
    /// The version of Landlock's interface; 0 without it.
    public var landlock: Int32

    public init(
        privileges: Int32 = 0, files: Int32 = 0, calls: Int32 = 0, limits: Int32 = 0,
        landlock: Int32 = 0
    ) {
        self.privileges = privileges
        self.files = files
        self.calls = calls
        self.limits = limits
        self.landlock = landlock
    }

    private init(_ steps: briefd_cage_steps) {
        self.init(
            privileges: steps.privileges, files: steps.files, calls: steps.calls,
            limits: steps.limits, landlock: steps.landlock)
    }

    /// Locks this process in. It must have one thread, and have opened and loaded all that it needs.
    ///
    /// - Parameters:
    ///   - data: bytes of memory of its own.
    ///   - addressSpace: bytes of addresses, with those of its libraries.
    ///   - processorSeconds: of all its work together; then it is killed.
    public static func enter(data: Int, addressSpace: Int, processorSeconds: Int) -> Cage {
        Cage(
            briefd_enter_cage(
                briefd_cage_limits(
                    data: UInt64(data), address_space: UInt64(addressSpace),
                    processor_seconds: UInt64(processorSeconds))))
    }

    /// What the kernel would allow `enter` to do, as far as it can be told without doing it.
    public static func probe() -> Cage { Cage(briefd_probe_cage()) }
}
