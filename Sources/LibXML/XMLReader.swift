import CXML2

/// Reads well-formed XML with libxml2's SAX interface into a tape.
///
/// Never expands an entity, loads a DTD or opens a file or an address: a document that refers to an
/// entity of its own ends with `XMLReadError.entity`. Time and memory are linear in the input.
public enum XMLReader {
    /// - Parameter utf8: the document in UTF-8; what its declaration says of an encoding is ignored.
    public static func read(
        _ utf8: [UInt8], limits: XMLLimits = XMLLimits()
    ) throws(XMLReadError) -> XMLTape {
        LibXMLSetup.ensure()
        guard utf8.count < Int(Int32.max) else {
            throw .tooLarge(nodes: limits.nodes, bytes: limits.bytes)
        }
        let sink = XMLSink(limits: limits, expectedBytes: utf8.count)
        unsafe utf8.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe parse(base, buffer.count, into: sink)
        }
        return try sink.finish()
    }

    private static func parse(_ base: UnsafeRawPointer, _ count: Int, into sink: XMLSink) {
        guard
            let context = unsafe xmlCreateMemoryParserCtxt(
                base.assumingMemoryBound(to: CChar.self), Int32(count))
        else { return }
        defer {
            // Declared entities land in a document of the context's own.
            if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
            unsafe xmlFreeParserCtxt(context)
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
        unsafe XMLSink.install(in: context)
        unsafe context.pointee.userData = unsafe Unmanaged.passUnretained(sink).toOpaque()
        unsafe sink.context = context
        unsafe xmlParseDocument(context)
        unsafe sink.context = nil
        sink.isWellFormed = unsafe context.pointee.wellFormed == 1
    }
}
