/// What the address of a picture says of it.
enum PictureAddress {
    /// Whether it is a mark rather than a picture, by the words of the last three parts of its path.
    static func isOrnament(_ url: String) -> Bool { ends(url, in: ornaments) }

    /// Whether it is a mark that has a name at most: of a network to share on, of a person who writes.
    static func isNamedOrnament(_ url: String) -> Bool { ends(url, in: namedOrnaments) }

    private static func ends(_ url: String, in words: KnownWords) -> Bool {
        let url = url.utf8Span.span
        let path = MediaAddress.places(in: url).path
        var slashes = 0
        var end = path.upperBound
        for index in path.reversed() where !url[index].isWordPart {
            if end > index + 1, words.contains(url.extracting(index + 1..<end)) { return true }
            end = index
            if url[index] == 0x2F, index + 1 < path.upperBound, url[index + 1] != 0x2F {
                slashes += 1
                if slashes == 3 { return false }
            }
        }
        return false
    }

    /// Whether it only holds the place of a picture that a script would load, or that could not be had.
    static func isPlaceholder(_ url: String) -> Bool {
        let bytes = url.utf8Span.span
        guard holders.stand(in: bytes.extracting(lastParts(of: bytes))) else { return false }
        let path = MediaAddress.parts(of: url.lowercased()).path
        let parts = path.split(separator: "/").suffix(2).map { $0.split { !$0.isLetter } }
        guard let name = parts.last else { return false }
        if name.contains("placeholder") || parts.contains(where: { $0.first == "placeholders" }) {
            return true
        }
        if wholeNames.contains(name.dropLast().joined(separator: "-")) { return true }
        let isDrawn = name.last == "gif" || name.last == "svg"
        return isDrawn && name.contains(where: waiting.contains)
    }

    /// Where the last two parts of its path stand, with the slashes around them.
    private static func lastParts(of url: Span<UInt8>) -> Range<Int> {
        let path = MediaAddress.places(in: url).path
        var start = path.upperBound
        for _ in 0..<2 {
            while start > path.lowerBound, url[start - 1] == 0x2F { start -= 1 }
            while start > path.lowerBound, url[start - 1] != 0x2F { start -= 1 }
        }
        return start..<path.upperBound
    }

    /// Whether it is a photograph by its suffix.
    static func isPhoto(_ url: String) -> Bool { hasSuffix(url, in: photos) }

    /// Whether it is a picture of any kind by its suffix.
    static func isPicture(_ url: String) -> Bool { isPhoto(url) || hasSuffix(url, in: drawings) }

    private static func hasSuffix(_ url: String, in suffixes: KnownWords) -> Bool {
        let url = url.utf8Span.span
        let path = MediaAddress.places(in: url).path
        guard let dot = path.last(where: { url[$0] == 0x2E }) else { return false }
        return suffixes.contains(url.extracting(dot + 1..<path.upperBound))
    }

    /// What names a file in an address, without the sizes that servers add: two of one name are one picture.
    static func stem(_ url: String) -> String {
        let name = MediaAddress.parts(of: url.lowercased()).path.split(separator: "/").last ?? ""
        return String(withoutSize(name.split(separator: ".").first ?? ""))
    }

    /// The address without what says in which size it is shown: two that are equal show one picture.
    static func withoutSizes(_ url: String) -> String {
        let bare = url.utf8.prefix { $0 != 0x23 }
        let path = bare.prefix { $0 != 0x3F }
        let query = bare[path.endIndex...].dropFirst().split(separator: 0x26).map(Substring.init)
            .filter { !sizes.contains(Substring($0.utf8.prefix { $0 != 0x3D }).utf8Span.span) }
            .joined(separator: "&")
        guard let dot = path.lastIndex(of: 0x2E), !path[dot...].contains(0x2F) else {
            return Substring(path) + query
        }
        return withoutSize(Substring(path[..<dot])) + Substring(path[dot...]) + query
    }

    /// "boats-300x200": "boats".
    private static func withoutSize(_ stem: Substring) -> Substring {
        guard let mark = stem.utf8.lastIndex(of: 0x2D), stem.utf8[mark...].contains(0x78),
            stem[stem.index(after: mark)...].allSatisfy({ $0.isNumber || $0 == "x" })
        else { return stem }
        return stem[..<mark]
    }

    private static let ornaments = KnownWords(
        ornamentNames + ["badge", "badges", "social", "logo", "logos"])
    private static let namedOrnaments = KnownWords(ornamentNames)
    private static let ornamentNames = [
        "emoji", "emojis", "emoticon", "emoticons", "smiley", "smileys", "smilies", "icon",
        "icons", "favicon", "avatar", "avatars", "gravatar", "button",
        "buttons", "sprite", "sprites", "bullet", "divider", "loader", "loading", "spinner",
        "placeholder", "share",
    ]
    private static let holders = Needles([
        "placeholder", "missing", "no", "unavailable", "default", "load", "spinner", "lazy",
        "transparent",
    ])
    private static let wholeNames: Set<String> = [
        "missing-image", "image-missing", "no-image", "image-not-found", "image-unavailable",
        "default-image", "noimage", "lazy", "lazyload", "lazy-load",
    ]
    private static let waiting: Set<Substring> = [
        "loading", "loader", "spinner", "transparent", "lazyload",
    ]
    private static let sizes = KnownWords([
        "w", "h", "width", "height", "q", "quality", "fit", "crop", "resize", "dpr", "auto", "fm",
        "format", "size", "scale", "ssl", "strip", "zoom", "im", "op",
    ])
    private static let photos = KnownWords(["jpg", "jpeg", "webp", "avif", "heic"])
    private static let drawings = KnownWords(["png", "gif", "svg", "bmp", "tif", "tiff"])
}

extension UInt8 {
    /// A letter of ASCII, or a part of any other character.
    fileprivate var isWordPart: Bool { self >= 0x80 || (0x61...0x7A).contains(self | 0x20) }
}
