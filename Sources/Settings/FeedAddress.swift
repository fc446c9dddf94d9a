import FoundationEssentials

/// Tells whether a text can be the address of a feed.
public enum FeedAddress {
    /// What is wrong with an address, and what to do.
    public struct Fault: Error, Sendable, Equatable {
        public let what: String
        public let next: String
    }

    /// What all spellings of one feed's address have in common; it is compared, never asked.
    ///
    /// Beyond `normalised`: no dot segments, no empty query, no dot at the end of the host, escapes in one form
    /// (RFC 3986 §6.2.2).
    public static func key(_ text: String) -> String {
        guard let address = try? normalised(completed(text)),
            var parts = URLComponents(string: address)
        else { return text }
        if parts.query?.isEmpty == true { parts.query = nil }
        parts.percentEncodedPath = withoutDots(escapesUnified(parts.percentEncodedPath))
        if let query = parts.percentEncodedQuery {
            parts.percentEncodedQuery = escapesUnified(query)
        }
        if let host = parts.host, host.hasSuffix("."), host.count > 1 {
            parts.host = String(host.dropLast())
        }
        return parts.string ?? address
    }

    /// The host that is asked, in lower case; nil where there is none.
    public static func host(_ text: String) -> String? { URLComponents(string: key(text))?.host }

    /// The address that people mean where they leave a part out or copy too much: blanks, quotation marks and angle brackets
    /// around and line ends within go, `feed:` is the scheme below it, a bare host is asked over https, and a blank behind
    /// the host is escaped. All else stays as it is.
    public static func completed(_ text: String) -> String {
        var scalars = text.unicodeScalars.filter { !"\t\n\r".unicodeScalars.contains($0) }[...]
        scalars = withoutBlanks(scalars)
        while let first = scalars.first, let last = scalars.last, scalars.count > 1,
            wrappings[first] == last
        {
            scalars = withoutBlanks(scalars.dropFirst().dropLast())
        }
        var address = String(String.UnicodeScalarView(scalars))
        if address.lowercased().hasPrefix("feed:") {
            let rest = address.dropFirst(5)
            address = rest.hasPrefix("//") ? "http:" + rest : String(rest)
        }
        return withBlanksEscaped(isBare(address) ? "https://" + address : address)
    }

    /// In which mails and documents put addresses (RFC 3986 §C).
    private static let wrappings: [Unicode.Scalar: Unicode.Scalar] = [
        "<": ">", "\"": "\"", "'": "'", "`": "`", "\u{201C}": "\u{201D}", "\u{2018}": "\u{2019}",
        "\u{AB}": "\u{BB}",
    ]

    private static func withoutBlanks(
        _ scalars: String.UnicodeScalarView.SubSequence
    ) -> String.UnicodeScalarView.SubSequence {
        var scalars = scalars.drop { isBlank($0) }
        while let last = scalars.last, isBlank(last) { scalars.removeLast() }
        return scalars
    }

    /// A blank in a path or a query, as browsers take it (URL Standard, path percent-encode set). In a host it is a mistake.
    private static func withBlanksEscaped(_ address: String) -> String {
        guard address.contains(" "), let mark = address.firstRange(of: "://") else {
            return address
        }
        let host = address[mark.upperBound...].prefix { !"/?#".contains($0) }
        return String(address[..<host.endIndex])
            + String(address[host.endIndex...]).replacing(" ", with: "%20")
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.value < 0x20 || scalar == "\u{FEFF}"
    }

    /// "example.org/feed.xml", "example.org:8080", "localhost:8080".
    private static func isBare(_ address: String) -> Bool {
        let authority = address.utf8.prefix { !"/?#".utf8.contains($0) }
        let parts = authority.split(
            separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        // "javascript:1" has the form of a host and its port too.
        guard let host = parts.first, !host.isEmpty,
            host.contains(UInt8(ascii: "."))
                || parts.count == 2
                    && String(decoding: host.map { $0 | 0x20 }, as: UTF8.self) == "localhost",
            host.first != UInt8(ascii: "."), host.last != UInt8(ascii: "."),
            host.allSatisfy({ isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 >= 0x80 })
        else { return false }
        return parts.count == 1 || !parts[1].isEmpty && parts[1].allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// Escapes of letters, digits, "-", ".", "_", "~" undone, all others in upper case.
    private static func escapesUnified(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(
                    String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            if isLetterOrDigit(value) || "-._~".utf8.contains(value) {
                result.append(value)
            } else {
                let digits = String(value, radix: 16, uppercase: true)
                result += Array((value < 16 ? "%0" + digits : "%" + digits).utf8)
            }
            index += 3
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: String) -> String {
        guard path.contains("/.") else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        let joined = kept.joined(separator: "/")
        return joined.hasPrefix("/") ? joined : "/" + joined
    }

    /// Whether a host in brackets may be an IPv6 address (RFC 3986 §3.2.2), as far as its letters tell; any other may be one.
    private static func isHost(_ host: String) -> Bool {
        guard host.hasPrefix("[") else { return true }
        let inside = host.dropFirst().dropLast()
        return inside.utf8.allSatisfy { byte in
            isDigit(byte) || (0x61...0x66).contains(byte | 0x20) || byte == 0x3A || byte == 0x2E
        } && inside.utf8.count { $0 == 0x3A } > 1
    }

    /// Bytes.
    private static let longest = 8192

    /// Checks that `text` is an absolute http or https URL without a password.
    ///
    /// - Returns: the address in the form in which two that mean the same are equal: scheme and host in lower
    ///   case, no default port, "/" for an empty path, no fragment.
    public static func normalised(_ text: String) throws(Fault) -> String {
        guard text.utf8.count <= longest else {
            throw Fault(
                what: "it has \(text.utf8.count) bytes, and an address at most \(longest)",
                next: "look whether something else was copied with it")
        }
        guard !text.isEmpty,
            !text.unicodeScalars.contains(where: {
                $0.value <= 0x20 || $0.value == 0x7F || !XMLText.isCharacter($0)
            }),
            var parts = URLComponents(string: text)
        else { throw Fault(what: "not a URL", next: "write it like https://example.org/feed.xml") }
        guard let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            throw Fault(
                what: "only http and https are fetched", next: "begin it with https:// or http://")
        }
        guard parts.user == nil, parts.password == nil else {
            throw Fault(
                what: "a user name or password in a URL would be shown in logs and listings",
                next: "take it out and name a systemd credential with the key credential")
        }
        guard let host = parts.host, !host.isEmpty else {
            throw Fault(
                what: "the URL names no host", next: "write it like https://example.org/feed.xml")
        }
        guard isHost(host) else {
            throw Fault(
                what: "in brackets stands an IPv6 address, and \(host) is none",
                next: "write it like http://[2001:db8::1]/feed.xml")
        }
        guard parts.port.map((1...65_535).contains) ?? true else {
            throw Fault(
                what: "no server has the port \(parts.port ?? 0)",
                next: "write a port from 1 to 65535, or none")
        }
        parts.scheme = scheme
        parts.host = host.lowercased()
        parts.fragment = nil
        if parts.port == (scheme == "https" ? 443 : 80) { parts.port = nil }
        if parts.path.isEmpty { parts.path = "/" }
        return parts.string ?? text
    }
}
