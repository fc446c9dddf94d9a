import FoundationEssentials
import LinuxIO
import Logging
import Settings

/// The service as a whole: opens its parts, runs them, and stops them in order.
public struct Daemon: Sendable {
    /// After a stop signal, when nothing has ended it before; every document is safe wherever it is by then.
    static let stopLimit = Duration.seconds(9)

    private let path: String?
    private let executable: String
    private let environment: [String: String]
    private let log: Logger
    private let clock: @Sendable () -> Date

    /// - Parameters:
    ///   - configurationPath: nil for /etc/briefd/briefd.toml, else the defaults.
    ///   - executable: the program that answers to "worker".
    public init(
        configurationPath: String?, executable: String,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        clock: @escaping @Sendable () -> Date = { Date() }
    ) {
        path = configurationPath
        self.executable = executable
        self.environment = environment
        self.clock = clock
        log = Logs.logger(environment: environment)
    }

    /// Runs until SIGTERM or SIGINT. What comes of them and of SIGHUP before it can listen is for `EarlySignals`.
    ///
    /// - Returns: exit status: 0; 1 where it could not start and may later (a full disk); 2 where an operator must see
    ///   to it (the configuration, another briefd on the same store).
    public func run() async -> Int32 {
        await withHouse(staysOpen: true) { house in
            try await house.run()
            log.notice("stopped")
            return 0
        }
    }

    /// Polls every feed that is due and files everything in the spool.
    ///
    /// - Returns: exit status: 0; 1 where something was deferred, quarantined or left in the spool; 1 or 2, as `run` has
    ///   it, where it could not start.
    public func runOnce() async -> Int32 {
        await withHouse(staysOpen: false) { house in await house.runOnce() }
    }

    /// Opens everything for `body`; what fails on the way is said, an error in the journal.
    private func withHouse(
        staysOpen: Bool, _ body: (House) async throws -> Int32
    ) async -> Int32 {
        // Workers have the daemon's account: they shall not look into it.
        ThisProcess.close()
        ChildProcess.ignoreBrokenPipes()
        ProcessMemory.keepTight()
        do {
            return try await body(
                House(
                    path: path, executable: executable, environment: environment,
                    staysOpen: staysOpen, log: log, clock: clock))
        } catch {
            Logs.tellEnd("\(error)", environment: environment)
            return Daemon.exitStatus(of: error)
        }
    }

    /// The unit's RestartPreventExitStatus= is 2: what may pass is tried again, what does not is left to an operator.
    static func exitStatus(of error: any Error) -> Int32 {
        switch error {
        case is ConfigurationError: 2
        case let error as StartError: error.needsOperator ? 2 : 1
        default: 1
        }
    }
}
