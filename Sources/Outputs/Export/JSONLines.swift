import BriefModel
import Storage

/// One JSON object a line, with facts, `markdown` and `text` of the body, as docs/cli-json.md has it.
public struct JSONLines: ExportFormat {
    public init() {}

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        let body = file.map { MarkdownFile.body(of: $0, path: row.path) }
        var row = row
        if row.wordCount == nil, let file { row.fill(from: file) }
        var json = JSONObject(capacity: 1_024 + (body?.count ?? 0) * 9 / 4)
        // In the order of their names, as on the sockets.
        json.add("authors", json: row.authors ?? "[]")
        json.add("categories", json: row.categories ?? "[]")
        json.add("content_hash", row.contentHash)
        json.add("edited", row.isEdited)
        json.add("excerpt", row.excerpt)
        json.add("feed", row.feed)
        json.add("filed", row.filed)
        json.add("id", row.id)
        json.add("language", row.language)
        json.add("markdown", utf8: body)
        json.add("partial", row.isPartial)
        json.add("path", row.path)
        json.add("published", row.published)
        json.add("quality", json: "\((row.quality * 1_000).rounded() / 1_000)")
        json.add("since", row.position)
        json.add("site", row.site)
        json.add("supersedes", row.supersedes)
        json.add("tags", json: row.tags)
        json.add("text", utf8: body.map { MarkdownFile.text(of: $0)[...] })
        json.add("title", row.title)
        json.add("url", row.url)
        json.add("word_count", json: row.wordCount.map { "\($0)" } ?? "null")
        var line = json.finished()
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
