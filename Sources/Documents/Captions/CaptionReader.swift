import BriefModel
import Charsets

/// Reads a file of captions.
enum CaptionReader {
    static func starts(_ bytes: [UInt8]) -> Bool {
        let bare = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard bare.starts(with: "WEBVTT".utf8) else { return false }
        return bare.dropFirst(6).first.map { $0 <= 0x20 } ?? true
    }

    static func read(_ bytes: [UInt8]) throws(DocumentsError) -> PackedDocument {
        let text = String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
        guard let captions = CaptionText(text) else {
            throw DocumentsError(
                .notOfFormat, "it holds no caption: no line says from when to when")
        }
        return PackedDocument(
            type: .html, bytes: Markup.document(body: captions.html), charset: "utf-8",
            scope: .content, known: facts(text))
    }

    /// What stands above the first cue of WebVTT: "WEBVTT - The harbour hour", "Language: en" (WebVTT, section 4.1; the lines
    /// with a colon are of its draft of 2013, and programs write them still).
    private static func facts(_ text: String) -> KnownFacts {
        var known = KnownFacts()
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard starts(Array(text.utf8.prefix(16))), let first = lines.first else { return known }
        let title = first.trimmingPrefix("\u{FEFF}").dropFirst("WEBVTT".count)
        known.title = filled(title.drop { $0.isWhitespace || "-–—:".contains($0) })
        let header = lines.dropFirst().prefix(mostOfHeader)
        for line in header.prefix(while: { !$0.allSatisfy(\.isWhitespace) }) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = filled(line[line.index(after: colon)...])
            switch line[..<colon].lowercased() {
            case "title": known.title = known.title ?? value
            case "language": known.language = value
            default: break
            }
        }
        return known
    }

    private static let mostOfHeader = 20

    private static func filled(_ text: Substring) -> String? {
        let words = text.split(whereSeparator: \.isWhitespace)
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
