import LibXML

/// Puts into characters what the marks of a line say: raised and lowered numbers, quotation marks, pictures of
/// characters.
struct InlineMender {
    let tree: HTMLTree

    /// A longer text between the marks is small print rather than an exponent.
    private static let longestScript = 24
    private static let longestPicture = 32

    /// `<sup>` and `<sub>`, or a span that is shown as one: footnotes, which are links, stay as they are.
    func mendScript(_ node: Int, isRaised: Bool, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[node].end)
        guard end - node <= 12, !isInLink(node) else { return }
        for inner in node + 1..<end {
            switch tree.nodes[inner].tag {
            case .text, .i, .em, .b, .strong, .span, .`var`, .font, .small: continue
            default: return
            }
        }
        let raw = tree.text(of: node)
        let text = CleanText(raw).string
        guard !text.isEmpty else { return }
        if isFraction(node, end, isRaised) {
            // "1 1/2" is no eleven halves.
            if isRaised, characterBefore(node)?.isNumber == true {
                edits.add(.text(" " + text), at: node)
            }
            return
        }
        if text.utf8.count > Self.longestScript {
            if characterBefore(node)?.isWhitespace == false {
                edits.add(.text(" " + text), at: node)
            }
            return
        }
        let written = isRaised ? raised(text, at: node) : ScriptForms.lowered(text)
        let lead = raw.first?.isWhitespace == true ? " " : ""
        let trail = raw.last?.isWhitespace == true ? " " : ""
        edits.add(.text(lead + written + trail), at: node)
    }

    /// Whether numbers stand right before a name: "¹⁴C", and the verses of a chapter.
    private func isPrefix(_ text: String, at node: Int, after before: Character?) -> Bool {
        guard before?.isWhitespace == true, text.utf8.count <= 3 else { return false }
        let end = Int(tree.nodes[node].end)
        guard tree.nodes.indices.contains(end), let first = tree.textBytes(end).first else {
            return false
        }
        return (0x41...0x5A).contains(first)
    }

    /// A number by itself, or behind the end of a sentence, is the mark of a note rather than an exponent.
    private func marksNote(_ text: String, after before: Character?) -> Bool {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return before.map { $0.isWhitespace || ".,;:!?”’\"'»".contains($0) } ?? true
    }

    /// A link around a raised mark leads to a note.
    private func isInLink(_ node: Int) -> Bool {
        var node = Int(tree.nodes[node].parent)
        for _ in 0..<4 where node > 0 && tree.nodes[node].tag.isInline {
            if tree.nodes[node].tag == .a {
                return tree.bytes(.href, of: node)?.contains(0x23) == true
            }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    private func raised(_ text: String, at node: Int) -> String {
        if let sign = Self.signs[text.uppercased()] { return sign }
        let before = characterBefore(node)
        if Self.ordinals.contains(text.lowercased()),
            before.map({ $0.isNumber || $0.isUppercase }) ?? false
        {
            return text
        }
        if text.count > 1, text.allSatisfy(\.isLetter) {
            // Small letters behind a number in any language: "1-го", "2nd"; a name's ending: "Mme".
            if before?.isNumber == true || before?.isLetter == true, text.count <= 4,
                ScriptForms.mapped(text, ScriptForms.superscripts) == nil
            {
                return text
            }
            if text.allSatisfy(\.isUppercase) { return text }
        }
        if marksNote(text, after: before), !isPrefix(text, at: node, after: before) { return text }
        if text.first == "[" || text.first == "(" || before == nil || before?.isWhitespace == true {
            // Nothing stands before it that it could run into.
            if text.allSatisfy(\.isLetter) { return text }
            return ScriptForms.mapped(text, ScriptForms.superscripts) ?? text
        }
        if text.contains(" ") { return " " + text }
        return ScriptForms.raised(text)
    }

    /// The last character of the text right before a node.
    private func characterBefore(_ node: Int) -> Character? {
        guard node > 0 else { return nil }
        for index in stride(from: node - 1, through: max(0, node - 6), by: -1) {
            let bytes = tree.textBytes(index)
            if tree.nodes[index].tag != .text {
                if tree.nodes[index].tag.isInline { continue }
                return nil
            }
            let tail = bytes.suffix(16)
            let clean = tail.drop { $0 & 0xC0 == 0x80 }
            if let last = String(decoding: clean, as: UTF8.self).last { return last }
        }
        return nil
    }

    /// The numerator or the denominator of "4⁄3", which is a number of its own.
    private func isFraction(_ node: Int, _ end: Int, _ isRaised: Bool) -> Bool {
        let parent = Int(tree.nodes[node].parent)
        if let name = tree.bytes(.class, of: parent),
            String(decoding: name, as: UTF8.self).lowercased().contains("frac")
        {
            return true
        }
        func holdsSlash(_ index: Int) -> Bool {
            guard tree.nodes.indices.contains(index) else { return false }
            let text = String(decoding: tree.textBytes(index).prefix(8), as: UTF8.self)
            return text.trimmed(of: " ") == "⁄" || text == "/"
        }
        return isRaised ? holdsSlash(end) : holdsSlash(node - 1)
    }

    private static let signs = ["TM": "™", "SM": "℠", "(R)": "®"]
    private static let ordinals: Set<String> = [
        "st", "nd", "rd", "th", "er", "ère", "re", "e", "ème", "eme", "es", "ers", "nde", "o", "a",
        "os", "as", "os.", "a.", "o.", "ᵉ", "r", "me", "lle", "mes", "lles", "d", "ter", "bis",
        "de", "ste", "t",
        "mc", "md",
    ]

    /// `<q>`: the marks of the language around, others within others.
    func mendQuotation(_ node: Int, _ edits: inout TreeEdits) {
        guard Int(tree.nodes[node].end) > node + 1 else { return }
        if QuotationMarks.begin(tree.text(of: node)) { return }
        var language: String?
        var level = 0
        var parent = Int(tree.nodes[node].parent)
        language = tree.attribute(.lang, of: node)
        while parent > 0 {
            if tree.nodes[parent].tag == .q { level += 1 }
            if language == nil { language = tree.attribute(.lang, of: parent) }
            parent = Int(tree.nodes[parent].parent)
        }
        if language == nil, let html = tree.nodes.prefix(4).firstIndex(where: { $0.tag == .html }) {
            language = tree.attribute(.lang, of: html)
        }
        let marks = QuotationMarks.of(language ?? "en", isInner: level % 2 == 1)
        edits.add(.quoted(open: marks.open, close: marks.close), at: node)
    }

    /// A picture of an emoji stands for the character that its alternative text is.
    func mendPicture(_ node: Int, _ edits: inout TreeEdits) {
        guard let alt = tree.bytes(.alt, of: node), !alt.isEmpty, alt.count <= Self.longestPicture
        else { return }
        let text = String(decoding: alt, as: UTF8.self)
        if isInitial(text, node) {
            edits.add(.text(text), at: node)
            return
        }
        if alt.contains(where: { $0 >= 0x80 }) {
            let isEmoji = text.unicodeScalars.allSatisfy { scalar in
                scalar.value >= 0x80 && !scalar.properties.isAlphabetic
                    && !scalar.properties.isIdeographic
                    || scalar == "\u{20E3}"
                    || ("0"..."9").contains(scalar) && text.contains("\u{20E3}")
            }
            if isEmoji,
                text.unicodeScalars.contains(where: { $0.properties.isEmoji || $0.value >= 0x1F000 }
                )
            {
                edits.add(.text(text), at: node)
            }
        } else if text.hasPrefix(":") && text.hasSuffix(":") && text.count > 2 || text.count <= 3,
            tree.attribute(.class, of: node)?.lowercased().contains("emoji") == true
                || tree.attribute(.class, of: node)?.lowercased().contains("smil") == true
        {
            edits.add(.text(text), at: node)
        }
    }

    /// A picture of the letter that a text begins with, which goes on right behind it.
    private func isInitial(_ alt: String, _ node: Int) -> Bool {
        guard alt.count == 1, alt.first?.isLetter == true, node + 1 < tree.nodes.count,
            let next = String(decoding: tree.textBytes(node + 1).prefix(4), as: UTF8.self).first,
            next.isLowercase || next == "\u{2019}" || next == "'",
            let names = tree.attribute(.class, of: node)?.lowercased()
        else { return false }
        return names.contains("drop") || names.contains("initial") || names.contains("cap")
    }
}
