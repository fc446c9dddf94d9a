import CLinux

/// Signals that come while a service still starts, before it has handlers of its own: the default action of each would
/// be to die of it.
public enum EarlySignals {
    /// From now on, until another handler is installed, a SIGHUP is remembered, and SIGTERM and SIGINT end the process
    /// at once, with status 0: that is for a service that any death leaves whole.
    public static func hold() { briefd_hold_signals() }

    /// Whether a SIGHUP came since; asked after the other handler is there, none is lost.
    public static var hangUpCame: Bool { briefd_hang_up_came() != 0 }
}
