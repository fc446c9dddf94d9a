import BriefModel
import Charsets

/// Where a link of a newsletter leads in the end, as far as the link itself says it. Nothing is fetched.
enum LinkTarget {
    private static let longest = 8_192
    /// Wrappers in wrappers.
    private static let deepest = 4

    /// The address that stands within a wrapper (percent-encoded or in base 64), without what tells on the reader; the
    /// link itself where none does.
    static func resolved(_ link: String) -> String {
        var link = link
        for _ in 0..<deepest {
            guard link.utf8.count <= longest, !isShared(link), let target = target(in: link) else {
                break
            }
            link = target
        }
        return PlainAddress.withoutTracking(link)
    }

    /// An absolute address of http in brackets or not; nil for anything else.
    static func http(_ text: String) -> String? {
        let bare = String(text.filter { !"<>".contains($0) && !$0.isWhitespace })
        guard bare.utf8.count <= longest, isAddress(bare) else { return nil }
        return bare
    }

    private static func target(in link: String) -> String? {
        guard let schemeEnd = link.firstRange(of: "://") else { return nil }
        let rest = link[schemeEnd.upperBound...]
        guard let slash = rest.firstIndex(where: { $0 == "/" || $0 == "?" }) else { return nil }
        let tail = rest[slash...]
        let query = tail.firstIndex(of: "?").map { tail[tail.index(after: $0)...] } ?? ""
        for pair in query.prefix(while: { $0 != "#" }).split(separator: "&") {
            let value = pair.split(separator: "=", maxSplits: 1).dropFirst().first ?? pair
            if let found = address(inCode: value) { return found }
        }
        for segment in tail.prefix(while: { $0 != "?" }).split(separator: "/") {
            if let found = address(inCode: segment) { return found }
        }
        return nil
    }

    /// The address that a value of a query or a piece of a path stands for.
    private static func address(inCode code: Substring) -> String? {
        guard code.utf8.count >= 10 else { return nil }
        let plain = StreamSafeText.mended(
            String(decoding: PercentCode.decoded(code.utf8), as: UTF8.self))
        if isAddress(plain) { return whole(plain) }
        guard code.utf8.count >= 16 else { return nil }
        for piece in plain.split(separator: ".") where piece.utf8.count >= 16 {
            guard piece.utf8.allSatisfy(isBase64) else { continue }
            let decoded = Base64Code.decoded(piece.utf8)
            // Bytes that are text nearly to the end; a signature may follow.
            guard let place = Needle("http").place(in: decoded[...]) else { continue }
            let run = decoded[place...].prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 }
            var text = String(decoding: run, as: UTF8.self).replacing("\\/", with: "/")
            if text.contains("%3A"), !text.contains("://") {
                text = String(decoding: PercentCode.decoded(text.utf8), as: UTF8.self)
            }
            if isAddress(text) { return whole(text) }
        }
        return nil
    }

    private static func whole(_ text: String) -> String? {
        text.contains(where: \.isWhitespace) ? nil : text
    }

    /// With a host that has a dot in it.
    private static func isAddress(_ text: String) -> Bool {
        let lower = text.prefix(8).lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
            let start = text.firstRange(of: "://")
        else { return false }
        let host = text[start.upperBound...].prefix { !"/?#:".contains($0) }
        return host.contains(".") && host.utf8.count >= 4
            && host.utf8.allSatisfy { $0 > 0x2C && $0 != 0x40 }
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x2D, 0x5F, 0x3D: true
        default: false
        }
    }

    /// "Share this": what stands in such a link is the letter itself.
    private static func isShared(_ link: String) -> Bool {
        let host = link.firstRange(of: "://").map { link[$0.upperBound...].prefix { $0 != "/" } }
        guard let host = host?.lowercased() else { return true }
        return sharers.contains { host == $0 || host.hasSuffix("." + $0) }
    }

    private static let sharers = [
        "facebook.com", "twitter.com", "x.com", "linkedin.com", "pinterest.com", "reddit.com",
        "wa.me", "whatsapp.com", "t.me", "telegram.me", "bsky.app", "getpocket.com",
        "web.archive.org",
        "news.ycombinator.com", "threads.net", "flipboard.com", "tumblr.com", "line.me", "vk.com",
        "instapaper.com",
    ]
}
