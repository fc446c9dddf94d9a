import LibXML

/// Builds blocks from the passages that were kept: lists, quotes and tables as they nest in the page.
///
/// A stack of frames follows the structural elements around each passage, so that nothing recurses.
struct BlockAssembler {
    private let page: Page
    private let inlines: InlineReader
    private var frames: [Frame] = []
    private var dataTables: [Int: Bool] = [:]

    private enum Kind: Equatable {
        case root
        case list(ordered: Bool, start: Int)
        case item, quote, table, row, cell, code
    }

    private struct Frame {
        var kind: Kind
        var node: Int
        var blocks: [Block] = []
        var items: [[Block]] = []
        var rows: [[[Inline]]] = []
        var code = ""
        var hasHead = false
    }

    /// Deeper structure is flattened.
    private static let maxFrames = 16

    private init(_ page: Page, _ address: PageAddress?) {
        self.page = page
        inlines = InlineReader(page: page, address: address)
        frames = [Frame(kind: .root, node: 0)]
    }

    static func blocks(of page: Page, kept: [Bool], address: PageAddress?) -> [Block] {
        var assembler = BlockAssembler(page, address)
        var next = -1
        for index in page.passages.indices where kept[index] {
            let passage = page.passages[index]
            if next >= 0 { assembler.addImages(next..<passage.nodes.lowerBound) }
            next = passage.nodes.upperBound
            assembler.add(passage)
        }
        while assembler.frames.count > 1 { assembler.closeFrame() }
        return assembler.frames[0].blocks
    }

    private mutating func add(_ passage: Passage) {
        open(path(to: passage.block, isCode: passage.isPreformatted))
        let last = frames.count - 1
        if frames[last].kind == .code {
            if !frames[last].code.isEmpty, !frames[last].code.hasSuffix("\n") {
                frames[last].code += "\n"
            }
            frames[last].code += inlines.code(of: passage)
            return
        }
        let content = inlines.content(of: passage)
        guard !content.isEmpty else { return }
        if let level = headingLevel(passage.block), frames[last].kind != .cell {
            frames[last].blocks.append(.heading(level: level, content: content))
        } else {
            frames[last].blocks.append(.paragraph(content))
        }
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

    /// The structural elements around a node, outermost first.
    private mutating func path(to block: Int, isCode: Bool) -> [(Kind, Int)] {
        var path: [(Kind, Int)] = []
        var node = block
        var seesTable = false
        while node > 0 {
            switch page.tag(node) {
            case .li: path.append((.item, node))
            case .ul, .menu, .dir: path.append((.list(ordered: false, start: 1), node))
            case .ol: path.append((.list(ordered: true, start: start(of: node)), node))
            case .blockquote: path.append((.quote, node))
            case .pre where isCode: path.append((.code, node))
            case .td, .th: path.append((.cell, node))
            case .tr: path.append((.row, node))
            case .table:
                if isData(node) { path.append((.table, node)) }
                seesTable = true
            default: break
            }
            node = page.parent(node)
        }
        path.reverse()
        return seesTable ? withoutLayout(path) : path.filter { $0.0 != .row && $0.0 != .cell }
    }

    /// Rows and cells count only in tables of data, and there nothing but rows and cells.
    private func withoutLayout(_ path: [(Kind, Int)]) -> [(Kind, Int)] {
        var out: [(Kind, Int)] = []
        var inTable = false
        for part in path {
            switch part.0 {
            case .table: inTable = true
            case .row, .cell: if !inTable { continue }
            default: if inTable { continue }
            }
            out.append(part)
        }
        return out
    }

    private func start(of list: Int) -> Int {
        let number = page.tree.attribute(.start, of: list).flatMap { Int($0) } ?? 1
        return (0...999_999_999).contains(number) ? number : 1
    }

    /// Rows and columns of short texts, in contrast to tables that lay a page out.
    private mutating func isData(_ table: Int) -> Bool {
        if let known = dataTables[table] { return known }
        var rows = 0
        var cells = 0
        var isPlain = true
        for node in table + 1..<Int(page.tree.nodes[table].end) {
            switch page.tag(node) {
            case .tr: rows += 1
            case .td, .th:
                cells += 1
                let range = page.passages(of: node)
                if range.count > 4 || page.sum(range).length > 120 { isPlain = false }
            case .table, .h1, .h2, .blockquote, .pre: isPlain = false
            default: break
            }
            if !isPlain { break }
        }
        let answer = isPlain && rows >= 2 && cells >= 2 * rows && cells <= 5_000
        dataTables[table] = answer
        return answer
    }

    private mutating func open(_ path: [(Kind, Int)]) {
        var path = Array(path.prefix(Self.maxFrames))
        // A list holds items only, and an item stands in a list.
        var index = 0
        while index < path.count {
            if path[index].0 == .item, index == 0 || !isList(path[index - 1].0) {
                path.remove(at: index)
            } else if isList(path[index].0), index + 1 == path.count || path[index + 1].0 != .item {
                path.remove(at: index)
            } else {
                index += 1
            }
        }
        var common = 0
        while common < path.count, common + 1 < frames.count,
            frames[common + 1].node == path[common].1, frames[common + 1].kind == path[common].0
        {
            common += 1
        }
        while frames.count > common + 1 { closeFrame() }
        for part in path[common...] { frames.append(Frame(kind: part.0, node: part.1)) }
    }

    private func isList(_ kind: Kind) -> Bool {
        if case .list = kind { return true }
        return false
    }

    private mutating func closeFrame() {
        guard frames.count > 1 else { return }
        let frame = frames.removeLast()
        let last = frames.count - 1
        switch frame.kind {
        case .root: break
        case .item: frames[last].items.append(frame.blocks)
        case .list(let ordered, let start):
            frames[last].blocks.append(.list(ordered: ordered, start: start, items: frame.items))
        case .quote: frames[last].blocks.append(.quote(frame.blocks))
        case .code:
            let language = page.tree.attribute(.dataLanguage, of: frame.node)
            frames[last].blocks.append(.code(frame.code.trimmingLineEnds, language: language))
        case .cell:
            if page.tag(frame.node) == .th, frames[last].rows.isEmpty {
                frames[last].hasHead = true
            }
            frames[last].rows.append([Self.joined(frame.blocks)])
        case .row:
            if frames[last].rows.isEmpty { frames[last].hasHead = frame.hasHead }
            frames[last].rows.append(frame.rows.map { $0.first ?? [] })
        case .table:
            frames[last].blocks.append(.table(rows: frame.rows, hasHead: frame.hasHead))
        }
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

    /// Pictures that stand between two passages that were kept.
    private mutating func addImages(_ nodes: Range<Int>) {
        guard nodes.count < 400, let frame = frames.last,
            frame.kind == .root || frame.kind == .quote || frame.kind == .item
        else { return }
        for node in nodes where page.tag(node) == .img {
            if let image = ImageReader.image(node, of: page.tree, address: inlines.address),
                frames[frames.count - 1].blocks.last != image
            {
                frames[frames.count - 1].blocks.append(image)
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
