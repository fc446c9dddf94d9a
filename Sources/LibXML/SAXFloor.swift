import CXML2

/// libxml2's SAX pass alone, with callbacks that only count: the floor that benchmarks measure against.
public enum SAXFloor {
    /// Elements and runs of text that the HTML parser reports.
    public static func html(_ utf8: [UInt8]) -> Int {
        let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        return unsafe events(in: utf8, htmlCreateMemoryParserCtxt) { context in
            unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
            unsafe htmlParseDocument(context)
        }
    }

    /// Elements and runs of text that the XML parser reports.
    public static func xml(_ utf8: [UInt8]) -> Int {
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue
        return unsafe events(in: utf8, xmlCreateMemoryParserCtxt) { context in
            unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
            unsafe xmlParseDocument(context)
        }
    }

    /// The two parsers share their contexts (libxml/HTMLparser.h).
    private static func events(
        in utf8: [UInt8],
        _ create: (UnsafePointer<CChar>?, Int32) -> xmlParserCtxtPtr?,
        _ parse: (xmlParserCtxtPtr) -> Void
    ) -> Int {
        LibXMLSetup.ensure()
        var handler = unsafe countingHandler()
        let counter = Counter()
        unsafe utf8.withUnsafeBytes { buffer in
            let bytes = unsafe buffer.bindMemory(to: CChar.self).baseAddress
            guard let context = unsafe create(bytes, Int32(buffer.count)) else { return }
            let original = unsafe context.pointee.sax
            unsafe withUnsafeMutablePointer(to: &handler) { pointer in
                unsafe context.pointee.sax = pointer
                unsafe context.pointee.userData = Unmanaged.passUnretained(counter).toOpaque()
                unsafe parse(context)
                unsafe context.pointee.sax = original
            }
            unsafe xmlFreeParserCtxt(context)
        }
        return counter.events
    }

    private final class Counter {
        var events = 0
    }

    private static func countingHandler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = 1
        unsafe handler.startElement = { context, _, _ in unsafe SAXFloor.count(context) }
        unsafe handler.characters = { context, _, _ in unsafe SAXFloor.count(context) }
        unsafe handler.cdataBlock = { context, _, _ in unsafe SAXFloor.count(context) }
        return unsafe handler
    }

    private static func count(_ context: UnsafeMutableRawPointer?) {
        guard let context = unsafe context else { return }
        unsafe Unmanaged<Counter>.fromOpaque(context).takeUnretainedValue().events += 1
    }
}
