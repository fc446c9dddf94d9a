import Storage

/// All articles as one page of HTML, which needs nothing beside it but its pictures.
public struct ArticlePages: ExportFormat {
    public init() {}

    public mutating func begin() -> [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src https: http:"/>
            <title>Articles</title></head><body>

            """.utf8)
    }

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        let article = row.article(file, pictures: .shown)
        var out: [UInt8] = []
        let language = OutputFact.language(article.language)
        out += (language.map { "<article lang=\"\($0)\">" } ?? "<article>").utf8
        out += ArticleHead.html(of: article)
        out += article.html
        out += "</article>\n".utf8
        return out
    }

    public mutating func end() -> [UInt8] { Array("</body></html>\n".utf8) }
}

/// Title and facts before the body of an article, in HTML.
enum ArticleHead {
    static func html(of article: OutputArticle) -> [UInt8] {
        var out = Array("<h1>".utf8)
        XMLBytes.append(OutputFact.title(article), to: &out)
        out += "</h1>\n".utf8
        let facts = [article.authors.joined(separator: ", "), article.published, article.site]
            .compactMap { $0.map(OutputFact.line) }.filter { !$0.isEmpty }
        if !facts.isEmpty {
            out += "<p><em>".utf8
            XMLBytes.append(facts.joined(separator: " · "), to: &out)
            out += "</em></p>\n".utf8
        }
        if let url = WebAddress.link(article.url) {
            out += "<p><a href=\"".utf8
            XMLBytes.append(url, to: &out)
            out += "\">".utf8
            XMLBytes.append(url, to: &out)
            out += "</a></p>\n".utf8
        }
        return out
    }
}
