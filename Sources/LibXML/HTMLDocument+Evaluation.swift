import CXML2
import Charsets

extension HTMLDocument {
    /// - Returns: an object that the caller frees.
    func evaluate(_ expression: String) throws(XPathError) -> xmlXPathObjectPtr {
        unsafe xmlResetError(&context.pointee.lastError)
        unsafe context.pointee.opLimit = HTMLDocument.maxSteps
        unsafe context.pointee.opCount = 0
        unsafe context.pointee.node = UnsafeMutablePointer(
            unsafe UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self))
        let compiled = unsafe expression.withCString { text in
            unsafe text.withMemoryRebound(to: xmlChar.self, capacity: expression.utf8.count + 1) {
                unsafe xmlXPathCtxtCompile(context, $0)
            }
        }
        guard let compiled = unsafe compiled else {
            throw .syntax(character: Int(unsafe context.pointee.lastError.int1) + 1)
        }
        defer { unsafe xmlXPathFreeCompExpr(compiled) }
        guard let result = unsafe xmlXPathCompiledEval(compiled, context) else {
            throw .evaluation(reason: unsafe reason(context.pointee.lastError.code))
        }
        return unsafe result
    }

    private func reason(_ code: Int32) -> String {
        let base = Int32(XML_XPATH_EXPRESSION_OK.rawValue)
        switch code - base {
        case Int32(XPATH_UNKNOWN_FUNC_ERROR.rawValue): return "XPath 1.0 knows no such function"
        case Int32(XPATH_UNDEF_VARIABLE_ERROR.rawValue): return "there are no variables"
        case Int32(XPATH_UNDEF_PREFIX_ERROR.rawValue): return "there are no prefixes in HTML"
        case Int32(XPATH_INVALID_ARITY.rawValue):
            return "a function has the wrong number of arguments"
        case Int32(XPATH_OP_LIMIT_EXCEEDED.rawValue): return "the expression takes too many steps"
        default: return "the expression cannot be evaluated"
        }
    }

    /// The nodes of a result, but for namespaces, which are no nodes of the tree, and the document.
    static func nodes(of result: xmlXPathObjectPtr) -> [xmlNodePtr] {
        guard let set = unsafe result.pointee.nodesetval, let table = unsafe set.pointee.nodeTab
        else { return unsafe [] }
        var nodes: [xmlNodePtr] = unsafe []
        unsafe xmlXPathNodeSetSort(set)
        for index in 0..<min(Int(unsafe set.pointee.nodeNr), maxResults) {
            guard let node = unsafe table[index] else { continue }
            switch unsafe node.pointee.type {
            case XML_ELEMENT_NODE, XML_TEXT_NODE, XML_CDATA_SECTION_NODE, XML_ATTRIBUTE_NODE,
                XML_COMMENT_NODE:
                unsafe nodes.append(node)
            default: continue
            }
        }
        return unsafe nodes
    }

    static func isContent(_ node: xmlNodePtr) -> Bool {
        unsafe node.pointee.type == XML_ELEMENT_NODE || node.pointee.type == XML_TEXT_NODE
    }

    static func isAttribute(_ node: xmlNodePtr) -> Bool {
        unsafe node.pointee.type == XML_ATTRIBUTE_NODE
    }

    /// Whether an element around the node was found as well.
    static func isWithin(_ found: Set<UInt>, _ node: xmlNodePtr) -> Bool {
        var parent = unsafe node.pointee.parent
        while let current = unsafe parent {
            if found.contains(UInt(bitPattern: current)) { return true }
            unsafe parent = current.pointee.parent
        }
        return false
    }

    func dump(_ node: xmlNodePtr) -> String {
        guard let buffer = unsafe xmlBufferCreate() else { return "" }
        defer { unsafe xmlBufferFree(buffer) }
        guard unsafe htmlNodeDump(buffer, document, node) >= 0,
            let text = unsafe xmlBufferContent(buffer)
        else { return "" }
        let bytes = unsafe UnsafeBufferPointer(start: text, count: Int(xmlBufferLength(buffer)))
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    /// The string of libxml2's, which is freed.
    static func take(_ text: UnsafeMutablePointer<xmlChar>?) -> String {
        guard let text = unsafe text else { return "" }
        defer { unsafe briefd_free(text) }
        return StreamSafeText.mended(unsafe String(cString: text))
    }
}
