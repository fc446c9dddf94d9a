import BriefModel

/// An address taken apart and put together again (RFC 3986 §5).
///
/// Nothing is checked or encoded: what a feed sends is kept to the letter as far as resolving lets it.
struct Address {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    /// RFC 3986, appendix B.
    init(_ text: String) {
        var rest = text[...]
        if let mark = rest.utf8.firstIndex(of: .numberSign) {
            fragment = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let mark = rest.utf8.firstIndex(of: .question) {
            query = rest[rest.utf8.index(after: mark)...]
            rest = rest[..<mark]
        }
        if let mark = rest.utf8.firstIndex(of: .colon), Self.isScheme(rest[..<mark]) {
            scheme = rest[..<mark]
            rest = rest[rest.utf8.index(after: mark)...]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let from = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let to = rest[from...].utf8.firstIndex(of: .slash) ?? rest.endIndex
            authority = rest[from..<to]
            rest = rest[to...]
        }
        path = rest
    }

    /// Whether a text is an address of http or https.
    static func isWeb(_ text: String) -> Bool {
        isWeb(text.utf8)
    }

    static func isWeb(_ text: some Sequence<UInt8>) -> Bool {
        var rest = text.makeIterator()
        for expected in "http".utf8 where rest.next()?.lowercased != expected { return false }
        var next = rest.next()
        if next?.lowercased == 0x73 { next = rest.next() }
        return next == .colon && rest.next() == .slash && rest.next() == .slash
    }

    /// An address as it was meant: escaped twice ("&amp;amp;"), or a host without its scheme that is the base's own or
    /// begins with "www.".
    static func mended(_ text: String, base: String?) -> String {
        var text = text
        if text.contains("&amp;") { text = text.replacing("&amp;", with: "&") }
        guard !isWeb(text), let base = base.map({ Address($0) }), let scheme = base.scheme,
            let host = base.authority?.lowercased()
        else { return text }
        let first = trimmed(text).prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
        let bare = host.withoutWWW
        let isHost =
            first == host || first == bare || first.hasPrefix("www.") && first.contains(bare)
        return isHost && first.contains(".") ? scheme + "://" + trimmed(text) : text
    }

    private static func trimmed(_ text: String) -> String {
        let bytes = text.utf8
        guard bytes.first?.isSpace == true || bytes.last?.isSpace == true else { return text }
        return Array(bytes)[...].trimmed.string
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, first.isLetter else { return false }
        return text.utf8.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
        }
    }

    /// Longer addresses stay as they are.
    private static let lengthLimit = 16_384

    /// `reference` made absolute by `base`; as it is where there is no base or nothing to resolve.
    static func resolve(_ reference: String, base: String?) -> String {
        let text = trimmed(reference)
        if isWeb(text) { return text }
        let target = Address(text)
        if target.scheme != nil { return text }
        guard let base, !base.isEmpty, text.utf8.count + base.utf8.count <= lengthLimit else {
            return text
        }
        var result = Address(base)
        guard result.scheme != nil || result.authority != nil || !result.path.isEmpty else {
            return text
        }
        // Opaque bases (urn:, tag:) resolve nothing.
        if result.scheme != nil, result.authority == nil, result.path.utf8.first != .slash {
            return text
        }
        result.refer(to: target)
        return result.description
    }

    /// RFC 3986 §5.2.2.
    private mutating func refer(to target: Address) {
        if target.authority != nil {
            authority = target.authority
            path = Self.withoutDots(target.path)
            query = target.query
        } else if target.path.isEmpty {
            query = target.query ?? query
        } else {
            if target.path.utf8.first == .slash {
                path = Self.withoutDots(target.path)
            } else {
                path = Self.withoutDots(merged(with: target.path))
            }
            query = target.query
        }
        fragment = target.fragment
    }

    /// RFC 3986 §5.2.3.
    private func merged(with reference: Substring) -> Substring {
        if authority != nil, path.isEmpty { return Substring("/" + reference) }
        guard let slash = path.utf8.lastIndex(of: .slash) else { return reference }
        return Substring(path[...slash] + reference)
    }

    /// RFC 3986 §5.2.4.
    private static func withoutDots(_ path: Substring) -> Substring {
        guard path.utf8.contains(0x2E) else { return path }
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".":
                if isLast { segments.append("") }
            case "..":
                if segments.count > 1 || (segments.count == 1 && segments[0] != "") {
                    segments.removeLast()
                }
                if isLast { segments.append("") }
            default: segments.append(part)
            }
        }
        return Substring(segments.joined(separator: "/"))
    }

    private var description: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }
}
