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

    /// Runs of a paragraph of verse: what follows begins another one, so that joining lines stays linear.
    private static let longestVerse = 240

    private struct Frame {
        var kind: Kind
        var node: Int
        var blocks: [Block] = []
        var items: [ListItems.Item] = []
        var grid = TableGrid()
        /// The cells of a row with their elements: those without text have no frame.
        var cells: [(node: Int, content: [Inline])] = []
        var code = ""
        /// The passage that its last paragraph was made of; -1 where that is none.
        var lastLine = -1
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
        var gaps = assembler.images.gaps()[...]
        for index in page.passages.indices where kept[index] {
            assembler.add(gaps.removeFirst())
            let isBroken =
                SceneBreaks.stands(between: last, and: index, in: page)
                && !assembler.standsInNote(index)
            last = index
            if SceneBreaks.isOne(page.bytes(index)) || isBroken { assembler.addRule() }
            if !SceneBreaks.isOne(page.bytes(index)) { assembler.add(index) }
        }
        for gap in gaps { assembler.add(gap) }
        while assembler.frames.count > 1 { assembler.closeFrame() }
        return assembler.frames[0].blocks
    }

    /// A rule before the notes only parts them from the text.
    private func standsInNote(_ index: Int) -> Bool {
        guard !notes.isEmpty else { return false }
        var node = page.passages[index].block
        while node > 0, notes.notes[node] == nil { node = page.parent(node) }
        return node > 0
    }

    /// Between two scenes, once, and nowhere but between blocks of the article itself.
    private mutating func addRule() {
        while frames.count > 1 { closeFrame() }
        guard let last = frames[0].blocks.last, last != .rule else { return }
        frames[0].blocks.append(.rule)
    }

    private mutating func add(_ index: Int) {
        let passage = page.passages[index]
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
        // A term above what it stands for.
        if page.tag(passage.block) == .dt, frames[last].kind != .cell, !content.isEmpty,
            content.allSatisfy(Self.isPlain)
        {
            content = [.strong(content)]
        }
        guard !content.isEmpty else { return }
        let before = frames[last].lastLine
        frames[last].lastLine = index
        if before >= 0, VerseLines.goOn(from: before, to: index, in: page),
            case .paragraph(let lines) = frames[last].blocks.last, lines.count < Self.longestVerse
        {
            frames[last].blocks[frames[last].blocks.count - 1] =
                .paragraph(lines + [.lineBreak] + content)
            return
        }
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

    /// Whether nothing but words stands in it: marks of emphasis that touch are read in several ways.
    private static func isPlain(_ inline: Inline) -> Bool {
        if case .text = inline { return true }
        return false
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
        case .item:
            frames[last].items.append(ListItems.Item(node: frame.node, blocks: frame.blocks))
        case .list(let ordered, let start):
            frames[last].blocks += frame.blocks
            frames[last].blocks += ListItems.blocks(
                of: frame.items, list: frame.node, ordered: ordered, start: start, in: page.tree)
        case .quote: frames[last].blocks.append(.quote(frame.blocks))
        case .code:
            let language = CodeLanguage.of(frame.node, in: page.tree)
            frames[last].blocks.append(.code(frame.code.trimmingLineEnds, language: language))
            frames[last].blocks += frame.blocks
        case .cell: frames[last].cells.append((frame.node, joined(frame.blocks, frame.node)))
        case .row: closeRow(frame)
        case .table:
            // What stands in a table beside its rows: its caption.
            frames[last].blocks += frame.blocks
            if !frame.grid.rows.isEmpty {
                frames[last].blocks.append(
                    .table(rows: frame.grid.rows, hasHead: frame.grid.hasHead))
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
        var cells: [TableGrid.Cell] = []
        // In the order of the page, as the elements are.
        var found = row.cells[...]
        var node = row.node + 1
        while node < Int(page.tree.nodes[row.node].end) {
            let tag = page.tag(node)
            if tag == .td || tag == .th {
                let isFound = found.first?.node == node
                let content = (isFound ? found.popFirst()?.content : nil) ?? picture(in: node)
                cells.append(
                    TableGrid.Cell(
                        content: content, isHead: tag == .th, columns: span(.colspan, node),
                        rows: span(.rowspan, node)))
            }
            node = Int(page.tree.nodes[node].end)
        }
        frames[last].grid.add(cells, row: row.node, of: frames[last].node, in: page.tree)
    }

    /// The picture of a cell that holds nothing else.
    private func picture(in cell: Int) -> [Inline] {
        let nodes = (cell + 1..<Int(page.tree.nodes[cell].end)).prefix(8)
        guard let node = nodes.first(where: { page.tag($0) == .img }),
            let image = inlines.images.inlineImage(node)
        else { return [] }
        return [.image(url: image.url, alt: image.alt)]
    }

    /// At most a thousand (WHATWG HTML §4.9.11).
    private func span(_ name: HTMLAttribute.Name, _ cell: Int) -> Int {
        guard let value = page.tree.attribute(name, of: cell) else { return 1 }
        return min(1_000, max(1, Int(value.trimmed(of: " ")) ?? 1))
    }

    /// The blocks of a cell in one line: its paragraphs with a space between them, the items of its lists with commas.
    private func joined(_ blocks: [Block], _ cell: Int) -> [Inline] {
        let nodes = (cell + 1..<Int(page.tree.nodes[cell].end)).prefix(24)
        let isList = nodes.contains { page.tag($0) == .li }
        var content: [Inline] = []
        for block in blocks {
            guard case .paragraph(let inlines) = block else { continue }
            if let end = TextWriter.plain(Array(content.suffix(1))).last {
                content.append(.text(isList && (end.isLetter || end.isNumber) ? ", " : " "))
            }
            content += inlines
        }
        return content
    }

    /// A picture stands where the page has it: in an item or a quotation of which text is kept, else beside it.
    private mutating func add(_ found: [PageImages.Placed]) {
        for one in found {
            let path = structure.path(to: one.node, isCode: false)
            let isPlain = path.allSatisfy {
                $0.kind == .item || $0.kind == .quote || $0.kind.isList
            }
            guard isPlain else {
                addBeside(one.block)
                continue
            }
            open(Array(path.prefix { holdsText($0.node) }))
            if frames[frames.count - 1].kind.isList { closeFrame() }
            frames[frames.count - 1].blocks.append(one.block)
        }
    }

    private func holdsText(_ node: Int) -> Bool { kept[page.passages(of: node)].contains(true) }

    /// Where a frame holds no pictures they stand before it, in an entry's content; on a page they are furniture's.
    private mutating func addBeside(_ block: Block) {
        for index in frames.indices.reversed() {
            switch frames[index].kind {
            case .root, .quote, .item, .note:
                frames[index].blocks.append(block)
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
