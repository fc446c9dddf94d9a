import CXML2
import Glibc

/// Takes libxml2's events and lays the nodes of an `HTMLTree` one after another.
///
/// A value on the stack of `HTMLTree.init`; libxml2 holds its address as user data meanwhile. The events tell how
/// the elements of the skeleton nest, and what libxml2 adds to them; what they say stands in the tokens.
@safe struct HTMLTreeBuilder {
    /// The parse under way, so that the builder can tell its place and stop it.
    var context: xmlParserCtxtPtr?
    private let tokens: [HTMLToken]
    /// The token that the next event tells of, or an earlier one.
    private var next = 0
    private var nodes: [HTMLTree.Node] = []
    /// For every open element of the parser, the node that its children belong to. An element that is left
    /// out (too deep, a second `<body>`, a `<title>` that has been closed) stands for its parent.
    private var open: [Int32] = [0]
    /// How many of `open` are nodes of their own.
    private var depth = 0
    private var body: Int32 = -1
    private var hasHTML = false
    private var stopped = false

    init(tokens: [HTMLToken]) {
        self.tokens = tokens
        nodes.reserveCapacity(tokens.count + 8)
        open.reserveCapacity(64)
        nodes.append(HTMLTree.Node(tag: .document, parent: 0, end: 1, content: 0..<0))
    }

    static func at(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLTreeBuilder>? {
        unsafe data?.assumingMemoryBound(to: HTMLTreeBuilder.self)
    }

    mutating func finish() -> [HTMLTree.Node] {
        let last = Int32(nodes.count)
        for index in open { close(index, at: last) }
        close(0, at: last)
        if body >= 0 { close(body, at: last) }
        return nodes
    }

    mutating func start(_ name: UnsafePointer<xmlChar>) {
        guard !stopped else { return }
        let (tag, content) = unsafe element(name)
        closeTitle()
        let parent = open[open.count - 1]
        // The first `<html>` bears its attributes and no children, and neither it nor `<body>` is ended by
        // its end tag: see `end`.
        if tag == .html {
            if !hasHTML { _ = append(tag, parent: 0, content) }
            hasHTML = true
            return
        }
        if tag == .body {
            if body < 0 { body = append(tag, parent: 0, content) }
            open.removeAll(keepingCapacity: true)
            open.append(body)
            depth = 1
            return
        }
        if dropTooDeep(tag) { return }
        guard depth < HTMLTree.maxDepth else {
            open.append(parent)
            return
        }
        open.append(append(tag, parent: parent, content))
        depth += 1
    }

    mutating func end(_ name: UnsafePointer<xmlChar>) {
        guard !stopped else { return }
        let implied = unsafe Self.implied(name)
        if implied == .html || implied == .body { return }
        guard open.count > 1 else { return }
        let node = open.removeLast()
        if node != open[open.count - 1] {
            close(node, at: Int32(nodes.count))
            depth -= 1
        }
    }

    mutating func text() {
        guard !stopped, let token = token(), token.tag == .text else { return }
        next += 1
        let parent = open[open.count - 1]
        let last = nodes.count - 1
        if nodes[last].tag == .text, nodes[last].parent == parent,
            nodes[last].content.upperBound == token.content.lowerBound
        {
            nodes[last].content = nodes[last].content.lowerBound..<token.content.upperBound
        } else {
            add(
                HTMLTree.Node(
                    tag: .text, parent: parent, end: Int32(nodes.count) + 1, content: token.content)
            )
        }
    }

    /// The token at libxml2's place, if there is one.
    private mutating func token() -> HTMLToken? {
        guard let input = unsafe context?.pointee.input else { return nil }
        let consumed = Int(bitPattern: unsafe input.pointee.consumed)
        let place = unsafe Int32(
            truncatingIfNeeded: consumed + (input.pointee.cur - input.pointee.base))
        while next < tokens.count, tokens[next].place < place { next += 1 }
        guard next < tokens.count, tokens[next].place == place else { return nil }
        return tokens[next]
    }

    /// What a start event tells of: the element of the skeleton in which libxml2 stands, or one that libxml2 adds
    /// before it.
    private mutating func element(_ name: UnsafePointer<xmlChar>) -> (HTMLTag, Range<Int32>) {
        let implied = unsafe Self.implied(name)
        guard let token = token(), token.tag != .text, implied == nil || implied == token.tag else {
            return (implied ?? .unknown, 0..<0)
        }
        next += 1
        return (token.tag, token.content)
    }

    /// The elements that libxml2 adds where their tags are missing; nil for all others.
    private static func implied(_ name: UnsafePointer<xmlChar>) -> HTMLTag? {
        switch unsafe name[0] {
        case 0x70 where unsafe name[1] == 0: return .p
        case 0x62 where unsafe strcmp(name, "body") == 0: return .body
        case 0x68 where unsafe strcmp(name, "html") == 0: return .html
        case 0x68 where unsafe strcmp(name, "head") == 0: return .head
        default: return nil
        }
    }

    /// libxml2 looks through all open elements for every end tag without a start: beyond a depth that no
    /// honest page has, an element is taken off its stack again as it opens, and only its text stays.
    private func dropTooDeep(_ tag: HTMLTag) -> Bool {
        guard let context = unsafe context,
            unsafe context.pointee.nameNr > 2 * Int32(HTMLTree.maxDepth),
            tag != .script, tag != .style, tag != .title, tag != .textarea
        else { return false }
        unsafe context.pointee.nameNr -= 1
        let last = Int(unsafe context.pointee.nameNr) - 1
        unsafe context.pointee.name = context.pointee.nameTab[last]
        return true
    }

    private mutating func append(
        _ tag: HTMLTag, parent: Int32, _ content: Range<Int32>
    ) -> Int32 {
        let index = Int32(nodes.count)
        add(HTMLTree.Node(tag: tag, parent: parent, end: index + 1, content: content))
        return index
    }

    private mutating func add(_ node: HTMLTree.Node) {
        nodes.append(node)
        if nodes.count >= HTMLTree.maxNodes {
            stopped = true
            if let context = unsafe context { unsafe xmlStopParser(context) }
        }
    }

    /// A title holds text only: where another element starts, its end tag was forgotten.
    private mutating func closeTitle() {
        let top = open[open.count - 1]
        guard nodes[Int(top)].tag == .title, open.count > 1 else { return }
        close(top, at: Int32(nodes.count))
        open[open.count - 1] = open[open.count - 2]
        depth -= 1
    }

    private mutating func close(_ node: Int32, at end: Int32) {
        nodes[Int(node)].end = end
    }
}
