import Curl

/// An absolute http or https URL in the one form in which equal addresses are equal: scheme and host in lower
/// case, no default port, "/" for an empty path, no fragment (RFC 3986 §6.2). Path and query stay as they are,
/// but for spaces and characters outside ASCII, which are percent-encoded.
public struct FeedURL: Sendable, Hashable {
    /// Scheme, host and port (RFC 6454): what a credential is scoped to.
    public struct Origin: Sendable, Hashable {
        public let scheme: String
        public let host: String
        public let port: Int
    }

    public let text: String
    public let origin: Origin
    /// Path and query.
    public let target: String

    /// No URL may be longer, in bytes.
    public static let maxBytes = 8192

    public var isSecure: Bool { origin.scheme == "https" }
    public var host: String { origin.host }

    /// "example.org:443": what one connection at a time and the spacing are counted by. The dot of a fully qualified
    /// name is none of it.
    public var hostKey: String {
        let name = origin.host.hasSuffix(".") ? origin.host.dropLast() : origin.host[...]
        return "\(name):\(origin.port)"
    }

    public init(_ text: String) throws(FeedFetchError) {
        guard text.utf8.count <= FeedURL.maxBytes else {
            throw .badURL(text: String(text.prefix(80)) + "…", reason: "it is too long")
        }
        let (scheme, rest) = try FeedURL.scheme(of: text)
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let (host, port) = try FeedURL.authority(rest[..<end], of: text)
        let standard = scheme == "https" ? 443 : 80
        origin = Origin(scheme: scheme, host: host, port: port ?? standard)
        target = FeedURL.target(rest[end...])
        let suffix = origin.port == standard ? "" : ":\(origin.port)"
        self.text = "\(scheme)://\(host)\(suffix)\(target)"
    }

    private static func scheme(of text: String) throws(FeedFetchError) -> (String, Substring) {
        guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
            throw .badURL(text: text, reason: "it is not an absolute URL")
        }
        let scheme = text[..<colon].lowercased()
        guard scheme == "http" || scheme == "https" else {
            throw .badURL(text: text, reason: "only http and https are fetched")
        }
        return (scheme, text[colon...].dropFirst(3))
    }

    private static func authority(
        _ authority: Substring, of text: String
    ) throws(FeedFetchError) -> (host: String, port: Int?) {
        guard !authority.contains("@") else { throw .passwordInURL }
        var host = authority
        var port: Substring?
        let tail = authority.lastIndex(of: "]").map { authority[$0...] } ?? authority
        if let colon = tail.lastIndex(of: ":") {
            host = authority[..<colon]
            port = authority[authority.index(after: colon)...]
        }
        let isSound = host.unicodeScalars.allSatisfy { scalar in
            scalar.value > 0x20 && scalar.value != 0x7f
                && !"\\\"<>^`{|}".unicodeScalars.contains(scalar)
        }
        guard !host.isEmpty, isSound else {
            throw .badURL(text: text, reason: "it names no host")
        }
        guard !host.contains("%") else {
            throw .badURL(text: text, reason: "its host is written with escapes or names a zone")
        }
        let plain = HostMapping.plain(host.lowercased()).lowercased()
        guard let name = FeedURL.canonical(InternationalName.ascii(plain)) else {
            throw .badURL(text: text, reason: "it names no host that can be asked")
        }
        guard let port, !port.isEmpty else { return (name, nil) }
        guard let number = UInt16(port), number > 0 else {
            throw .badURL(text: text, reason: "its port is no port")
        }
        return (name, Int(number))
    }

    /// The one spelling of a host: what libcurl makes of it, numbers as dotted decimals. A name that ends in a number
    /// and is no address is none (WHATWG URL §3.5), as resolvers and proxies differ in what they make of it.
    private static func canonical(_ host: String) -> String? {
        let bare = host.hasSuffix(".") ? String(host.dropLast()) : host
        guard !bare.utf8.contains(UInt8(ascii: "%")), !bare.isEmpty else { return nil }
        guard let asked = URLHost.canonical(bare)?.lowercased() else { return nil }
        if asked.hasPrefix("[") {
            return IPAddress(asked.dropFirst().dropLast()) == nil ? nil : asked
        }
        // A zero that libcurl left in front is that of no octal number.
        if let address = IPAddress(asked) { return address.description == asked ? asked : nil }
        let labels = asked.split(separator: ".", omittingEmptySubsequences: false)
        guard !labels.contains(""), let last = labels.last, !isNumber(last) else { return nil }
        return host.hasSuffix(".") ? asked + "." : asked
    }

    private static func isNumber(_ label: Substring) -> Bool {
        let digits = label.hasPrefix("0x") ? label.dropFirst(2) : label
        let isHexadecimal = label.hasPrefix("0x")
        return digits.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || isHexadecimal && (0x61...0x66).contains(byte)
        }
    }

    private static func target(_ rest: Substring) -> String {
        let bare = rest.prefix { $0 != "#" }
        var target = bare.hasPrefix("/") ? "" : "/"
        for byte in bare.utf8 {
            if byte > 0x20, byte < 0x7f {
                target.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                target += byte < 16 ? "%0" + digits : "%" + digits
            }
        }
        return target
    }

    /// Whether two addresses differ in nothing but the scheme and a slash at the end of the path.
    public func isAlias(of other: FeedURL) -> Bool {
        func trimmed(_ text: String) -> Substring {
            text.hasSuffix("/") ? text.dropLast() : text[...]
        }
        let isStandard = { (origin: Origin) in origin.port == (origin.scheme == "https" ? 443 : 80)
        }
        let samePort =
            origin.port == other.origin.port || (isStandard(origin) && isStandard(other.origin))
        return origin.host == other.origin.host && samePort
            && trimmed(target) == trimmed(other.target)
    }
}
