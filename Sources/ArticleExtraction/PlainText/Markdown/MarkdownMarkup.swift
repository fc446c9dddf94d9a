import LibXML

/// The HTML that stands in Markdown, read as a page is (CommonMark 0.31 §4.6, §6.6).
enum MarkdownMarkup {
    /// The blocks of whole elements, without what a page would not show.
    static func blocks(of html: String, address: PageAddress?) -> [Block] {
        let page = PageReader.read(PageTree.read(Array(html.utf8), isUTF8: true))
        var verdict = BodyVerdict(
            kept: [Bool](repeating: true, count: page.passages.count), quality: 1)
        HiddenLines(page: page, odds: []).drop(from: &verdict)
        return BlockAssembler.blocks(
            of: page, kept: verdict.kept, address: address, isContent: true)
    }

    /// A raised or lowered text in plain characters, by what stands right before it.
    static func script(_ name: String, _ text: String, after before: String) -> String {
        let words = before.suffix(8).split(
            omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
        let word = words.last.map { String($0) } ?? ""
        let html = "<p>\(escaped(word))<\(name)>\(escaped(text))</\(name)></p>"
        if case .paragraph(let content) = blocks(of: html, address: nil).first {
            let line = InlineText.plain(content)
            if line.hasPrefix(word) { return String(line.dropFirst(word.count)) }
        }
        return name == "sup" ? ScriptForms.raised(text) : ScriptForms.lowered(text)
    }

    /// The picture of one tag; nil for one that is not shown.
    static func picture(_ tag: String, address: PageAddress?) -> Inline? {
        let tree = HTMLTree(parsing: Array(tag.utf8), isUTF8: true)
        guard let node = tree.nodes.indices.first(where: { tree.nodes[$0].tag == .img }) else {
            return nil
        }
        if let image = ImageReader(tree: tree, address: address).image(node) {
            return .image(url: image.url, alt: image.alt)
        }
        guard let source = tree.attribute(.src, of: node), MarkdownTarget.isLocal(source) else {
            return nil
        }
        return .image(url: source, alt: tree.attribute(.alt, of: node) ?? "")
    }

    /// Where the link of one tag leads, as it stands there.
    static func target(of tag: String) -> String? {
        let tree = HTMLTree(parsing: Array((tag + "a</a>").utf8), isUTF8: true)
        return tree.nodes.indices.first { tree.nodes[$0].tag == .a }
            .flatMap { tree.attribute(.href, of: $0) }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}
