import BriefModel

/// The domains that a feed's own pages are on.
struct FeedSite: Sendable, Equatable {
    let domains: [String]

    /// Of the feed's link and address; and the one that most of its entries link to: feeds lie on hosts of services,
    /// and papers own several domains.
    init(_ feed: ParsedFeed, address: String) {
        var domains = [feed.link, feed.id, address].compactMap { $0.flatMap(FeedSite.domain) }
        var counts: [String: Int] = [:]
        for entry in feed.entries {
            if let domain = entry.link.flatMap(FeedSite.domain) { counts[domain, default: 0] += 1 }
        }
        if feed.entries.count >= 4,
            let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            most.value * 5 >= feed.entries.count * 3
        {
            domains.append(most.key)
        }
        self.init(domains: domains)
    }

    init(domains: [String]) {
        var seen: Set<String> = []
        self.domains = domains.filter { seen.insert($0).inserted }
    }

    func holds(_ address: String) -> Bool {
        FeedSite.domain(of: address).map(domains.contains) ?? false
    }

    /// What a registrar sells, near enough: two labels of a host name, three below "co.uk" and its kin; an IP address
    /// and a host without a domain with their port. Nil for what is no web address.
    static func domain(of address: String) -> String? {
        let lower = address.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
            let start = lower.firstRange(of: "://")
        else { return nil }
        let authority = lower[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let place = authority.split(separator: "@").last ?? ""
        guard !place.isEmpty else { return nil }
        if place.hasPrefix("[") { return String(place) }
        let host = place.prefix { $0 != ":" }
        let labels = host.split(separator: ".")
        guard labels.count > 1, let last = labels.last, !last.allSatisfy(\.isNumber) else {
            return String(place)
        }
        let isShared =
            labels.count > 2 && last.utf8.count == 2
            && shared.contains(labels[labels.count - 2])
        let own = labels.suffix(isShared ? 3 : 2).joined(separator: ".")
        // Each customer of these has a host of his own.
        return hosting.contains(own) ? labels.suffix(3).joined(separator: ".") : own
    }

    private static let shared: Set<Substring> = [
        "ac", "co", "com", "edu", "go", "gob", "gouv", "gov", "gv", "mil", "ne", "net", "nic",
        "nom", "or", "org", "sch",
    ]

    private static let hosting: Set<String> = [
        "blogspot.com", "github.io", "gitlab.io", "hatenablog.com", "livejournal.com",
        "medium.com", "micro.blog", "neocities.org", "netlify.app", "over-blog.com", "pages.dev",
        "substack.com", "tumblr.com", "typepad.com", "vercel.app", "wordpress.com",
    ]
}
