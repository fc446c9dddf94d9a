import Storage

/// One JSON object a line, with facts, `markdown` and `text` of the body, as docs/cli-json.md has it.
public struct JSONLines: ExportFormat {
    public init() {}

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        let body = file.map { MarkdownFile.body(of: $0, path: row.path) }
        var row = row
        if row.wordCount == nil, let file { row.fill(from: file) }
        var json = JSONBytes()
        json.out.reserveCapacity(1_024 + (body?.count ?? 0) * 9 / 4)
        // In the order of their names, as on the sockets.
        json.raw("authors", row.authors ?? "[]", isFirst: true)
        json.raw("categories", row.categories ?? "[]")
        json.string("content_hash", row.contentHash)
        json.raw("edited", row.isEdited ? "true" : "false")
        json.string("excerpt", row.excerpt)
        json.string("feed", row.feed)
        json.string("filed", row.filed)
        json.string("id", row.id)
        json.string("language", row.language)
        json.bytes("markdown", body)
        json.raw("partial", row.isPartial ? "true" : "false")
        json.string("path", row.path)
        json.string("published", row.published)
        json.raw("quality", "\((row.quality * 1_000).rounded() / 1_000)")
        json.string("since", row.position)
        json.string("site", row.site)
        json.string("supersedes", row.supersedes)
        json.raw("tags", row.tags)
        json.bytes("text", body.map { MarkdownFile.text(of: $0)[...] })
        json.string("title", row.title)
        json.string("url", row.url)
        json.raw("word_count", row.wordCount.map { "\($0)" } ?? "null")
        json.out += "}\n".utf8
        return json.out
    }
}
