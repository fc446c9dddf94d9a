import CXML2

extension HTMLTree {
    /// Reads a page that has been decoded to UTF-8; what the page says of its own encoding is ignored.
    /// Bytes that are not UTF-8, and NULs, become U+FFFD.
    public init(parsing bytes: [UInt8]) {
        LibXMLSetup.ensure()
        let builder = HTMLTreeBuilder(sizeHint: bytes.count)
        let input = HTMLTree.cleaned(bytes)
        unsafe input.withUnsafeBytes { raw in
            guard raw.count > 0, raw.count < Int(Int32.max),
                let base = unsafe raw.baseAddress?.assumingMemoryBound(to: CChar.self),
                let context = unsafe htmlCreateMemoryParserCtxt(base, Int32(raw.count))
            else { return }
            defer { unsafe htmlFreeParserCtxt(context) }
            let options =
                HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
                | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(context, Int32(options))
            unsafe context.pointee.charset = Int32(XML_CHAR_ENCODING_UTF8.rawValue)
            unsafe context.pointee.sax.pointee = HTMLTree.callbacks()
            // The builder lives until this function returns, and the parser is gone before.
            unsafe context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
            unsafe builder.context = context
            unsafe htmlParseDocument(context)
            unsafe builder.context = nil
        }
        self = builder.finish()
    }

    /// Only what the tree is made of; libxml2's own callbacks would take `userData` for its context.
    private static func callbacks() -> htmlSAXHandler {
        var handler = unsafe htmlSAXHandler()
        unsafe handler.initialized = 1
        unsafe handler.startElement = { data, name, attributes in
            guard let builder = unsafe HTMLTreeBuilder.of(data), let name = unsafe name else {
                return
            }
            unsafe builder.start(name, attributes)
        }
        unsafe handler.endElement = { data, name in
            guard let builder = unsafe HTMLTreeBuilder.of(data), let name = unsafe name else {
                return
            }
            unsafe builder.end(name)
        }
        let text: charactersSAXFunc = { data, bytes, count in
            guard let builder = unsafe HTMLTreeBuilder.of(data), let bytes = unsafe bytes else {
                return
            }
            unsafe builder.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        unsafe handler.characters = text
        unsafe handler.ignorableWhitespace = text
        unsafe handler.cdataBlock = text
        return unsafe handler
    }

    /// libxml2 ends a text at a NUL and changes the encoding at a byte that is not UTF-8.
    private static func cleaned(_ bytes: [UInt8]) -> [UInt8] {
        let needsMending = bytes.contains(0) || !isUTF8(bytes)
        guard needsMending else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        return text.utf8.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }
}
