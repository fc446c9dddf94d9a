/// What the address of a frame or a picture says of what it shows.
enum MediaAddress {
    /// Whether it counts readers, and shows nothing: what senders of feeds and letters hang below their texts.
    static func isBeacon(_ url: String) -> Bool {
        let url = url.utf8Span.span
        if beacons.stand(in: url) { return true }
        let (host, path) = places(in: url)
        var label = host.lowerBound
        for index in host where url[index] == 0x2E {
            if counterHosts.contains(url.extracting(label..<index)) { return true }
            label = index + 1
        }
        var end = path.upperBound
        while end > path.lowerBound, url[end - 1] == 0x2F { end -= 1 }
        var start = end
        while start > path.lowerBound, url[start - 1] != 0x2F { start -= 1 }
        let stem = start..<((start..<end).first { url[$0] == 0x2E } ?? end)
        guard !stem.isEmpty else { return false }
        let isPlain =
            stem.upperBound == end
            || end - start >= 4 && plainSuffixes.contains(url.extracting(end - 4..<end))
        if isPlain, counterNames.contains(url.extracting(stem)) { return true }
        return blanks.contains(url.extracting(stem))
    }

    /// Where host and path stand in an address.
    static func places(in url: Span<UInt8>) -> (host: Range<Int>, path: Range<Int>) {
        let start = url.firstPlace(of: scheme.span).map { $0 + scheme.count } ?? 0
        let end = (start..<url.count).first { url[$0] == 0x3F || url[$0] == 0x23 } ?? url.count
        let path = (start..<end).first { url[$0] == 0x2F } ?? end
        return (start..<path, path..<end)
    }

    private static let scheme = Array("://".utf8)
    private static let plainSuffixes = KnownWords([".gif", ".php"])

    /// Whether a frame of this address shows an advertisement, a form or a widget.
    static func isWidget(_ url: String) -> Bool {
        let lower = url.lowercased()
        let (host, path) = parts(of: lower)
        if isBeacon(url) { return true }
        // Their addresses have such words, too.
        if path.hasSuffix(".pdf") || isPost(host, path) || films.contains(where: host.contains)
            || sounds.contains(where: host.contains)
        {
            return false
        }
        if widgets.contains(where: lower.contains) { return true }
        return (host.split(separator: ".") + path.split { !$0.isLetter })
            .contains(where: widgetWords.contains)
    }

    /// What a frame shows that only shows another address, as players of posts and of documents do; else the address itself.
    static func shown(_ url: String) -> String {
        let lower = url.lowercased()
        guard let name = frames.first(where: { lower.contains($0.frame) })?.parameter,
            let query = url.firstIndex(of: "?")
        else { return url }
        for part in url[url.index(after: query)...].split(separator: "&")
        where part.hasPrefix(name) {
            let shown = PercentDecoding.decode(String(part.dropFirst(name.count)))
            if shown.hasPrefix("http"), PageAddress(shown) != nil {
                return PageAddress.resolve(shown, on: nil) ?? url
            }
        }
        return url
    }

    private static let frames = [
        (frame: "facebook.com/plugins/video.php", parameter: "href="),
        (frame: "facebook.com/plugins/post.php", parameter: "href="),
        (frame: "docs.google.com/viewer", parameter: "url="),
        (frame: "docs.google.com/gview", parameter: "url="),
        (frame: "view.officeapps.live.com", parameter: "src="),
    ]

    /// Whether it is the address of one post at a network.
    static func isPost(_ host: String, _ path: String) -> Bool {
        posts.contains { host.hasSuffix($0.host) && path.contains($0.part) }
    }

    private static let posts = [
        (host: "linkedin.com", part: "/feed/update/"), (host: "linkedin.com", part: "/posts/"),
        (host: "bsky.app", part: "/post"), (host: "embed.bsky.app", part: "/embed/"),
        (host: "twitter.com", part: "/status/"), (host: "x.com", part: "/status/"),
        (host: "instagram.com", part: "/p/"), (host: "instagram.com", part: "/reel/"),
        (host: "threads.net", part: "/post/"), (host: "threads.com", part: "/post/"),
        (host: "facebook.com", part: "/posts/"), (host: "facebook.com", part: "/permalink"),
        (host: "reddit.com", part: "/comments/"), (host: "redditmedia.com", part: "/comments/"),
    ]

    /// "Video", "Audio", "Post" or "Embedded", by the services that show them.
    static func kind(ofFrame url: String) -> String {
        let (host, path) = parts(of: url.lowercased())
        if films.contains(where: host.contains) { return "Video" }
        if sounds.contains(where: host.contains) { return "Audio" }
        if isPost(host, path) { return "Post" }
        let words = path.split { !$0.isLetter }
        if words.contains("video") || words.contains("videos") || words.contains("player") {
            return "Video"
        }
        if words.contains("podcast") || words.contains("audio") { return "Audio" }
        return "Embedded"
    }

    /// An address as people read it, without its scheme and its query.
    static func bare(_ url: String) -> String {
        let (host, path) = parts(of: url)
        let bare = host + path
        return bare.hasSuffix("/") ? String(bare.dropLast()) : bare
    }

    static func parts(of url: String) -> (host: String, path: String) {
        let (host, path) = places(in: url.utf8Span.span)
        return (String(url.slice(host)), String(url.slice(path)))
    }

    private static let beacons = Needles([
        "doubleclick.net", "feeds.feedburner.com/~", "feedproxy.google.com/~", "/~4/", "/~ff/",
        "feedsportal.com", "rss.feedsportal", "feeds.wordpress.com/1.0/", "stats.wordpress.com",
        "pixel.wp.com", "quantserve.com", "scorecardresearch.com", "google-analytics.com",
        "facebook.com/tr", "medium.com/_/stat", "/track/open", "/wf/open", "/open.php",
        "imrworldwide.com", "vgwort.de", "pheedo.com", "feedblitz.com/imp", "amazon-adsystem.com",
        "assoc-amazon", "republication-tracker",
    ])
    private static let counterHosts = KnownWords([
        "pixel", "pixels", "beacon", "counter", "tracker", "tracking", "stats", "metrics",
        "analytics",
    ])
    private static let counterNames = KnownWords([
        "pixel", "beacon", "count", "counter", "track", "tracker", "tracking", "hit", "open",
        "stat", "stats", "impression", "imp", "view",
    ])
    private static let blanks = KnownWords([
        "1x1", "blank", "clear", "clearpixel", "dot_clear", "empty", "pixel-1x1", "spacer",
        "transparent", "transparent-pixel",
    ])
    private static let widgets = [
        "googlesyndication.com", "googletagmanager.com", "facebook.com/plugins", "disqus.com",
        "recaptcha", "platform.twitter.com/widgets", "taboola.", "outbrain.", "adnxs.com",
        "addthis.com", "sharethis.com", "accounts.google.com", "about:blank",
    ]
    private static let widgetWords: Set<Substring> = [
        "ad", "ads", "adserver", "adsense", "advert", "banner", "banners", "captcha", "comments",
        "consent", "cookie", "login", "newsletter", "share", "signup", "sponsor", "subscribe",
        "survey", "tracking", "widget", "widgets",
    ]
    private static let films = [
        "youtube", "youtu.be", "vimeo", "dailymotion", "twitch.tv", "brightcove", "jwplayer",
        "jwplatform", "wistia", "vidyard", "bilibili", "rutube", "odysee", "rumble", "peertube",
        "streamable", "kaltura", "tiktok",
    ]
    private static let sounds = [
        "soundcloud", "spotify", "bandcamp", "podcasts.apple", "music.apple", "megaphone",
        "simplecast", "libsyn", "anchor.fm", "acast", "buzzsprout", "mixcloud", "podbean",
        "transistor", "castbox", "spreaker", "audioboom", "podigee", "captivate", "omny",
    ]
}
