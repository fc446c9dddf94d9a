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
        if widgets.contains(where: lower.contains) || isBeacon(url) { return true }
        return (host.split(separator: ".") + path.split { !$0.isLetter })
            .contains(where: widgetWords.contains)
    }

    /// "Video", "Audio" or "Embedded", by the services that play them.
    static func kind(ofFrame url: String) -> String {
        let (host, path) = parts(of: url.lowercased())
        if films.contains(where: host.contains) { return "Video" }
        if sounds.contains(where: host.contains) { return "Audio" }
        let words = path.split { !$0.isLetter }
        if words.contains("video") || words.contains("player") { return "Video" }
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
