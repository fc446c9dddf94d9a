extension HTMLScanner {
    /// A drawing that is being read: its depth, and what had been written as it began.
    struct Drawing {
        var depth = 1
        let skeleton: Int
        let tokens: Int
        let utf8: Int
        let attributes: Int
    }

    /// What follows some start tags is no markup.
    mutating func content(of tag: HTMLTag) {
        switch tag {
        case .script:
            let end = rawText.scriptEnd(from: at, in: page)
            if isData(before: end) { verbatim(to: end) }
            at = end
        case .style:
            at = rawText.end(of: .style, from: at, in: page)
        case .textarea:
            if let end = rawText.exactEnd(of: .textarea, from: at, in: page) { text(to: end) }
        case .xmp:
            if let end = rawText.exactEnd(of: .xmp, from: at, in: page) { verbatim(to: end) }
        case .plaintext:
            verbatim(to: page.count)
        case .svg:
            if drawing != nil {
                drawing?.depth += 1
            } else {
                drawing = Drawing(
                    skeleton: skeleton.count, tokens: tokens.count, utf8: utf8.count,
                    attributes: attributes.count)
            }
        default:
            break
        }
    }

    /// Whether the script just started carries data rather than code.
    private func isData(before end: Int) -> Bool {
        guard let script = tokens.last else { return false }
        for index in script.content where attributes[Int(index)].name == .type {
            let range = attributes[Int(index)].value
            let type = utf8[Int(range.lowerBound)..<Int(range.upperBound)]
            if ScriptText.isData(type: type) { return true }
            break
        }
        var prefix: [UInt8] = []
        page.append(at..<min(end, at + ScriptText.prefixLength), to: &prefix)
        return ScriptText.isState(prefix)
    }

    /// Leaves out what is within a drawing as it ends, but not where other elements end in it.
    mutating func endInDrawing(_ tag: HTMLTag) {
        guard let begun = drawing else { return }
        if tag.endsDrawing {
            drawing = nil
        } else if tag == .svg, begun.depth > 1 {
            drawing?.depth -= 1
        } else if tag == .svg {
            let title = title(of: begun)
            skeleton.removeLast(skeleton.count - begun.skeleton)
            tokens.removeLast(tokens.count - begun.tokens)
            utf8.removeLast(utf8.count - begun.utf8)
            attributes.removeLast(attributes.count - begun.attributes)
            drawing = nil
            if !title.isEmpty { name(begun, title) }
        }
    }

    /// The words of the first `<title>` in a drawing (SVG 2 §5.7); empty where it has none.
    private func title(of drawing: Drawing) -> [UInt8] {
        guard
            let start = tokens.indices[drawing.tokens...].first(where: { tokens[$0].tag == .title }
            ),
            start + 1 < tokens.count, tokens[start + 1].tag == .text
        else { return [] }
        let words = tokens[start + 1].content
        guard words.count <= Self.longestTitle else { return [] }
        return Array(utf8[Int(words.lowerBound)..<Int(words.upperBound)])
    }

    private static let longestTitle = 1_000

    /// Its title is all that is left of what stood in a drawing, as an attribute of it.
    private mutating func name(_ drawing: Drawing, _ title: [UInt8]) {
        let svg = drawing.tokens - 1
        guard tokens.indices.contains(svg), tokens[svg].tag == .svg,
            Int(tokens[svg].content.upperBound) == attributes.count
        else { return }
        let start = Int32(utf8.count)
        utf8 += title
        attributes.append(HTMLAttribute(name: .title, value: start..<Int32(utf8.count)))
        tokens[svg].content = tokens[svg].content.lowerBound..<Int32(attributes.count)
    }
}

extension HTMLTag {
    /// Stands in no drawing: where it does, the drawing's end tag is missing, or real content is in it.
    var endsDrawing: Bool {
        switch self {
        case .unknown, .custom, .svg, .a, .title, .style, .script: false
        default: !isMathML
        }
    }
}
