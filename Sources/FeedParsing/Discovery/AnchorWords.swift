/// What readers see of a link: its text, its title, and what stands for its picture.
struct AnchorWords {
    /// Bytes behind the start tag that are looked at; a link to a feed says so shortly.
    private static let reach = 400
    /// Words of a sentence that is about feeds, and no name of one, are more.
    private static let mostWords = 5

    private var texts: [String] = []

    /// - Parameters:
    ///   - page: the page.
    ///   - start: the place behind the link's start tag.
    init(in page: [UInt8], behind start: Int, title: String?, label: String?) {
        texts = [title, label].compactMap(\.self)
        let end = min(page.count, start + AnchorWords.reach)
        var text: [UInt8] = []
        var index = start
        while index < end {
            guard page[index] == .lessThan else {
                text.append(page[index])
                index += 1
                continue
            }
            if page[index...].hasPrefix("</a") { break }
            text.append(0x20)
            index += 1
            if page[index...].hasPrefix("img") {
                var scanner = AttributeScanner(
                    bytes: page[..<end], position: index + 3, isHTML: true)
                for attribute in scanner.all()
                where ["alt", "title"].contains(page[attribute.name].string.lowercased()) {
                    texts.append(PlainText.of(html: page[attribute.value]))
                }
                index = scanner.position
            } else {
                index = page[index..<end].firstIndex(of: .greaterThan).map { $0 + 1 } ?? end
            }
        }
        texts.append(PlainText.of(html: text[...]))
    }

    /// Whether any of it is a name of feeds: "RSS", "Subscribe by RSS", "Atom-Feed", "Newsfeed".
    var nameFeed: Bool { texts.contains(where: AnchorWords.nameFeed) }

    private static func nameFeed(_ text: String) -> Bool {
        guard !text.contains("?") else { return false }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty, words.count <= mostWords else { return false }
        if words.contains(where: formats.contains) { return true }
        return words.allSatisfy(parts.contains) && words.contains(where: names.contains)
    }

    private static let formats: Set<Substring> = ["rss", "rss2"]
    private static let names: Set<Substring> = [
        "feed", "feeds", "atom", "newsfeed", "webfeed", "xml",
    ]
    /// What stands beside such a name.
    private static let parts: Set<Substring> = names.union([
        "news", "web", "json", "blog", "1", "0",
    ])
}
