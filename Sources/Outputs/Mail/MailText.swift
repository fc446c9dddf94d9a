/// Articles as they are told of by mail: a title, a plain text and HTML.
public struct MailText: Sendable, Equatable {
    public var subject: String
    public var text: String
    public var html: [UInt8]

    /// - Parameter articles: those that are most urgent first; one or more.
    public init(_ articles: [OutputArticle]) {
        let titles = articles.map(OutputFact.title)
        let first = titles.first ?? ""
        subject = articles.count == 1 ? first : "\(articles.count) articles: \(first)"
        text = ""
        var html: [UInt8] = Array("<!DOCTYPE html>\n<html><body>\n".utf8)
        for (article, title) in zip(articles, titles) {
            let facts = [article.site, article.published, article.authors.joined(separator: ", ")]
                .compactMap { $0.map(OutputFact.line) }.filter { !$0.isEmpty }
                .joined(separator: " · ")
            let excerpt = article.excerpt.map(OutputFact.line) ?? ""
            let url = WebAddress.link(article.url)
            text += [title, facts, excerpt, url ?? ""].filter { !$0.isEmpty }
                .joined(separator: "\n")
            text += "\n\n"
            html += "<h3>".utf8
            if let url {
                html += "<a href=\"".utf8
                XMLBytes.append(url, to: &html)
                html += "\">".utf8
            }
            XMLBytes.append(title, to: &html)
            html += (url == nil ? "</h3>\n" : "</a></h3>\n").utf8
            for line in [facts, excerpt] where !line.isEmpty {
                html += "<p>".utf8
                XMLBytes.append(line, to: &html)
                html += "</p>\n".utf8
            }
        }
        html += "</body></html>\n".utf8
        self.html = html
    }

    /// Of what is no article.
    public init(subject: String, lines: [String]) {
        self.subject = subject
        text = lines.joined(separator: "\n") + "\n"
        html = Array("<!DOCTYPE html>\n<html><body><pre>".utf8)
        XMLBytes.append(text, to: &html)
        html += "</pre></body></html>\n".utf8
    }
}
