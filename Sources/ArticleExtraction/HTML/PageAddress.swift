/// Makes the links of a page absolute (RFC 3986 §5.2), and lets only harmless schemes through.
struct PageAddress: Sendable {
    /// "https://host:port"
    private let origin: String
    private let scheme: String
    /// The path up to and including its last slash.
    private let folder: String
    private let path: String
    let host: String
    /// What links are resolved on where it is another address: that of `<base>`.
    private var base: Base?

    private struct Base {
        var origin, scheme, folder, path: String
    }

    /// nil where the address is not absolute http or https.
    init?(_ address: String) {
        let address = CleanText(address).string
        let scheme = Self.scheme(of: address)
        guard scheme == "http" || scheme == "https",
            let start = address.firstRange(of: "://")
        else { return nil }
        let rest = address[start.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        guard !rest[..<end].isEmpty else { return nil }
        self.scheme = scheme
        host = rest[..<end].lowercased()
        origin = scheme + "://" + rest[..<end]
        let tail = rest[end...]
        let pathEnd = tail.firstIndex { $0 == "?" || $0 == "#" } ?? tail.endIndex
        path = tail[..<pathEnd].isEmpty ? "/" : String(tail[..<pathEnd])
        folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)].description
    }

    /// The same page, with links that are resolved on another address.
    func resolving(on other: PageAddress) -> PageAddress {
        var page = self
        page.base = Base(
            origin: other.origin, scheme: other.scheme, folder: other.folder, path: other.path)
        return page
    }

    private var ground: Base {
        base ?? Base(origin: origin, scheme: scheme, folder: folder, path: path)
    }

    /// An absolute address; nil for other schemes, for fragments of the same page and for nonsense.
    static func resolve(_ link: String, on page: PageAddress?) -> String? {
        let isPlain = link.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        let link =
            isPlain ? link : link.filter { !$0.isNewline && $0 != "\t" }.trimmed(of: " ")
        guard !link.isEmpty, !link.hasPrefix("#"), link.utf8.count <= 4_096 else { return nil }
        let scheme = scheme(of: link)
        if scheme == "mailto" { return escaped(link) }
        if !scheme.isEmpty {
            guard scheme == "http" || scheme == "https" else { return nil }
            return (isPlain ? hasHost(link, scheme) : PageAddress(link) != nil)
                ? escaped(link) : nil
        }
        guard let page = page?.ground else {
            // Of no scheme: nearly all hosts speak https.
            let rest = "https:" + link
            return link.hasPrefix("//") && PageAddress(rest) != nil ? escaped(rest) : nil
        }
        if link.hasPrefix("//") { return escaped(page.scheme + ":" + link) }
        if link.hasPrefix("/") { return escaped(page.origin + link) }
        if link.hasPrefix("?") { return escaped(page.origin + page.path + link) }
        return escaped(page.origin + merged(page.folder, link))
    }

    /// Whether "://" and a host follow the scheme.
    private static func hasHost(_ link: String, _ scheme: String) -> Bool {
        let rest = link.utf8.dropFirst(scheme.utf8.count)
        guard rest.starts(with: "://".utf8), let first = rest.dropFirst(3).first else {
            return false
        }
        return first != 0x2F && first != 0x3F && first != 0x23
    }

    /// Whether an absolute address without a fragment is that of this page.
    func isPage(_ address: String) -> Bool {
        guard address.hasPrefix(origin) else { return false }
        let rest = address.dropFirst(origin.count)
        return (rest.isEmpty ? "/" : rest) == path
    }

    /// The scheme in lower case; empty where the link has none.
    private static func scheme(of link: String) -> String {
        for (index, byte) in link.utf8.enumerated() {
            switch byte {
            case 0x3A: return link.prefix(index).lowercased()
            case 0x41...0x5A, 0x61...0x7A, 0x30...0x39, 0x2B, 0x2D, 0x2E: continue
            default: return ""
            }
        }
        return ""
    }

    private static func merged(_ folder: String, _ link: String) -> String {
        let end = link.firstIndex { $0 == "?" || $0 == "#" } ?? link.endIndex
        var parts = folder.split(separator: "/", omittingEmptySubsequences: true)
        for part in link[..<end].split(separator: "/", omittingEmptySubsequences: false) {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/") + link[end...]
    }

    /// Bytes that would end or break a link in Markdown are percent-encoded.
    private static func escaped(_ link: String) -> String {
        guard link.utf8.contains(where: breaksLink) else { return link }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in link.utf8 {
            if breaksLink(byte) {
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func breaksLink(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF, 0x22, 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5C, 0x5D, 0x5E, 0x60,
            0x7B, 0x7C, 0x7D:
            true
        default: false
        }
    }
}
