import LibXML

/// Finds the structural elements around a passage: what the blocks of an article nest in.
struct BlockStructure {
    enum Kind: Equatable {
        case root
        case list(ordered: Bool, start: Int)
        case item, quote, table, row, cell, code
        case note(label: String)

        var isList: Bool {
            if case .list = self { return true }
            return false
        }
    }

    struct Part {
        var kind: Kind
        var node: Int
    }

    private let page: Page
    private let notes: Footnotes
    private let posts: EmbeddedPosts
    private var dataTables: [Int: Bool] = [:]

    /// Deeper structure is flattened.
    private static let maxParts = 16

    init(page: Page, notes: Footnotes, posts: EmbeddedPosts) {
        self.page = page
        self.notes = notes
        self.posts = posts
    }

    /// The structural elements around a block, outermost first: lists hold items only, tables rows of cells.
    mutating func path(to block: Int, isCode: Bool) -> [Part] {
        var path: [Part] = []
        var node = block
        var seesTable = false
        while node > 0 {
            if let label = notes.notes[node] {
                // Notes stand at the end of an article, in no list or table.
                path.append(Part(kind: .note(label: label), node: node))
                break
            }
            switch page.tag(node) {
            case .li: path.append(Part(kind: .item, node: node))
            case .ul, .menu, .dir:
                path.append(Part(kind: .list(ordered: false, start: 1), node: node))
            case .ol:
                path.append(Part(kind: .list(ordered: true, start: start(of: node)), node: node))
            case .div where !posts.boxes.isEmpty && posts.boxes.contains(node):
                path.append(Part(kind: .quote, node: node))
            case .blockquote: path.append(Part(kind: .quote, node: node))
            case .pre where isCode: path.append(Part(kind: .code, node: node))
            case .td, .th: path.append(Part(kind: .cell, node: node))
            case .tr: path.append(Part(kind: .row, node: node))
            case .table:
                if isData(node) { path.append(Part(kind: .table, node: node)) }
                seesTable = true
            default: break
            }
            node = page.parent(node)
        }
        path.reverse()
        path =
            seesTable ? withoutLayout(path) : path.filter { $0.kind != .row && $0.kind != .cell }
        path = Array(path.prefix(Self.maxParts))
        dropHalfLists(&path)
        return path
    }

    /// Rows and cells count only in tables of data, and there nothing but rows and cells.
    private func withoutLayout(_ path: [Part]) -> [Part] {
        var out: [Part] = []
        var inTable = false
        for part in path {
            switch part.kind {
            case .table: inTable = true
            case .row, .cell: if !inTable { continue }
            default: if inTable { continue }
            }
            out.append(part)
        }
        return out
    }

    /// A list holds items only, and an item stands in a list.
    private func dropHalfLists(_ path: inout [Part]) {
        var index = 0
        while index < path.count {
            let kind = path[index].kind
            if kind == .item, index == 0 || !path[index - 1].kind.isList {
                path.remove(at: index)
            } else if kind.isList, index + 1 == path.count || path[index + 1].kind != .item {
                path.remove(at: index)
            } else {
                index += 1
            }
        }
    }

    private func start(of list: Int) -> Int {
        let number = page.tree.attribute(.start, of: list).flatMap { Int($0) } ?? 1
        return (0...999_999_999).contains(number) ? number : 1
    }

    /// Heads of rows or columns stand in tables of data only.
    private func saysData(_ table: Int) -> Bool {
        (table + 1..<min(table + 40, Int(page.tree.nodes[table].end))).contains {
            page.tag($0) == .th || page.tag($0) == .thead || page.tag($0) == .caption
        }
    }

    /// Rows and columns of short texts, in contrast to tables that lay a page out.
    private mutating func isData(_ table: Int) -> Bool {
        if let known = dataTables[table] { return known }
        var rows = 0
        var cells = 0
        var isPlain = true
        let isNamed = saysData(table)
        for node in table + 1..<Int(page.tree.nodes[table].end) {
            switch page.tag(node) {
            case .tr: rows += 1
            case .td, .th:
                // A cell that reaches into the rows below stands for one in each.
                cells +=
                    page.tree.attribute(.rowspan, of: node).flatMap { Int($0) }
                    .map { max(1, min($0, 50)) } ?? 1
                let range = page.passages(of: node)
                let (passages, words): (Int, Float) = isNamed ? (10, 160) : (6, 120)
                if range.count > passages || page.sum(range).length > words { isPlain = false }
            case .table, .h1, .h2, .blockquote, .pre: isPlain = false
            default: break
            }
            if !isPlain { break }
        }
        let answer =
            isPlain && rows >= 2 && (cells >= 2 * rows || isNamed && cells > rows)
            && cells <= 50_000
        dataTables[table] = answer
        return answer
    }
}
