/// The address that a page states for itself: whether it can be true, and how it is written.
enum StatedAddress {
    /// False for the site's front page where the page came from a deeper one, for the machines of developers, and for
    /// what a template left unfilled.
    ///
    /// - Parameter source: the address that the page came from; nil where it is not known.
    static func isBelieved(_ address: String, from source: String?) -> Bool {
        guard let (host, path) = parts(of: address) else { return false }
        if isLocal(host), source.flatMap(parts).map({ !isLocal($0.host) }) ?? true { return false }
        let segments = path.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
        if let last = segments.last, unfilled.contains(last.lowercased()) { return false }
        if address.contains("{{") || address.contains("%7B%7B") { return false }
        guard path.allSatisfy({ $0 == "/" }), let source = source.flatMap(parts) else {
            return true
        }
        return source.path.allSatisfy { $0 == "/" } || source.path.hasPrefix("/#")
            || source.path.hasPrefix("/?")
    }

    /// Without a fragment that only names a place in the page, and with the host in lower case.
    static func plain(_ address: String) -> String {
        guard let (host, path) = parts(of: address) else { return address }
        let scheme = address.prefix { $0 != ":" }.lowercased()
        let hash = path.firstIndex(of: "#")
        // "#!" and "#/" are addresses of applications.
        let isPlace =
            hash.map { path[$0...].dropFirst().first.map { $0.isLetter } ?? true } ?? false
        return scheme + "://" + host + (isPlace ? path.prefix { $0 != "#" } : path)
    }

    private static func parts(of address: String) -> (host: String, path: Substring)? {
        guard let scheme = address.firstRange(of: "://") else { return nil }
        let rest = address[scheme.upperBound...]
        let host = rest.prefix { !"/?#".contains($0) }
        return host.isEmpty ? nil : (host.lowercased(), rest[host.endIndex...])
    }

    private static func isLocal(_ host: String) -> Bool {
        let name = host.prefix { $0 != ":" }
        return name == "localhost" || name.hasPrefix("127.") || name == "0.0.0.0"
            || [".local", ".localhost", ".internal", ".lan"].contains(where: name.hasSuffix)
    }

    private static let unfilled: Set<String> = ["undefined", "null", "none", "nan"]
}
