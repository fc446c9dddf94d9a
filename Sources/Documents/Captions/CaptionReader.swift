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
        guard
            let text = CaptionText(
                String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self))
        else {
            throw DocumentsError(
                .notOfFormat, "it holds no caption: no line says from when to when")
        }
        return PackedDocument(
            type: .html, bytes: Markup.document(body: text.html), charset: "utf-8", scope: .content)
    }
}
