import CXML2

/// A page as libxml2's own tree, for XPath 1.0: expressions are evaluated, and what they find is read or taken
/// out. For all else `HTMLTree` is the faster one.
///
/// No pointer leaves this type: what is found comes as text. An expression that takes more than
/// `maxSteps` steps ends with an error; functions over strings take one step for 16 bytes.
@safe public final class HTMLDocument {
    /// Bounds the time of one expression.
    public static let maxSteps: UInt = 20_000_000
    /// An expression's further results are left out.
    public static let maxResults = 10_000
    /// So are further texts beyond so many bytes: an element's text is that of all elements in it.
    private static let maxBytes = 16 << 20

    let document: htmlDocPtr
    let context: xmlXPathContextPtr

    /// nil where the bytes hold no markup at all. Elements below a depth of 256 are left out.
    ///
    /// - Parameter utf8: the page in UTF-8, whatever it says of its encoding.
    public init?(parsing utf8: [UInt8]) {
        LibXMLSetup.ensure()
        let options =
            HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue
        let read: htmlDocPtr? = unsafe utf8.withUnsafeBytes { raw in
            guard raw.count > 0, raw.count < Int(Int32.max) else { return nil }
            return unsafe htmlReadMemory(
                raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(raw.count), nil,
                "UTF-8", Int32(bitPattern: options))
        }
        guard let read = unsafe read else { return nil }
        guard let made = unsafe xmlXPathNewContext(read) else {
            unsafe xmlFreeDoc(read)
            return nil
        }
        unsafe document = read
        unsafe context = made
        unsafe XPathBudget.register(on: made)
    }

    deinit {
        unsafe xmlXPathFreeContext(context)
        unsafe xmlFreeDoc(document)
    }

    /// Whether the expression finds anything: nodes, a string that is not empty, or true.
    public func matches(_ expression: String) throws(XPathError) -> Bool {
        let result = try unsafe evaluate(expression)
        defer { unsafe xmlXPathFreeObject(result) }
        return unsafe xmlXPathCastToBoolean(result) == 1
    }

    /// The text of each node that the expression finds, in document order, or the one string that it gives.
    public func strings(_ expression: String) throws(XPathError) -> [String] {
        let result = try unsafe evaluate(expression)
        defer { unsafe xmlXPathFreeObject(result) }
        if unsafe result.pointee.type != XPATH_NODESET {
            return [unsafe HTMLDocument.take(xmlXPathCastToString(result))]
        }
        let nodes = unsafe HTMLDocument.nodes(of: result)
        var texts: [String] = []
        var bytes = 0
        for index in unsafe nodes.indices where bytes < HTMLDocument.maxBytes {
            let text = unsafe HTMLDocument.take(xmlXPathCastNodeToString(nodes[index]))
            bytes += text.utf8.count
            texts.append(text)
        }
        return texts
    }

    /// The HTML of each element that the expression finds, in document order, the element included; one
    /// within another that was found is a part of that one.
    public func html(_ expression: String) throws(XPathError) -> [String] {
        let result = try unsafe evaluate(expression)
        defer { unsafe xmlXPathFreeObject(result) }
        let nodes = unsafe HTMLDocument.nodes(of: result)
        let found = Set(unsafe nodes.map { UInt(bitPattern: $0) })
        var pieces: [String] = []
        for index in unsafe nodes.indices {
            let node = unsafe nodes[index]
            guard unsafe HTMLDocument.isContent(node), !(unsafe HTMLDocument.isWithin(found, node))
            else { continue }
            pieces.append(unsafe dump(node))
        }
        return pieces
    }

    /// Takes out what the expression finds: elements with all that is in them, texts and attributes.
    ///
    /// - Returns: how many.
    @discardableResult
    public func remove(_ expression: String) throws(XPathError) -> Int {
        let result = try unsafe evaluate(expression)
        let nodes = unsafe HTMLDocument.nodes(of: result)
        // Freeing the result looks at its nodes: they must outlive it.
        unsafe xmlXPathFreeObject(result)
        let attributes = Set(
            unsafe nodes.filter { unsafe HTMLDocument.isAttribute($0) }.map { UInt(bitPattern: $0) }
        )
        // All are taken out before any is freed: one may be a part of another.
        for index in unsafe nodes.indices where unsafe !HTMLDocument.isAttribute(nodes[index]) {
            unsafe xmlUnlinkNode(nodes[index])
        }
        for index in unsafe nodes.indices where unsafe HTMLDocument.isAttribute(nodes[index]) {
            _ = unsafe nodes[index].withMemoryRebound(to: xmlAttr.self, capacity: 1) {
                unsafe xmlRemoveProp($0)
            }
        }
        for index in unsafe nodes.indices {
            let node = unsafe nodes[index]
            if !attributes.contains(UInt(bitPattern: node)) { unsafe xmlFreeNode(node) }
        }
        return unsafe nodes.count
    }

    /// The page as it stands now.
    public func html() -> String {
        var bytes: UnsafeMutablePointer<xmlChar>?
        var count: Int32 = 0
        unsafe htmlDocDumpMemoryFormat(document, &bytes, &count, 0)
        return unsafe HTMLDocument.take(bytes)
    }

    /// Whether an expression is XPath whose functions and prefixes exist.
    public static func check(_ expression: String) throws(XPathError) {
        guard let empty = HTMLDocument(parsing: Array("<html><body><p>a</p></body></html>".utf8))
        else { return }
        let result = try unsafe empty.evaluate(expression)
        unsafe xmlXPathFreeObject(result)
    }
}
