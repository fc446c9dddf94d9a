import LibXML

/// Builds blocks from the passages that were kept: lists, quotes and tables as they nest in the page.
///
/// A stack of frames follows the structural elements around each passage, so that nothing recurses.
struct BlockAssembler {
    private typealias Kind = BlockStructure.Kind

    private let page: Page
    private let kept: [Bool]
    private let notes: Footnotes
    private let inlines: InlineReader
    private let images: PageImages
    private var structure: BlockStructure
    private var frames: [Frame] = []

    private struct Frame {
        var kind: Kind
        var node: Int
        var blocks: [Block] = []
        var items: [[Block]] = []
        var rows: [[[Inline]]] = []
        /// The cells of a row with their elements: those without text have no frame.
        var cells: [(node: Int, content: [Inline])] = []
        var code = ""
        var hasHead = false
    }

    private init(_ page: Page, _ kept: [Bool], _ address: PageAddress?, isContent: Bool) {
        self.page = page
        self.kept = kept
        notes = Footnotes(page: page, kept: kept, address: address)
        let reader = ImageReader(tree: page.tree, address: address)
        inlines = InlineReader(page: page, address: address, notes: notes, images: reader)
        images = PageImages(
            page: page, kept: kept, reader: reader,
            embeds: EmbedReader(tree: page.tree, address: address), isContent: isContent)
        structure = BlockStructure(page: page, notes: notes, posts: EmbeddedPosts(page: page))
        frames = [Frame(kind: .root, node: 0)]
    }

    /// - Parameters:
    ///   - address: what links are resolved on; nil where it is not known.
    ///   - isContent: whether the document is a feed entry's own content, whose pictures are the article's wherever
    ///     they stand.
    static func blocks(
        of page: Page, kept: [Bool], address: PageAddress?, isContent: Bool = false
    ) -> [Block] {
        var assembler = BlockAssembler(page, kept, address, isContent: isContent)
        var last: Int?
        for index in page.passages.indices where kept[index] {
            assembler.add(assembler.images.between(last, index))
            last = index
            assembler.add(page.passages[index])
        }
        if last != nil || isContent { assembler.add(assembler.images.between(last, nil)) }
        while assembler.frames.count > 1 { assembler.closeFrame() }
        return assembler.frames[0].blocks
    }

    private mutating func add(_ passage: Passage) {
        open(structure.path(to: passage.block, isCode: passage.isPreformatted))
        let last = frames.count - 1
        if frames[last].kind == .code {
            if !frames[last].code.isEmpty, !frames[last].code.hasSuffix("\n") {
                frames[last].code += "\n"
            }
            frames[last].code += inlines.code(of: passage)
            return
        }
        var content = inlines.content(of: passage)
        if case .note(let label) = frames[last].kind, frames[last].blocks.isEmpty {
            content = Self.withoutMark(content, label)
        }
        guard !content.isEmpty else { return }
        if let level = headingLevel(passage.block), frames[last].kind != .cell {
            frames[last].blocks.append(.heading(level: level, content: content))
        } else {
            frames[last].blocks.append(.paragraph(content))
        }
    }

    /// The mark at the start of a note is no word of it: "1", "[1]", "1.".
    private static func withoutMark(_ content: [Inline], _ label: String) -> [Inline] {
        guard let first = content.first, content.count > 1 || TextWriter.plain(content).count > 8
        else { return content }
        let text = TextWriter.plain([first])
        let word = text.prefix { !$0.isWhitespace }
        guard Footnotes.label(in: String(word)) == label else { return content }
        if word.count == text.count {
            guard content.count > 1 else { return content }
            var rest = Array(content.dropFirst())
            if case .text(let next) = rest[0] {
                rest[0] = .text(String(next.drop(while: \.isWhitespace)))
                if rest[0] == .text("") { rest.removeFirst() }
            }
            return rest
        }
        guard case .text(let words) = first else { return content }
        let rest = words.dropFirst(word.count).drop(while: \.isWhitespace)
        return [.text(String(rest))] + content.dropFirst()
    }

    private func headingLevel(_ block: Int) -> Int? {
        var node = block
        for _ in 0..<4 {
            if let level = page.tag(node).headingLevel { return level }
            guard node > 0 else { return nil }
            node = page.parent(node)
        }
        return nil
    }

    private mutating func open(_ path: [BlockStructure.Part]) {
        var common = 0
        while common < path.count, common + 1 < frames.count,
            frames[common + 1].node == path[common].node,
            frames[common + 1].kind == path[common].kind
        {
            common += 1
        }
        while frames.count > common + 1 { closeFrame() }
        for part in path[common...] { frames.append(Frame(kind: part.kind, node: part.node)) }
    }

    private mutating func closeFrame() {
        guard frames.count > 1 else { return }
        let frame = frames.removeLast()
        let last = frames.count - 1
        switch frame.kind {
        case .root: break
        case .item: frames[last].items.append(frame.blocks)
        case .list(let ordered, let start):
            frames[last].blocks += frame.blocks
            frames[last].blocks.append(.list(ordered: ordered, start: start, items: frame.items))
        case .quote: frames[last].blocks.append(.quote(frame.blocks))
        case .code:
            let language = CodeLanguage.of(frame.node, in: page.tree)
            frames[last].blocks.append(.code(frame.code.trimmingLineEnds, language: language))
        case .cell: frames[last].cells.append((frame.node, Self.joined(frame.blocks)))
        case .row: closeRow(frame)
        case .table:
            // What stands in a table beside its rows: its caption.
            frames[last].blocks += frame.blocks
            if !frame.rows.isEmpty {
                frames[last].blocks.append(.table(rows: frame.rows, hasHead: frame.hasHead))
            }
        case .note(let label):
            frames[last].blocks.append(.footnote(label: label, blocks: frame.blocks))
        }
    }

    /// A row has a cell for each of its elements, so that columns stay in line.
    private mutating func closeRow(_ row: Frame) {
        let last = frames.count - 1
        frames[last].blocks += row.blocks
        guard !row.cells.isEmpty else { return }
        var cells: [[Inline]] = []
        // In the order of the page, as the elements are.
        var found = row.cells[...]
        var isHead = true
        var node = row.node + 1
        while node < Int(page.tree.nodes[row.node].end) {
            let tag = page.tag(node)
            if tag == .td || tag == .th {
                if tag == .td { isHead = false }
                let isFound = found.first?.node == node
                cells.append((isFound ? found.popFirst()?.content : nil) ?? [])
                let span = page.tree.attribute(.colspan, of: node).flatMap { Int($0) } ?? 1
                if (2...20).contains(span) {
                    cells += [[Inline]](repeating: [], count: span - 1)
                }
            }
            node = Int(page.tree.nodes[node].end)
        }
        if frames[last].rows.isEmpty { frames[last].hasHead = isHead }
        frames[last].rows.append(cells)
    }

    private static func joined(_ blocks: [Block]) -> [Inline] {
        var content: [Inline] = []
        for block in blocks {
            guard case .paragraph(let inlines) = block else { continue }
            if !content.isEmpty { content.append(.text(" ")) }
            content += inlines
        }
        return content
    }

    /// Where a frame holds no pictures they stand before it, in an entry's content; on a page they are furniture's.
    private mutating func add(_ found: [Block]) {
        guard !found.isEmpty else { return }
        for index in frames.indices.reversed() {
            switch frames[index].kind {
            case .root, .quote, .item, .note:
                frames[index].blocks += found
                return
            case .list, .table, .row, .cell, .code:
                guard images.isContent else { return }
            }
        }
    }
}

extension String {
    fileprivate var trimmingLineEnds: String {
        var text = self[...]
        while let first = text.first, first.isNewline { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
