import ArticleExtraction
import Foundation

/// Writes what training/plaintext/train.py learns from: for each "PATH" line of standard input one JSON
/// object a line, {"path", "lines", "weights", "features", "words", "hard"}, in the
/// order of input.
enum LineExport {
    private struct Row: Encodable {
        var path: String
        var lines: [String]
        var weights: [Double]
        var features: [[Float]]
        var words: [[Int]]
        var hard: [Bool]
    }

    /// - Throws: where a file cannot be read; the message names it.
    static func run() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        while let path = readLine() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
            let data = LineTrainingData(bytes: bytes)
            let row = Row(
                path: path, lines: data.lines, weights: data.weights, features: data.features,
                words: data.words, hard: data.hard)
            print(String(decoding: try encoder.encode(row), as: UTF8.self))
        }
    }
}
