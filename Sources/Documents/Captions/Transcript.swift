import Charsets

/// What is said in a recording, as HTML: of captions, of the JSON form of `podcast:transcript`, or of a plain text whose
/// paragraphs and turns it keeps.
public struct Transcript: Sendable {
    public let html: String

    /// - Parameter isProse: whether a plain text will do; else nothing but captions or segments.
    /// - Returns: nil where the bytes are no transcript, whatever was promised: a page that says so, for one.
    public init?(_ bytes: [UInt8], isProse: Bool) {
        let text = String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
        let segments = SpokenSegments.cues(in: bytes)
        if let captions = segments.map({ CaptionText($0) }) ?? CaptionText(text) {
            self.init(html: captions.html)
        } else if segments == nil, isProse, !Self.isForPrograms(text) {
            self.init(lines: text)
        } else {
            return nil
        }
    }

    private init(html: String) { self.html = html }

    /// Whether it begins as markup or JSON do.
    private static func isForPrograms(_ text: String) -> Bool {
        let signs = text.lazy.filter { !$0.isWhitespace }.prefix(2)
        return signs.first == "<" || ["{\"", "{}", "[{"].contains(String(signs))
    }

    /// - Parameter text: what stands on a page of a transcript, a block a line.
    /// - Returns: nil where nothing is said.
    public init?(lines text: String) {
        var markup = Markup()
        for paragraph in SpokenLines(text).paragraphs {
            markup.add("p", markup: Markup.escaped(paragraph))
        }
        if markup.isEmpty { return nil }
        self.init(html: markup.html)
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
