import BriefModel
import Storage

/// Pieces of articles' texts, one JSON object a line, for models and vector stores (docs/cli-json.md).
///
/// `id` is the article's and the piece's place in its text, so that it stays as long as the text does.
public struct ChunkLines: ExportFormat {
    public static let limits = 20...1_000_000

    private let cutter: ChunkCutter

    /// - Parameter limit: characters of a piece, at most.
    public init(limit: Int) { cutter = ChunkCutter(limit: max(1, limit)) }

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        guard let file else { return [] }
        var row = row
        if row.wordCount == nil { row.fill(from: file) }
        let text = MarkdownFile.text(of: MarkdownFile.body(of: file, path: row.path))
        let pieces = cutter.pieces(of: text)
        var out: [UInt8] = []
        for (number, piece) in pieces.enumerated() {
            var json = JSONObject(capacity: 512 + piece.bytes.count * 9 / 8)
            let span = piece.characters
            json.add("article", row.id)
            json.add("authors", json: row.authors ?? "[]")
            json.add("chunk", number)
            json.add("chunks", pieces.count)
            json.add("end", span.upperBound)
            json.add("id", "\(row.id):\(span.lowerBound)-\(span.upperBound)")
            json.add("language", row.language)
            json.add("published", row.published)
            json.add("site", row.site)
            json.add("start", span.lowerBound)
            json.add("tags", json: row.tags)
            json.add("text", utf8: text[piece.bytes])
            json.add("title", row.title)
            json.add("url", row.url)
            out += json.finished()
            out.append(UInt8(ascii: "\n"))
        }
        return out
    }
}
