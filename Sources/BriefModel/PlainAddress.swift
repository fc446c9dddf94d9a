/// Addresses without what only says who followed a link, and from where: campaign parameters, marks of a feed, and the
/// redirects of search engines around the address of a page.
public enum PlainAddress {
    /// Longer ones stay as they are.
    private static let longest = 8_192

    /// The address that an article is filed under.
    public static func of(_ address: String) -> String {
        guard address.utf8.count <= longest else { return address }
        return withoutTracking(unwrapped(address) ?? address)
    }

    /// Without the fields of a query, and without a fragment, that only tell on the reader.
    public static func withoutTracking(_ address: String) -> String {
        guard address.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") })
        else { return address }
        let page = address.prefix { $0 != "#" }
        var fragment = address[page.endIndex...]
        if isTracking(fragment: fragment.dropFirst()) { fragment = "" }
        guard let mark = page.firstIndex(of: "?") else { return String(page + fragment) }
        let pairs = page[page.index(after: mark)...]
            .split(separator: "&", omittingEmptySubsequences: false)
        let kept = pairs.filter { !isTracking(field: $0) }
        guard kept.count < pairs.count else { return String(page + fragment) }
        let query = kept.isEmpty ? "" : "?" + kept.joined(separator: "&")
        return String(page[..<mark] + query + fragment)
    }

    private static func isTracking(field: Substring) -> Bool {
        let field = field.hasPrefix("amp;") ? field.dropFirst(4) : field
        let key = field.prefix { $0 != "=" }.lowercased()
        if prefixes.contains(where: key.hasPrefix) || trackers.contains(key) { return true }
        let value = field.dropFirst(key.count + 1).lowercased()
        return origins.contains(key) && feeds.contains(value)
    }

    /// "#ref=rss", "#utm_source=feed&utm_medium=rss", "#xtor=RSS-1"; never an anchor of the page.
    private static func isTracking(fragment: Substring) -> Bool {
        guard fragment.contains("=") else { return false }
        return fragment.split(separator: "&").allSatisfy(isTracking(field:))
    }

    /// The address that a redirect of a search engine stands around.
    private static func unwrapped(_ address: String) -> String? {
        guard let rest = behindScheme(address)?.prefix(while: { $0 != UInt8(ascii: "#") }) else {
            return nil
        }
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let path = rest[host.endIndex...].prefix { $0 != UInt8(ascii: "?") }
        // Nearly all addresses have another path.
        guard
            redirects.contains(where: {
                path.elementsEqual($0.path.utf8)
                    && ("." + Substring(host).lowercased()).contains($0.host)
            })
        else { return nil }
        let query = Substring(rest[path.endIndex...].dropFirst())
        for name in ["url=", "q="] {
            let fields = query.split(separator: "&")
            guard let field = fields.first(where: { $0.hasPrefix(name) }),
                case let target = PercentText.decoded(field.dropFirst(name.count)),
                target.hasPrefix("https://") || target.hasPrefix("http://"),
                !target.contains(where: \.isWhitespace)
            else { continue }
            return target
        }
        return nil
    }

    private static func behindScheme(_ address: String) -> Substring.UTF8View? {
        var rest = address.utf8[...]
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[colon...].dropFirst()
            if rest.starts(with: "//".utf8) { return rest.dropFirst(2) }
        }
        return nil
    }

    private static let redirects: [(host: String, path: String)] = [
        (".google.", "/url"), (".bing.com", "/news/apiclick.aspx"),
    ]

    private static let prefixes = ["utm_", "at_", "mtm_", "pk_", "hsa_"]

    private static let trackers: Set<String> = [
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "fbclid", "gclid", "dclid", "msclkid", "yclid",
        "igshid", "ck_subscriber_id", "vero_id", "mkt_tok", "oly_anon_id", "oly_enc_id", "_ke",
        "_kx", "ml_subscriber", "ml_subscriber_hash", "_bhlid", "triedredirect", "__s",
        "wickedid", "inf_contact_key", "sc_eh", "sc_uid", "xtor", "wt_mc", "wt.mc_id", "wt_zmc",
        "cmpid", "ocid", "ns_mchannel", "ns_source", "ns_campaign", "ns_linkname", "smid",
        "echobox",
    ]

    /// What says where a reader came from: no more than that where it names a feed.
    private static let origins: Set<String> = [
        "ref", "source", "src", "from", "feature", "via", "cmp", "partner", "medium", "campaign",
    ]
    private static let feeds: Set<String> = [
        "rss", "rss_feed", "rssfeed", "rss-feed", "feed", "atom", "newsfeed", "rss1", "rss2",
        "rss2.0", "feedburner", "jsonfeed",
    ]
}
