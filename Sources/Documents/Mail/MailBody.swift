import Charsets

/// The text of a message, made of the parts that are its body.
struct MailBody {
    let bytes: [UInt8]
    /// Of the bytes; nil where it is not stated.
    let charset: String?
    let isHTML: Bool
    let isMarkdown: Bool

    /// Words below a list's message.
    private static let longestFooter = 80

    /// Nil where no part says anything.
    init?(_ parts: [MIMEPart]) {
        let parts = parts.enumerated().filter { $0 == 0 || !Self.isFooter($1) }.map(\.element)
        guard let first = parts.first else { return nil }
        isHTML = parts.contains { Self.isHTML($0) }
        isMarkdown = !isHTML && first.type.name.hasSuffix("markdown")
        if parts.count == 1 {
            bytes = isHTML ? first.content : Self.plain(first)
            charset = Self.charset(of: first)
            guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
            return
        }
        // Pieces of several character sets are joined as UTF-8.
        var text = ""
        for part in parts {
            let isOther = isHTML && !Self.isHTML(part)
            let content = Self.isHTML(part) ? part.content : Self.plain(part)
            let piece = Self.decoded(content, Self.charset(of: part))
            text += isOther ? Self.markup(piece) : piece
            text += "\n\n"
        }
        bytes = Array(text.utf8)
        charset = "utf-8"
        guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
    }

    /// Whether a page says next to nothing: a picture with a link, or only what mail programs put around.
    static func saysLittle(_ parts: [MIMEPart]) -> Bool { words(parts) < 12 }

    /// Words outside of marks, counted no further than it matters.
    static func words(_ parts: [MIMEPart]) -> Int {
        var count = 0
        for part in parts {
            let content = part.content
            var visible = isHTML(part) ? VisibleText(content[...]).bytes : content
            visible = Array(visible.prefix(1 << 16))
            // Scripts without blanks between words have three bytes a letter, and two letters a word.
            let high = visible.count { $0 >= 0xE3 }
            count += visible.split { $0 <= 0x20 }.count + high / 2
        }
        return count
    }

    private static func isHTML(_ part: MIMEPart) -> Bool {
        if part.type.name == "text/html" { return true }
        // Some programs call everything plain.
        guard part.type.name == "text/plain" else { return false }
        let head = part.content.prefix(512).drop { $0 <= 0x20 }
        return Needle("<!doctype html").place(in: head) == head.startIndex
            || Needle("<html").place(in: head) == head.startIndex
    }

    private static func charset(of part: MIMEPart) -> String? {
        let stated = part.type.parameters["charset"]
        // A set that has all letters was stated for want of another.
        return stated?.lowercased() == "us-ascii" ? nil : stated
    }

    private static func plain(_ part: MIMEPart) -> [UInt8] {
        var content = part.content
        let parameters = part.type.parameters
        if parameters["format"]?.lowercased() == "flowed" {
            content = FlowedText.joined(
                content, deletesSpace: parameters["delsp"]?.lowercased() == "yes")
        }
        guard let charset = charset(of: part), CharacterDecoder.isOfMail(charset),
            let text = CharacterDecoder().text(of: content, in: charset)
        else { return content }
        return Array(text.utf8)
    }

    /// What lists put behind a message as a part of its own: a rule, and how to leave, in few words.
    private static func isFooter(_ part: MIMEPart) -> Bool {
        guard part.type.name == "text/plain" else { return false }
        let content = part.content
        guard content.count < 4_096 else { return false }
        let text = content.drop { $0 <= 0x20 }
        return text.starts(with: "______".utf8) && words([part]) <= longestFooter
    }

    private static func decoded(_ bytes: [UInt8], _ charset: String?) -> String {
        let declared = [charset].compactMap { $0 }
        return String(
            decoding: CharacterDecoder().decode(bytes, declared: declared).utf8, as: UTF8.self)
    }

    /// Plain text among pages.
    private static func markup(_ text: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<p>" + escaped.replacing("\n\n", with: "</p><p>") + "</p>"
    }
}

/// What of a page is no mark, nor a style sheet or script: for counting words, not for reading.
struct VisibleText {
    private(set) var bytes: [UInt8] = []

    init(_ page: ArraySlice<UInt8>) {
        var rest = page
        while let open = rest.firstIndex(of: 0x3C) {
            bytes += rest[..<open]
            bytes.append(0x20)
            let tag = rest[open...]
            if let name = ["style", "script", "title"].first(where: { name in
                Needle("<" + name).place(in: tag.prefix(name.utf8.count + 1)) != nil
            }) {
                guard let end = Needle("</" + name).place(in: tag) else { return }
                rest = rest[end...]
            } else if tag.starts(with: "<!--".utf8) {
                guard let end = Needle("-->").place(in: tag) else { return }
                rest = rest[(end + 3)...]
                continue
            }
            guard
                let close = rest[(open < rest.startIndex ? rest.startIndex : open)...]
                    .firstIndex(of: 0x3E)
            else { return }
            rest = rest[(close + 1)...]
        }
        bytes += rest
    }
}
