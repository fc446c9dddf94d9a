/// The names under which a page's site is known: what the page says, and what its host's name spells.
struct SiteNames {
    /// A longer text is no name.
    private static let maxBytes = 120

    private let stated: [String]
    private let host: String
    /// The host's name without "www" and without the top domain.
    private let label: String
    /// The bytes of the longest of them.
    private let longest: Int

    /// Whether the address is the site's own, without a path.
    let isFrontPage: Bool

    init(stated: [String?], url: String?) {
        self.stated = stated.compactMap { $0 }.map(Self.letters).filter { !$0.isEmpty }
        let (host, path) = Self.split(url)
        var labels = host.split(separator: ".")
        if let first = labels.first, first.hasPrefix("www") { labels.removeFirst() }
        self.host = Self.letters(labels.joined())
        var core = labels.dropLast()
        if core.count > 1, let last = core.last, last.count <= 3 { core = core.dropLast() }
        label = core.last.map { Self.letters(String($0)) } ?? ""
        longest = ([self.host, "the" + label] + self.stated).map(\.utf8.count).max() ?? 0
        isFrontPage = url != nil && path.allSatisfy { $0 == "/" }
    }

    /// Whether a part of a title is the site's name as stated, or as its host spells it.
    func name(_ part: String) -> Bool {
        guard part.utf8.count <= Self.maxBytes, !isLonger(part) else { return false }
        let part = Self.letters(part)
        let count = Self.count(part)
        guard count >= 2 else { return false }
        if stated.contains(part) || part == label || part == host { return true }
        guard count >= 6 else { return false }
        return label == "the" + part || part == "the" + label
            || label.hasPrefix(part) || label.hasSuffix(part) || host.hasPrefix(part)
    }

    /// Whether the last part of a title is the site's name, perhaps with a word more or less.
    func nameLoosely(_ part: String) -> Bool {
        if name(part) { return true }
        let part = Self.letters(part)
        guard part.count >= 3 else { return false }
        for name in stated where name.count >= 3 {
            if name.hasPrefix(part) || name.hasSuffix(part) { return true }
            if part.hasPrefix(name) || part.hasSuffix(name) { return part.count <= 2 * name.count }
        }
        return label.count >= 4 && part.count <= 2 * label.count + 4
            && (part.hasPrefix(label) || part.hasSuffix(label))
    }

    /// Whether a text has more letters of ASCII than any of the names has bytes: most headings do.
    private func isLonger(_ text: String) -> Bool {
        let letters = text.utf8.count { 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 }
        return letters > longest
    }

    /// Characters, which of ASCII are counted much faster.
    private static func count(_ letters: String) -> Int {
        letters.utf8.allSatisfy { $0 < 0x80 } ? letters.utf8.count : letters.count
    }

    private static func letters(_ text: String) -> String {
        let letters = FoldedLine(text).letters.filter { $0 != 0x27 && $0 != 0x2D }
        return String(decoding: letters, as: UTF8.self)
    }

    /// "https://host" of an address.
    static func root(of url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let end = url[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? url.endIndex
        return String(url[..<end])
    }

    private static func split(_ url: String?) -> (host: String, path: Substring) {
        guard let url, let scheme = url.firstRange(of: "://") else { return ("", "") }
        let rest = url[scheme.upperBound...]
        let host = rest.prefix { !"/:?#".contains($0) }
        return (String(host).lowercased(), rest[host.endIndex...])
    }
}
