import Glibc

/// Tells systemd how the service is (sd_notify(3)), without libsystemd. Where no service manager listens, every call
/// does nothing; a message that cannot be sent is lost, as the protocol has it.
public struct ServiceManager: Sendable {
    private let socket: String?
    /// How often the watchdog wants to hear of us: half of WATCHDOG_USEC; nil without a watchdog.
    public let watchdogInterval: Duration?

    /// - Parameter environment: NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID are read.
    public init(environment: [String: String]) {
        let path = environment["NOTIFY_SOCKET"] ?? ""
        socket = path.hasPrefix("/") || path.hasPrefix("@") ? path : nil
        let isForUs = environment["WATCHDOG_PID"].map { Int32($0) == getpid() } ?? true
        let microseconds = environment["WATCHDOG_USEC"].flatMap(Int64.init) ?? 0
        watchdogInterval = isForUs && microseconds > 0 ? .microseconds(microseconds / 2) : nil
    }

    public func ready(status: String) {
        send("READY=1\nSTATUS=\(oneLine(status))")
    }

    public func status(_ text: String) {
        send("STATUS=\(oneLine(text))")
    }

    public func stopping() {
        send("STOPPING=1\nSTATUS=Stopping")
    }

    /// To be followed by `ready` when the new configuration is in force, or the old one stays.
    public func reloading() {
        let microseconds = ChildProcess.monotonicNow() / 1_000
        send("RELOADING=1\nMONOTONIC_USEC=\(microseconds)\nSTATUS=Reading the configuration")
    }

    public func alive() {
        send("WATCHDOG=1")
    }

    private func send(_ message: String) {
        guard let socket else { return }
        try? Datagram.send(Array(message.utf8), to: socket)
    }

    /// A line end in a value would start another assignment.
    private func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }
}
