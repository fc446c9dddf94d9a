import FoundationEssentials
import Storage

extension ExportRow {
    /// Takes from the file what the catalogue does not have yet.
    mutating func fill(from bytes: [UInt8]) {
        guard let front = try? MarkdownFile.parse(bytes, path: path).front else { return }
        authors = StringList.json(front.authors)
        categories = StringList.json(front.categories)
        language = front.language
        excerpt = front.excerpt
        wordCount = front.wordCount
    }

    /// As feeds and books have it, with its body in HTML.
    func article(_ file: [UInt8]?, pictures: ArticleHTML.Pictures) -> OutputArticle {
        var row = self
        if row.wordCount == nil, let file { row.fill(from: file) }
        var article = OutputArticle(id: id, firstID: id, filed: filed)
        article.title = title
        article.authors = StringList.strings(in: row.authors)
        article.url = url
        article.site = site
        article.language = row.language
        article.tags = StringList.strings(in: tags)
        article.categories = StringList.strings(in: row.categories)
        article.excerpt = row.excerpt
        article.published = published
        if let file {
            let body = MarkdownFile.body(of: file, path: path)
            article.html = ArticleHTML.write(
                String(decoding: body, as: UTF8.self), pictures: pictures)
        }
        return article
    }
}
