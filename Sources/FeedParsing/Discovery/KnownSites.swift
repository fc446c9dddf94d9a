import BriefModel

/// Sites whose pages' addresses say where their feeds are, by a rule that the sites document.
enum KnownSites {
    /// - Parameter page: an absolute address.
    static func feeds(of page: String) -> [FeedLink] {
        let address = Address(page)
        let path = address.path.split(separator: "/").map(String.init)
        guard Address.isWeb(page), let first = path.first, let last = path.last,
            !last.hasSuffix(".rss"), !last.hasSuffix(".atom"), !last.hasSuffix(".xml")
        else { return [] }
        switch FeedSigns.host(page) {
        case "youtube.com", "m.youtube.com": return videos(path, String(address.query ?? ""))
        case "github.com": return repository(path)
        case "reddit.com", "old.reddit.com", "new.reddit.com": return discussions(path)
        case "medium.com": return path.count == 1 ? [known("https://medium.com/feed/" + first)] : []
        case "tiktok.com", "threads.net", "threads.com": return []
        default: return profile(path, address)
        }
    }

    private static func known(_ url: String) -> FeedLink {
        FeedLink(url: url, source: .known)
    }

    // MARK: YouTube

    private static let videos = "https://www.youtube.com/feeds/videos.xml?"

    private static func videos(_ path: [String], _ query: String) -> [FeedLink] {
        if path.count > 1, path[0] == "channel", path[1].hasPrefix("UC") {
            return [known(videos + "channel_id=" + path[1])]
        }
        if path.count > 1, path[0] == "user" { return [known(videos + "user=" + path[1])] }
        guard path[0] == "playlist" else { return [] }
        let list = query.split(separator: "&").first { $0.hasPrefix("list=") }
        return list.map { [known(videos + "playlist_id=" + String($0.dropFirst(5)))] } ?? []
    }

    /// The feed of a channel by the id that its page states.
    static func videos(of channel: String, on page: String) -> FeedLink? {
        let isID =
            channel.utf8.count == 24 && channel.hasPrefix("UC")
            && channel.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D || $0 == 0x5F }
        guard isID, FeedSigns.areOneSite(page, "https://youtube.com/") else { return nil }
        return known(videos + "channel_id=" + channel)
    }

    // MARK: GitHub, Reddit, Mastodon

    private static func repository(_ path: [String]) -> [FeedLink] {
        guard path.count > 1, !reserved.contains(path[0]) else { return [] }
        let name = path[1].hasSuffix(".git") ? path[1].dropLast(4) : path[1][...]
        let base = "https://github.com/\(path[0])/\(name)/"
        switch path.count > 2 ? path[2] : "" {
        case "": return [known(base + "releases.atom"), known(base + "commits.atom")]
        case "releases": return [known(base + "releases.atom")]
        case "tags": return [known(base + "tags.atom")]
        case "commits":
            let branch = path.dropFirst(3).joined(separator: "/")
            return [known(base + (branch.isEmpty ? "commits.atom" : "commits/\(branch).atom"))]
        default: return []
        }
    }

    /// Paths of the site's own.
    private static let reserved: Set<String> = [
        "about", "apps", "collections", "customer-stories", "enterprise", "explore", "features",
        "login", "marketplace", "orgs", "search", "security", "settings", "solutions", "sponsors",
        "topics", "trending", "users",
    ]

    private static func discussions(_ path: [String]) -> [FeedLink] {
        guard path.count > 1, ["r", "u", "user"].contains(path[0]), path.count < 4,
            path.count == 2 || ["new", "top", "hot", "rising"].contains(path[2])
        else { return [] }
        let kind = path[0] == "r" ? "r" : "user"
        let rest = path.dropFirst().joined(separator: "/")
        return [known("https://www.reddit.com/\(kind)/\(rest)/.rss")]
    }

    /// Mastodon and its kin, on whatever host: a guess, as others write their profiles so too.
    private static func profile(_ path: [String], _ address: Address) -> [FeedLink] {
        guard path.count == 1, path[0].hasPrefix("@"), path[0].utf8.count > 1,
            path[0].utf8.dropFirst().allSatisfy({
                $0.isLetter || $0.isDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E
            }),
            let scheme = address.scheme, let authority = address.authority
        else { return [] }
        return [FeedLink(url: "\(scheme)://\(authority)/\(path[0]).rss", source: .linked)]
    }
}
