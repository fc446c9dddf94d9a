/// Reads a line of a cue: its tags say who speaks, how it looks and when each word comes (WebVTT, section 4.2.2).
enum CaptionLine {
    /// Each part that one voice speaks; none where there are no words.
    static func read(_ line: Substring) -> [CaptionCue.Line] {
        var parts: [CaptionCue.Line] = []
        var speaker: String?
        var text = ""
        func end() {
            let words = plain(text)
            if !words.isEmpty { parts.append(.init(speaker: speaker, text: words)) }
            text = ""
        }
        var rest = line
        while let open = rest.firstIndex(of: "<") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: ">") else {
                rest = rest[open...]
                break
            }
            let tag = rest[rest.index(after: open)..<close]
            if let name = voice(tag) {
                end()
                speaker = name
            } else if !isTag(tag) {
                text += rest[open...close]
            }
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        end()
        return parts
    }

    /// The name in `<v Anna Quay>` or `<v.loud Anna Quay>`.
    private static func voice(_ tag: Substring) -> String? {
        guard tag.first == "v", let blank = tag.firstIndex(where: \.isWhitespace),
            tag.index(after: tag.startIndex) == blank || tag.hasPrefix("v.")
        else { return nil }
        let name = plain(String(tag[blank...]))
        return name.isEmpty ? nil : String(name)
    }

    /// Known elements, and times; what else stands between angles was meant as text.
    private static func isTag(_ tag: Substring) -> Bool {
        let name = tag.drop { $0 == "/" }.prefix { $0.isLetter }.lowercased()
        if tag.first?.isNumber == true {
            return tag.allSatisfy { $0.isNumber || ":.".contains($0) }
        }
        return ["c", "i", "b", "u", "s", "v", "ruby", "rt", "lang", "font"].contains(name)
    }

    private static func plain(_ text: String) -> Substring {
        var plain = text
        if plain.contains("&") {
            for (name, sign) in references { plain = plain.replacing(name, with: sign) }
        }
        if plain.contains("{\\") { plain = withoutCommands(plain) }
        return Substring(plain.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// Without SubStation's commands, which SubRip files carry along: "{\an8}".
    private static func withoutCommands(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let open = rest.firstRange(of: "{\\"),
            let close = rest[open.upperBound...].firstIndex(of: "}")
        {
            plain += rest[..<open.lowerBound]
            rest = rest[rest.index(after: close)...]
        }
        return plain + rest
    }

    private static let references = [
        ("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", "\u{200E}"), ("&rlm;", "\u{200F}"),
        ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
}
