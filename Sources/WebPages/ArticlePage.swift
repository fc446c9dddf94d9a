import ControlProtocol
import Outputs
import Storage

/// One article to read, with its facts; a long one in parts.
public struct ArticlePage: HousePage {
    /// Bytes of HTML in a part: below the 100 KB that a page may have.
    static let partBytes = 80 << 10
    /// Bytes of Markdown in a block that is not cut: as HTML they are less than a part, whatever they are.
    private static let blockBytes = 12 << 10

    public var article: ArticleItem
    /// From 1.
    public var part: Int
    public var visit = Visit.looking

    public init(article: ArticleItem, part: Int = 1) {
        self.article = article
        self.part = part
    }

    public var html: String {
        let body = MarkdownFile.body(
            of: Array((article.markdown ?? "").utf8), path: article.path)
        let parts = Self.parts(String(decoding: body, as: UTF8.self))
        let number = min(max(1, part), parts.count)
        let title = article.title.flatMap { $0.isEmpty ? nil : $0 } ?? "Without a title"
        let language =
            article.language.map { [Markup.Attribute("lang", String($0.prefix(20)))] } ?? []
        return Frame(room: .articles, title: title, visit: visit).page([
            .tag("h1", language, [.text(title)]), facts,
            Self.around(article.id, number, parts.count),
            .tag("article", language, [.article(parts[number - 1])]),
            Self.around(article.id, number, parts.count), buttons(title),
        ])
    }

    private func buttons(_ title: String) -> Markup {
        func button(_ words: StaticString, _ verb: StaticString) -> Markup {
            visit.button(words, .act(verb, in: "articles", article.id), about: title)
        }
        return button("Release to hooks", "release") + button("Forget", "forget")
    }

    private static func around(_ id: String, _ number: Int, _ count: Int) -> Markup {
        guard count > 1 else { return .nothing }
        var pieces: [Markup] = ["Part \(number) of \(count)"]
        if number > 1 { pieces.append(.link(.article(id, part: number - 1), "← before")) }
        if number < count { pieces.append(.link(.article(id, part: number + 1), "further →")) }
        return .tag("p", [.css("next")], [.joined(pieces, by: " · ")])
    }

    private var facts: Markup {
        var rows: [(Markup, Markup)] = []
        if !article.authors.isEmpty {
            rows.append(("by", .text(article.authors.joined(separator: ", "), limit: 300)))
        }
        rows.append(("published", article.published.map { Frame.time($0) } ?? "not stated"))
        rows.append(("filed", Frame.time(article.filed)))
        if let url = article.url { rows.append(("from", .outward(url, url))) }
        if !article.tags.isEmpty {
            let tags = article.tags.prefix(20).map { tag in
                Markup.link(.articles(Self.query("tag", tag)), .text(tag, limit: 60))
            }
            rows.append(("tags", .joined(Array(tags), by: ", ")))
        }
        rows.append(("kept, dropped", .link(.explain(article.id), "Why each block was")))
        rows.append(("file", .tag("code", [], [.text(article.path)])))
        for seen in article.sightings.prefix(10) {
            rows.append(
                ("seen again", Frame.time(seen.when) + " " + .text(seen.source, limit: 200)))
        }
        for id in article.near.prefix(10) {
            rows.append(("nearly the same", .link(.article(id), .text(id))))
        }
        let revisions = article.revisions ?? []
        if revisions.count > 1 {
            let links = revisions.suffix(20).map { id in
                id == article.id ? .text(id) : Markup.link(.article(id), .text(id))
            }
            rows.append(("revisions", .joined(links, by: ", ")))
            if revisions.first != article.id {
                rows.append(("", .link(.changes(article.id), "What changed with this one")))
            }
        }
        return .tag(
            "dl", [.css("facts")],
            rows.map { .tag("dt", [], [$0.0]) + .tag("dd", [], [$0.1]) })
    }

    /// A query for one value of a key, quoted where it has to be.
    static func query(_ key: String, _ value: String) -> String {
        "\(key):\"\(value.replacing("\"", with: " "))\""
    }

    /// Cut between blocks, and within one where it is too long for a part.
    static func parts(_ markdown: String) -> [String] {
        var parts: [String] = []
        var (part, size) = ("", 0)
        for block in markdown.split(separator: "\n\n", omittingEmptySubsequences: true) {
            for piece in pieces(block) {
                let bytes = ArticleHTML.write(String(piece), pictures: .linked).count
                if size + bytes > partBytes, !part.isEmpty {
                    parts.append(part)
                    (part, size) = ("", 0)
                }
                part += piece + "\n\n"
                size += bytes
            }
        }
        return part.isEmpty && !parts.isEmpty ? parts : parts + [part]
    }

    private static func pieces(_ block: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var rest = block
        while rest.utf8.count > blockBytes {
            let far = rest.utf8.index(rest.startIndex, offsetBy: blockBytes)
            // Not within a character's bytes; a mark that stands upon another may be parted from it.
            let end = rest.unicodeScalars.index(before: rest.unicodeScalars.index(after: far))
            pieces.append(rest[..<end])
            rest = rest[end...]
        }
        return pieces + [rest]
    }
}
