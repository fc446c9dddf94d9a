import FoundationEssentials

/// Tells whether a text can be the address of a feed.
public enum FeedAddress {
    /// What is wrong with an address, and what to do.
    public struct Fault: Error, Sendable, Equatable {
        public let what: String
        public let next: String
    }

    /// What two addresses of one feed have in common.
    public static func key(_ text: String) -> String { (try? normalised(text)) ?? text }

    /// Checks that `text` is an absolute http or https URL without a password.
    ///
    /// - Returns: the address in the form in which two that mean the same are equal: scheme and host in lower
    ///   case, no default port, "/" for an empty path, no fragment.
    public static func normalised(_ text: String) throws(Fault) -> String {
        guard !text.isEmpty, text.utf8.count <= 8192,
            !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F }),
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
        parts.scheme = scheme
        parts.host = host.lowercased()
        parts.fragment = nil
        if parts.port == (scheme == "https" ? 443 : 80) { parts.port = nil }
        if parts.path.isEmpty { parts.path = "/" }
        return parts.string ?? text
    }
}
