import ArticleExtraction
import Foundation

/// Writes what training/html/train.py learns from: for each "PATH<TAB>URL" line of standard input (URL may be
/// empty) one JSON object a line, {"path", "texts", "features"}, in the order of input. `features` is Base64 of
/// little-endian floats, a row a passage.
enum PassageExport {
    private struct Row: Encodable {
        var path: String
        var texts: [String]
        var features: Data
    }

    /// - Throws: where a file cannot be read; the message names it.
    static func run() throws {
        let encoder = JSONEncoder()
        for page in PageList.read() {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: page.path)))
            let data = PassageTrainingData(page: bytes)
            var features = Data(capacity: 4 * data.features.count)
            for value in data.features {
                for shift in [0, 8, 16, 24] as [UInt32] {
                    features.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
                }
            }
            let row = Row(path: page.path, texts: data.texts, features: features)
            FileHandle.standardOutput.write(try encoder.encode(row) + [0x0A])
        }
    }
}

/// "PATH<TAB>URL" lines of standard input.
struct PageList {
    var path: String
    var url: String?

    static func read() -> [PageList] {
        var pages: [PageList] = []
        while let line = readLine() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let path = parts.first, !path.isEmpty else { continue }
            let url = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
            pages.append(PageList(path: String(path), url: url))
        }
        return pages
    }
}
