import CXML2

/// Takes libxml2's events and lays the nodes of an `HTMLTree` one after another.
@safe final class HTMLTreeBuilder {
    /// The parse under way, so that the builder can stop it.
    var context: xmlParserCtxtPtr?

    private var utf8: [UInt8] = []
    private var nodes: [HTMLTree.Node] = []
    private var attributes: [HTMLAttribute] = []
    /// For every open element of the parser, the node that its children belong to. An element that is left
    /// out (too deep, a second `<body>`, a `<title>` that has been closed) stands for its parent.
    private var open: [Int32] = [0]
    /// How many of `open` are nodes of their own.
    private var depth = 0
    private var body: Int32 = -1
    private var hasHTML = false
    private var keepsText = true
    /// The text that comes is the first of a script: it tells whether the script is kept.
    private var isScriptStart = false
    private var stopped = false

    /// Longer values (pictures inlined as data) are cut off.
    private static let maxValueBytes = 65_536

    init(sizeHint: Int) {
        utf8.reserveCapacity(sizeHint)
        nodes.reserveCapacity(sizeHint / 24 + 16)
        attributes.reserveCapacity(sizeHint / 48 + 16)
        nodes.append(HTMLTree.Node(tag: .document, parent: 0, end: 1, content: 0..<0))
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> HTMLTreeBuilder? {
        unsafe data.map { unsafe Unmanaged<HTMLTreeBuilder>.fromOpaque($0).takeUnretainedValue() }
    }

    func finish() -> HTMLTree {
        let last = Int32(nodes.count)
        for index in open { close(index, at: last) }
        close(0, at: last)
        if body >= 0 { close(body, at: last) }
        return HTMLTree(utf8: utf8, nodes: nodes, attributes: attributes)
    }

    func start(
        _ name: UnsafePointer<xmlChar>,
        _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard !stopped else { return }
        let tag = unsafe Self.tag(name)
        closeTitle()
        let parent = open[open.count - 1]
        // The first `<html>` bears its attributes and no children, and neither it nor `<body>` is ended by
        // its end tag: see `end`.
        if tag == .html {
            if !hasHTML { _ = unsafe append(tag, parent: 0, list) }
            hasHTML = true
            return
        }
        if tag == .body {
            if body < 0 { body = unsafe append(tag, parent: 0, list) }
            open = [body]
            depth = 1
            return
        }
        if dropTooDeep(tag) { return }
        guard depth < HTMLTree.maxDepth else {
            open.append(parent)
            return
        }
        let node = unsafe append(tag, parent: parent, list)
        open.append(node)
        depth += 1
        keepsText = tag != .style
        isScriptStart = tag == .script && !isData(node)
    }

    func end(_ name: UnsafePointer<xmlChar>) {
        guard !stopped else { return }
        let tag = unsafe Self.tag(name)
        if tag == .html || tag == .body { return }
        keepsText = true
        isScriptStart = false
        guard open.count > 1 else { return }
        let node = open.removeLast()
        if node != open[open.count - 1] {
            close(node, at: Int32(nodes.count))
            depth -= 1
        }
    }

    func text(_ bytes: UnsafeBufferPointer<xmlChar>) {
        guard !stopped, keepsText, bytes.count > 0 else { return }
        if isScriptStart {
            isScriptStart = false
            keepsText = unsafe ScriptText.isState(Array(bytes.prefix(ScriptText.prefixLength)))
            if !keepsText { return }
        }
        let start = Int32(utf8.count)
        unsafe utf8.append(contentsOf: bytes)
        let range = start..<Int32(utf8.count)
        let parent = open[open.count - 1]
        let last = nodes.count - 1
        if nodes[last].tag == .text, nodes[last].parent == parent,
            nodes[last].content.upperBound == start
        {
            nodes[last].content = nodes[last].content.lowerBound..<range.upperBound
        } else {
            add(
                HTMLTree.Node(
                    tag: .text, parent: parent, end: Int32(nodes.count) + 1, content: range))
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

    private func append(
        _ tag: HTMLTag, parent: Int32, _ list: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> Int32 {
        let first = Int32(attributes.count)
        if var pair = unsafe list {
            while let name = unsafe pair[0] {
                if let known = HTMLAttribute.byHash[unsafe Self.hash(name)] {
                    let range = unsafe value(pair[1])
                    attributes.append(HTMLAttribute(name: known, value: range))
                }
                unsafe pair += 2
            }
        }
        let index = Int32(nodes.count)
        add(
            HTMLTree.Node(
                tag: tag, parent: parent, end: index + 1, content: first..<Int32(attributes.count)))
        return index
    }

    private func add(_ node: HTMLTree.Node) {
        nodes.append(node)
        if nodes.count >= HTMLTree.maxNodes {
            stopped = true
            if let context = unsafe context { unsafe xmlStopParser(context) }
        }
    }

    private func value(_ text: UnsafePointer<xmlChar>?) -> Range<Int32> {
        let start = Int32(utf8.count)
        guard let text = unsafe text else { return start..<start }
        let length = Int(unsafe xmlStrlen(text))
        if length <= Self.maxValueBytes {
            unsafe utf8.append(contentsOf: UnsafeBufferPointer(start: text, count: length))
        }
        return start..<Int32(utf8.count)
    }

    /// A title holds text only: where another element starts, its end tag was forgotten.
    private func closeTitle() {
        let top = open[open.count - 1]
        guard nodes[Int(top)].tag == .title, open.count > 1 else { return }
        close(top, at: Int32(nodes.count))
        open[open.count - 1] = open[open.count - 2]
        depth -= 1
    }

    private func close(_ node: Int32, at end: Int32) {
        nodes[Int(node)].end = end
    }

    /// Scripts that carry data rather than code are kept.
    private func isData(_ node: Int32) -> Bool {
        for index in nodes[Int(node)].content where attributes[Int(index)].name == .type {
            let range = attributes[Int(index)].value
            let value = utf8[Int(range.lowerBound)..<Int(range.upperBound)]
            return ScriptText.isData(type: String(decoding: value, as: UTF8.self))
        }
        return false
    }

    private static func hash(_ name: UnsafePointer<xmlChar>) -> UInt64 {
        var hash = NameHash.seed
        var next = unsafe name
        while unsafe next.pointee != 0 {
            hash = (hash ^ UInt64(unsafe next.pointee)) &* 0x100_0000_01b3
            unsafe next += 1
        }
        return hash
    }

    private static func tag(_ name: UnsafePointer<xmlChar>) -> HTMLTag {
        if let known = HTMLTag.byHash[unsafe hash(name)] { return known }
        return unsafe xmlStrchr(name, 45) == nil ? .unknown : .custom
    }
}
