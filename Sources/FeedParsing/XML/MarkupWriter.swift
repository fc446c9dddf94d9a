import LibXML

/// Writes the content of an element as HTML.
struct MarkupWriter {
    let tape: FeedTape

    /// The content of `element`: inner elements as tags, without their prefixes.
    ///
    /// - Parameter isEscaped: whether text stands for markup itself (escaped HTML, CDATA in RSS) and is
    ///   written as it is, or is the text of a tree (XHTML) and is escaped anew.
    func html(of element: Int, isEscaped: Bool) -> ArraySlice<UInt8> {
        if isEscaped, let single = tape.singleText(element) { return single.trimmed }
        var result: [UInt8] = []
        let nodes = tape.tape.nodes
        for index in tape.inner(element) {
            let node = nodes[index]
            switch node.kind {
            case .start: writeStart(index, node, into: &result)
            case .attribute: continue
            case .text:
                let text = tape.tape.value(of: node)
                if isEscaped { result += text } else { Self.escape(text, into: &result) }
            case .end: writeEnd(node, into: &result)
            }
        }
        return result[...].trimmed
    }

    private func writeStart(_ index: Int, _ node: XMLTape.Node, into result: inout [UInt8]) {
        result.append(.lessThan)
        result += name(node).utf8
        let count = Int(node.second)
        for offset in 0..<count {
            let attribute = tape.tape.nodes[index + 1 + offset]
            result.append(0x20)
            result += attributeName(attribute).utf8
            result += "=\"".utf8
            Self.escape(tape.tape.value(of: attribute), into: &result, isAttribute: true)
            result.append(.doubleQuote)
        }
        let isEmpty = Int(node.first) == index + 1 + count
        result += isEmpty && isVoid(node) ? " />".utf8 : ">".utf8
    }

    private func writeEnd(_ node: XMLTape.Node, into result: inout [UInt8]) {
        let start = Int(node.first)
        let isEmpty =
            Int(tape.tape.nodes[start].first) == start + 1 + Int(tape.tape.nodes[start].second)
        if isEmpty, isVoid(node) { return }
        result += "</".utf8
        result += name(node).utf8
        result.append(.greaterThan)
    }

    private func name(_ node: XMLTape.Node) -> String {
        tape.tape.names[Int(node.name)].local
    }

    /// Attributes of other vocabularies keep their prefix, so that xlink:href is not taken for href.
    private func attributeName(_ node: XMLTape.Node) -> String {
        let name = tape.tape.names[Int(node.name)]
        guard let prefix = name.prefix, prefix != "xml" else { return name.local }
        return prefix + ":" + name.local
    }

    private func isVoid(_ node: XMLTape.Node) -> Bool {
        Array(name(node).utf8)[...].isVoidHTML
    }

    static func escape(
        _ text: ArraySlice<UInt8>, into result: inout [UInt8], isAttribute: Bool = false
    ) {
        for byte in text {
            switch byte {
            case .ampersand: result += "&amp;".utf8
            case .lessThan: result += "&lt;".utf8
            case .greaterThan: result += "&gt;".utf8
            case .doubleQuote where isAttribute: result += "&quot;".utf8
            default: result.append(byte)
            }
        }
    }
}
