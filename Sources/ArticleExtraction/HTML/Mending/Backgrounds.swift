import LibXML

/// Finds the pictures that pages show as the background of an element without words: where it says that it is a picture
/// (WAI-ARIA, role `img`), or stands in a figure.
struct Backgrounds {
    let tree: HTMLTree
    let words: AttributeWords

    private static let longest = 2_000
    private static let mostNodes = 12

    func mend(_ node: Int, _ edits: inout TreeEdits) {
        guard words.hold(.backdrop, .style, of: node, in: tree), isPicture(node),
            let style = tree.bytes(.style, of: node), style.count <= Self.longest,
            let url = Self.address(in: String(decoding: style, as: UTF8.self))
        else { return }
        let label = tree.attribute(.ariaLabel, of: node) ?? tree.attribute(.title, of: node) ?? ""
        edits.add(.picture(url: url, alt: label), at: node)
    }

    private func isPicture(_ node: Int) -> Bool {
        let end = Int(tree.nodes[node].end)
        guard end - node <= Self.mostNodes,
            (node..<end).allSatisfy({ inner in
                switch tree.nodes[inner].tag {
                // A button on it says what it does, and shows nothing.
                case .text where tree.nodes[Int(tree.nodes[inner].parent)].tag == .button: true
                case .text: tree.textBytes(inner).allSatisfy { $0 <= 0x20 }
                case .img, .picture, .svg, .video, .iframe, .a: false
                default: true
                }
            })
        else { return false }
        if tree.attribute(.role, of: node)?.lowercased() == "img" { return true }
        var parent = Int(tree.nodes[node].parent)
        for _ in 0..<3 where parent > 0 {
            if tree.nodes[parent].tag == .figure {
                return !(parent..<Int(tree.nodes[parent].end)).contains {
                    tree.nodes[$0].tag == .img
                }
            }
            parent = Int(tree.nodes[parent].parent)
        }
        return false
    }

    /// What `url(…)` of a `background` or a `background-image` names (CSS Backgrounds 3 §2.3): a mask is a sign.
    static func address(in style: String) -> String? {
        for declaration in style.split(separator: ";") where declaration.contains("background") {
            guard let open = declaration.firstRange(of: "url(") else { continue }
            let rest = declaration[open.upperBound...]
            guard let close = rest.utf8.firstIndex(of: 0x29) else { continue }
            let address = String(rest[..<close]).trimmed(of: " \"'")
            if !address.isEmpty, !address.hasPrefix("data:") { return address }
        }
        return nil
    }
}
