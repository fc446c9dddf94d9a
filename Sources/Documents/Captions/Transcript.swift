import Charsets

/// What is said in a recording, as HTML: of captions, or of a plain text whose paragraphs and turns it keeps.
public struct Transcript: Sendable {
    public let html: String

    /// - Parameter isCaptions: whether nothing but captions will do.
    /// - Returns: nil where the bytes are no transcript, whatever was promised: a page that says so, for one.
    public init?(_ bytes: [UInt8], isCaptions: Bool) {
        let text = String(decoding: CharacterDecoder().decode(bytes).utf8, as: UTF8.self)
        if let captions = CaptionText(text) {
            html = captions.html
            return
        }
        guard !isCaptions, let first = text.first(where: { !$0.isWhitespace }), first != "<" else {
            return nil
        }
        var markup = Markup()
        var paragraph: [Substring] = []
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        lines.append("")
        for line in lines {
            let words = line.trimmingBlanks
            if words.isEmpty || CaptionCue.Line(speaker: nil, text: words).isTurn(from: nil) {
                markup.add("p", markup: Markup.escaped(paragraph.joined(separator: " ")))
                paragraph = []
            }
            if !words.isEmpty { paragraph.append(words) }
        }
        html = markup.html
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var rest = drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
