import ArticleExtraction
import BriefModel
import Foundation

/// Explains the pages of "PATH<TAB>URL" lines and prints a JSON object for each line of a body that a rule dropped
/// although the judge was for it: `make score` counts which of them were furniture.
enum DeletionExport {
    private struct Row: Encodable {
        var path: String
        var text: String
        var rule: String
        var phrase: String?
        var score: Double
    }

    /// From here on the judge is for a line.
    private static let least = 0.6

    /// - Throws: where a file cannot be read; the message names it.
    static func run() throws {
        let extractor = ArticleExtractor()
        let encoder = JSONEncoder()
        for page in PageList.read() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: page.path)))
            let request = ExtractionRequest(
                bytes: bytes, type: .html, url: page.url, arrival: Date())
            // A page that cannot be read has no lines, and the score of whole pages tells.
            guard let explained = try? extractor.explain(request) else { continue }
            let shown = Set(explained.passages.lazy.filter(\.isKept).map(\.text))
            for passage in explained.passages {
                guard let rule = passage.rule, let score = passage.score, score >= least else {
                    continue
                }
                // What is hidden where it stands and is kept where it is shown is not lost.
                if rule == "hidden", shown.contains(passage.text) { continue }
                let row = Row(
                    path: page.path, text: passage.text, rule: rule, phrase: passage.phrase,
                    score: score)
                FileHandle.standardOutput.write(try encoder.encode(row) + [0x0A])
            }
        }
    }
}
