import ArticleExtraction
import BriefModel
import Foundation

/// A page and the text that a reader copied from it, both read.
struct CopiedPage {
    var name: String
    var page: Reading
    var copy: Reading
    /// Whether four fifths of the words of both are those of the truth.
    var isReadWell: Bool

    static func all(below folder: String) throws -> [CopiedPage] {
        let files = FileManager.default
        return try (files.subpaths(atPath: folder + "/plaintext") ?? []).sorted()
            .filter { $0.hasSuffix(".txt") }
            .compactMap { name in
                let stem = String(name.dropLast(4))
                let page = folder + "/articles/" + stem + ".html"
                guard files.fileExists(atPath: page) else { return nil }
                return try CopiedPage(
                    stem, page: page, copy: folder + "/plaintext/" + name,
                    truth: folder + "/plaintext/" + stem + ".json")
            }
    }

    private init(_ name: String, page: String, copy: String, truth: String) throws {
        struct Truth: Decodable { var text: String? }
        func bytes(_ path: String) throws -> [UInt8] {
            [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        }
        self.name = name
        self.page = try Document(bytes: bytes(page), name: "page.html").read()
        self.copy = try Document(bytes: bytes(copy)).read()
        let text = try JSONDecoder().decode(Truth.self, from: Data(bytes(truth))).text ?? ""
        isReadWell =
            Self.agreement(self.page.article.text, text) >= 0.8
            && Self.agreement(self.copy.article.text, text) >= 0.8
    }

    /// F1 of the words, each as often as it stands there; characters where words are not spaced.
    private static func agreement(_ text: String, _ other: String) -> Double {
        let (one, two) = (counts(text), counts(other))
        let common = one.reduce(0) { $0 + min($1.value, two[$1.key, default: 0]) }
        let all = one.values.reduce(0, +) + two.values.reduce(0, +)
        return all == 0 ? 0 : 2 * Double(common) / Double(all)
    }

    private static func counts(_ text: String) -> [String: Int] {
        var counts: [String: Int] = [:]
        var word = ""
        func end() {
            if !word.isEmpty { counts[word, default: 0] += 1 }
            word = ""
        }
        for scalar in text.lowercased().unicodeScalars {
            if (0x2E80...0x9FFF).contains(scalar.value) {
                end()
                counts[String(scalar), default: 0] += 1
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                word.unicodeScalars.append(scalar)
            } else {
                end()
            }
        }
        end()
        return counts
    }
}
