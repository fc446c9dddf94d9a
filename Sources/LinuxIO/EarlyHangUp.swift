import CLinux

/// A SIGHUP that comes while the program still starts. Its default action would end the process, and the handler
/// that is wanted can only be installed when there is something to reload.
public enum EarlyHangUp {
    /// From now on a SIGHUP is remembered, until another handler for it is installed.
    public static func remember() { briefd_remember_hang_up() }

    /// Whether one came since; asked after the other handler is there, none is lost.
    public static var came: Bool { briefd_hang_up_came() != 0 }
}
