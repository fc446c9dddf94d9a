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
        var sink = XMLSink(limits: limits, expectedBytes: utf8.count)
        unsafe utf8.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe withUnsafeMutablePointer(to: &sink) {
                unsafe parse(base, buffer.count, into: $0)
            }
        }
        return try sink.finish()
    }

    /// Bytes given to libxml2 at once: it moves what is left of them each time 4 KiB are used up.
    private static let chunk = 16_384

    /// The push interface, because it takes a CDATA section whole where the other goes character by character.
    private static func parse(
        _ base: UnsafeRawPointer, _ count: Int, into sink: UnsafeMutablePointer<XMLSink>
    ) {
        let text = unsafe base.assumingMemoryBound(to: CChar.self)
        // The first four bytes tell the encoding.
        let head = min(count, 4)
        var handler = unsafe XMLSink.handler()
        guard
            let context = unsafe xmlCreatePushParserCtxt(&handler, sink, text, Int32(head), nil)
        else { return }
        defer {
            // Declared entities land in a document of the context's own.
            if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
            unsafe xmlFreeParserCtxt(context)
        }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        _ = unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
        unsafe sink.pointee.context = unsafe context
        var offset = head
        while offset < count, unsafe !sink.pointee.isStopped {
            let size = min(chunk, count - offset)
            _ = unsafe xmlParseChunk(context, text + offset, Int32(size), 0)
            offset += size
            unsafe sink.pointee.chunkEnded()
        }
        if unsafe !sink.pointee.isStopped {
            _ = unsafe xmlParseChunk(context, text, 0, 1)
        }
        unsafe sink.pointee.context = nil
        unsafe sink.pointee.isWellFormed = unsafe context.pointee.wellFormed == 1
    }
}
