/// Reads an article out of a Markdown file, which keeps its structure.
///
/// Front matter gives facts. The first heading is the title where the front matter has none. Of the text
/// only what is surely page furniture goes: a Markdown file is mostly the article alone.
enum MarkdownReader {
    static func read(_ text: String) -> ExtractedBody {
        let whole = LineSplitter.plainLines(of: text)
        var lines = whole[...]
        let matter = FrontMatter.take(from: &lines)
        let blocks = MarkdownBlocks.read(lines)
        var body = MarkdownArticle(blocks: blocks).body()
        if let matter { apply(matter, to: &body) }
        return body
    }

    private static func apply(_ matter: FrontMatter, to body: inout ExtractedBody) {
        if let title = matter.first("title", "headline") {
            if let heading = body.title, TextFolding.fold(heading) != TextFolding.fold(title) {
                // The front matter names the article; the heading it found was one of the text's own.
                body.blocks.insert(.heading(level: 1, content: [.text(heading)]), at: 0)
            }
            body.title = title
        }
        let authors = AuthorNames.clean(matter.all("authors", "author", "by", "byline", "creator"))
        if !authors.isEmpty { body.authors = authors }
        if let date = matter.first("published", "date", "publishdate", "pubdate", "created") {
            body.published = StatedDate.parse(date) ?? body.published
        }
        if let date = matter.first("modified", "updated", "lastmod", "last_modified") {
            body.modified = StatedDate.parse(date) ?? body.modified
        }
        body.site = matter.first("site", "publication", "publisher", "source_name")
        body.language = matter.first("language", "lang")
        body.excerpt = matter.first("excerpt", "description", "summary")
        if let series = matter.first("series") { body.series = series }
        if let number = matter.first("number", "issue") { body.number = number }
    }
}
