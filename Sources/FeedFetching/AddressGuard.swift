import BriefModel
import Curl

/// Decides which addresses may be asked. The decision is made on the address that a connection is about to go
/// to, after name resolution, so that no spelling of a host and no answer of a name server leads around it.
///
/// Public addresses may always be asked; others only where [http] allow_private_networks or allow_hosts says so.
public struct AddressGuard: Sendable {
    private struct Allowed: Sendable {
        enum Target: Sendable {
            case host(String)
            case range(IPRange)
        }
        let target: Target
        let port: UInt16?
    }

    private let allowsPrivateNetworks: Bool
    private let allowed: [Allowed]

    public init(_ settings: HTTPSettings) {
        self.init(
            allowPrivateNetworks: settings.allowPrivateNetworks, allowHosts: settings.allowHosts)
    }

    /// `allowHosts` entries are HOST, IP or CIDR, each with an optional :PORT; one that is none of these
    /// allows nothing.
    public init(allowPrivateNetworks: Bool, allowHosts: [String]) {
        allowsPrivateNetworks = allowPrivateNetworks
        allowed = allowHosts.compactMap(AddressGuard.entry)
    }

    /// The reason why `address`, which `host` resolved to, is not asked; nil where it may be.
    public func refusal(of address: SocketAddress, host: String) -> String? {
        if allowsPrivateNetworks { return nil }
        guard let ip = IPAddress(bytes: address.bytes) else { return "it has no IP address" }
        guard let kind = AddressScope.special(ip) else { return nil }
        let name = AddressGuard.canonical(host)
        let isAllowed = allowed.contains { entry in
            guard entry.port == nil || entry.port == address.port else { return false }
            return switch entry.target {
            case .host(let host): host == name
            case .range(let range): range.contains(ip) || range.contains(AddressScope.plain(ip))
            }
        }
        if isAllowed { return nil }
        return
            "\(host) is at \(ip), a \(kind) address; if it is meant, name it in [http] allow_hosts"
    }

    /// For requests over a proxy, which resolves names itself: judges an address that the URL spells out.
    public func refusal(ofLiteral url: FeedURL) -> String? {
        let name = AddressGuard.canonical(url.host)
        if let address = literal(url) { return refusal(of: address, host: url.host) }
        guard !allowsPrivateNetworks, AddressGuard.isOfOwnNetwork(name),
            !names(name, port: UInt16(url.origin.port))
        else { return nil }
        return "\(url.host) is a name of the proxy's own network; if it is meant, name it in [http]"
            + " allow_hosts"
    }

    /// The reason why a port is not asked: behind it another protocol is spoken, whose server could take a request for
    /// orders. Where allow_hosts names host and port, or the address is a private one that may be asked, it is meant.
    public func refusal(ofPortOf url: FeedURL) -> String? {
        let port = UInt16(url.origin.port)
        guard BlockedPort.all.contains(port) else { return nil }
        let name = AddressGuard.canonical(url.host)
        if allowed.contains(where: { entry in
            guard entry.port == port else { return false }
            return switch entry.target {
            case .host(let host): host == name
            case .range(let range): IPAddress(name).map { range.contains($0) } ?? false
            }
        }) {
            return nil
        }
        if let address = literal(url), let ip = IPAddress(bytes: address.bytes),
            AddressScope.special(ip) != nil, refusal(of: address, host: url.host) == nil
        {
            return nil
        }
        return "port \(port) is that of another protocol; if it is meant, name"
            + " \"\(url.host):\(port)\" in [http] allow_hosts"
    }

    /// The address that a URL spells out.
    private func literal(_ url: FeedURL) -> SocketAddress? {
        let name = AddressGuard.canonical(url.host)
        let isLocal = name == "localhost" || name.hasSuffix(".localhost")
        guard let bytes = isLocal ? [127, 0, 0, 1] : IPAddress(name)?.bytes else { return nil }
        return SocketAddress(bytes: bytes, port: UInt16(url.origin.port))
    }

    /// Whether allow_hosts has this name for this port.
    private func names(_ name: String, port: UInt16) -> Bool {
        allowed.contains { entry in
            guard case .host(name) = entry.target else { return false }
            return entry.port == nil || entry.port == port
        }
    }

    /// Names that mean something within one network only (RFC 6761, RFC 6762, RFC 8375; .internal by ICANN).
    private static func isOfOwnNetwork(_ name: String) -> Bool {
        !name.contains(".")
            || [".internal", ".local", ".localdomain", ".lan", ".intranet", ".home.arpa", ".corp"]
                .contains { name.hasSuffix($0) }
    }

    /// Lower case, without brackets and without the dot of a fully qualified name.
    private static func canonical(_ host: String) -> String {
        var name = host.lowercased()[...]
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        if name.hasSuffix(".") { name = name.dropLast() }
        return String(name)
    }

    private static func entry(_ text: String) -> Allowed? {
        guard let (host, port) = split(text), !host.isEmpty else { return nil }
        if let range = IPRange(host) { return Allowed(target: .range(range), port: port) }
        // A mistyped range is no host name.
        guard !host.contains("/"), !host.contains(":") else { return nil }
        return Allowed(target: .host(canonical(host)), port: port)
    }

    /// Takes the port off: "[::1]:8080", "[fd00::]/8:80", "example.org:80", "10.0.0.0/8:80".
    private static func split(_ text: String) -> (host: String, port: UInt16?)? {
        var host = text[...]
        var port: Substring?
        if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
            let rest = text[text.index(after: end)...]
            let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            host = text[text.index(after: text.startIndex)..<end] + (parts.first ?? "")
            port = parts.count == 2 ? parts[1] : nil
        } else if text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") {
            host = text[..<colon]
            port = text[text.index(after: colon)...]
        }
        guard let port else { return (String(host), nil) }
        guard let number = UInt16(port) else { return nil }
        return (String(host), number)
    }
}
