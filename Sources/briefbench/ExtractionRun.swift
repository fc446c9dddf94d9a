import ArticleExtraction
import BriefModel
import Foundation

/// Extracts the pages of "PATH<TAB>URL" lines and prints a JSON object for each: how training scores weights
/// that the service does not ship.
enum ExtractionRun {
    private struct Row: Encodable {
        var path: String
        var text: String?
        var quality: Double?
        var title: String?
        var authors: [String]?
        var published: String?
    }

    /// - Parameter weights: a file of packed trees; nil for the ones that are shipped.
    /// - Throws: where a file cannot be read; the message names it.
    static func run(weights: String?) throws {
        let extractor =
            try weights.map { path in
                ArticleExtractor(
                    bodyWeights: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
            } ?? ArticleExtractor()
        let encoder = JSONEncoder()
        for page in PageList.read() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: page.path)))
            let request = ExtractionRequest(
                bytes: bytes, type: .html, url: page.url, arrival: Date())
            let article = try? extractor.extract(request)
            let row = Row(
                path: page.path, text: article?.text, quality: article?.quality,
                title: article?.title, authors: article?.authors, published: article?.published)
            FileHandle.standardOutput.write(try encoder.encode(row) + [0x0A])
        }
    }
}
