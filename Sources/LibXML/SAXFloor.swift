import CXML2

/// libxml2's SAX pass alone, with callbacks that only count: the floor that benchmarks measure against.
public enum SAXFloor {
    /// Elements and runs of text that the HTML parser reports.
    public static func html(_ utf8: [UInt8]) -> Int {
        LibXMLSetup.ensure()
        var handler = unsafe countingHandler()
        let counter = Counter()
        unsafe utf8.withUnsafeBytes { buffer in
            guard
                let context = unsafe htmlCreateMemoryParserCtxt(
                    buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count))
            else { return }
            let original = unsafe context.pointee.sax
            unsafe withUnsafeMutablePointer(to: &handler) { pointer in
                unsafe context.pointee.sax = pointer
                unsafe context.pointee.userData = Unmanaged.passUnretained(counter).toOpaque()
                let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
                unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
                unsafe htmlParseDocument(context)
                unsafe context.pointee.sax = original
            }
            unsafe htmlFreeParserCtxt(context)
        }
        return counter.events
    }

    /// Elements and runs of text that the XML parser reports.
    public static func xml(_ utf8: [UInt8]) -> Int {
        LibXMLSetup.ensure()
        var handler = unsafe countingHandler()
        let counter = Counter()
        unsafe utf8.withUnsafeBytes { buffer in
            guard
                let context = unsafe xmlCreateMemoryParserCtxt(
                    buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count))
            else { return }
            let original = unsafe context.pointee.sax
            unsafe withUnsafeMutablePointer(to: &handler) { pointer in
                unsafe context.pointee.sax = pointer
                unsafe context.pointee.userData = Unmanaged.passUnretained(counter).toOpaque()
                let options = XML_PARSE_NONET.rawValue | XML_PARSE_RECOVER.rawValue
                unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
                unsafe xmlParseDocument(context)
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
