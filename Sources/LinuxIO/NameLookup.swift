import Glibc

/// Asks the system's resolver (getaddrinfo(3)).
public enum NameLookup {
    /// Whether a host's name is known; blocks for as long as resolv.conf(5) says.
    ///
    /// - Returns: nil where it is, else what the resolver says.
    public static func fault(of host: String) -> String? {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var found: UnsafeMutablePointer<addrinfo>?
        let code = unsafe getaddrinfo(host, nil, &hints, &found)
        guard code == 0 else { return unsafe String(cString: gai_strerror(code)) }
        unsafe freeaddrinfo(found)
        return nil
    }
}
