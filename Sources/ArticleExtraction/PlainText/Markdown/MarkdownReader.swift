/// Reads an article out of a Markdown file, which keeps its structure.
///
/// Front matter gives facts. The first heading is the title where the front matter has none. Of the text
/// only what is surely page furniture goes: a Markdown file is mostly the article alone.
enum MarkdownReader {
    static func read(_ text: String) -> ExtractedBody {
        let whole = MarkdownComments.removed(from: LineSplitter.plainLines(of: text))
        var lines = whole[...]
        var matter =
            FrontMatter.take(from: &lines) ?? FrontMatter.takeEnd(from: &lines)
        if matter == nil {
            matter = NoteProperties.take(from: &lines)
        } else {
            NoteProperties.dropTags(&lines)
        }
        let address = matter.flatMap { url(in: $0) }
        let read = MarkdownBlocks.read(lines, address: address.flatMap { PageAddress($0) })
        var body = MarkdownArticle(blocks: read.blocks).body()
        body.blocks += read.notes
        if let matter { apply(matter, to: &body) }
        body.url = address
        return body
    }

    /// The address that the front matter states, as clippers of pages write it.
    private static func url(in matter: FrontMatter) -> String? {
        for key in [
            "url", "source", "source_url", "canonical", "canonical_url", "link", "original",
        ] {
            if let value = matter.first(key), PageAddress(value) != nil { return value }
        }
        return nil
    }

    private static func apply(_ matter: FrontMatter, to body: inout ExtractedBody) {
        if let title = matter.first("title", "headline") {
            if let heading = body.title, TextFolding.fold(heading) != TextFolding.fold(title) {
                // The front matter names the article; the heading it found was one of the text's own.
                body.blocks.insert(.heading(level: 1, content: [.text(heading)]), at: 0)
            }
            body.title = title
        }
        // Obsidian writes names as links.
        let named = matter.all("authors", "author", "by", "byline", "creator")
            .map { $0.trimmed(of: "[]\"") }
        let authors = AuthorNames.clean(named)
        if !authors.isEmpty { body.authors = authors }
        if let date = matter.first(
            "published", "date", "publishdate", "publish_date", "pubdate", "date_published",
            "datepublished", "published_at", "publishedat", "created", "created_at")
        {
            body.published = StatedDate.value(date) ?? body.published
        }
        if let date = matter.first(
            "modified", "updated", "lastmod", "last_modified", "last_modified_at", "updateddate",
            "updated_at", "updatedat", "date_modified", "datemodified", "date_updated",
            "lastupdated",
            "last_updated", "lastmodified", "modified_at", "last-modified")
        {
            body.modified = StatedDate.value(date) ?? body.modified
        }
        body.categories = matter.all("tags", "categories", "keywords")
            .flatMap { $0.split(separator: ",").map { String($0).trimmed(of: " #\"") } }
            .filter { !$0.isEmpty }
        body.site = matter.first("site", "publication", "publisher", "source_name")
        body.language = matter.first("language", "lang")
        body.excerpt = matter.first("excerpt", "description", "summary")
        if let series = matter.first("series") { body.series = series }
        if let number = matter.first("number", "issue") { body.number = number }
    }
}
