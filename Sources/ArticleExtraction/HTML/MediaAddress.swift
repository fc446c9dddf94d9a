/// What the address of a picture or a frame says of it.
enum MediaAddress {
    /// Whether it counts readers, and shows nothing: what senders of feeds and letters hang below their texts.
    static func isBeacon(_ url: String) -> Bool {
        let lower = url.lowercased()
        if beacons.contains(where: lower.contains) { return true }
        let (host, path) = parts(of: lower)
        let labels = host.split(separator: ".")
        if labels.dropLast().contains(where: counterHosts.contains) { return true }
        let name = path.split(separator: "/").last ?? ""
        let stem = name.prefix { $0 != "." }
        let isPlain = name.count == stem.count || name.hasSuffix(".gif") || name.hasSuffix(".php")
        if isPlain, counterNames.contains(stem) { return true }
        return blanks.contains(stem)
    }

    /// Whether it is a mark rather than a picture. Asked only of those without alt text.
    static func isOrnament(_ url: String) -> Bool {
        let path = parts(of: url.lowercased()).path
        return path.split(separator: "/").suffix(3).contains { part in
            part.split { !$0.isLetter }.contains(where: ornaments.contains)
        }
    }

    /// Whether it is a photograph by its suffix.
    static func isPhoto(_ url: String) -> Bool {
        let path = parts(of: url.lowercased()).path
        return [".jpg", ".jpeg", ".webp", ".avif", ".heic"].contains(where: path.hasSuffix)
    }

    /// Whether it is a picture of any kind by its suffix.
    static func isPicture(_ url: String) -> Bool {
        let path = parts(of: url.lowercased()).path
        return isPhoto(url)
            || [".png", ".gif", ".svg", ".bmp", ".tif", ".tiff"].contains(
                where: path.hasSuffix)
    }

    /// What names a file in an address, without the sizes that servers add: two of one name are one picture.
    static func stem(_ url: String) -> String {
        let name = parts(of: url.lowercased()).path.split(separator: "/").last ?? ""
        let stem = name.split(separator: ".").first ?? ""
        guard let mark = stem.lastIndex(of: "-"), stem[mark...].contains("x"),
            stem[stem.index(after: mark)...].allSatisfy({ $0.isNumber || $0 == "x" })
        else { return String(stem) }
        return String(stem[..<mark])
    }

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

    private static func parts(of url: String) -> (host: String, path: String) {
        let rest = url.withoutScheme
        let bare = rest.prefix { $0 != "?" && $0 != "#" }
        let host = bare.prefix { $0 != "/" }
        return (String(host), String(bare[host.endIndex...]))
    }

    private static let beacons = [
        "doubleclick.net", "feeds.feedburner.com/~", "feedproxy.google.com/~", "/~4/", "/~ff/",
        "feedsportal.com", "rss.feedsportal", "feeds.wordpress.com/1.0/", "stats.wordpress.com",
        "pixel.wp.com", "quantserve.com", "scorecardresearch.com", "google-analytics.com",
        "facebook.com/tr", "medium.com/_/stat", "/track/open", "/wf/open", "/open.php",
        "imrworldwide.com", "vgwort.de", "pheedo.com", "feedblitz.com/imp", "amazon-adsystem.com",
        "assoc-amazon", "republication-tracker",
    ]
    private static let counterHosts: Set<Substring> = [
        "pixel", "pixels", "beacon", "counter", "tracker", "tracking", "stats", "metrics",
        "analytics",
    ]
    private static let counterNames: Set<Substring> = [
        "pixel", "beacon", "count", "counter", "track", "tracker", "tracking", "hit", "open",
        "stat", "stats", "impression", "imp", "view",
    ]
    private static let blanks: Set<Substring> = [
        "1x1", "blank", "clear", "clearpixel", "dot_clear", "empty", "pixel-1x1", "spacer",
        "transparent", "transparent-pixel",
    ]
    private static let ornaments: Set<Substring> = [
        "emoji", "emojis", "emoticon", "emoticons", "smiley", "smileys", "smilies", "icon",
        "icons", "favicon", "avatar", "avatars", "gravatar", "badge", "badges", "button",
        "buttons", "sprite", "sprites", "bullet", "divider", "loader", "loading", "spinner",
        "placeholder", "share", "social", "logo", "logos",
    ]
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
