import CXML2

/// Receives the events of one parse and writes them to a tape.
///
/// A value on the stack of `XMLReader.read`; libxml2 holds its address as user data meanwhile.
@safe struct XMLSink {
    var context: xmlParserCtxtPtr?
    var isWellFormed = false
    private var writer: XMLTapeWriter
    private var names = XMLNameTable()
    private var error: XMLReadError?
    /// Places in which the last chunks ended, to tell a tag that does not end.
    private var nodesBefore = -1

    init(limits: XMLLimits, expectedBytes: Int) {
        writer = XMLTapeWriter(limits: limits, expectedBytes: expectedBytes)
    }

    consuming func finish() throws(XMLReadError) -> XMLTape {
        if let passed = writer.passed { throw passed }
        if let error { throw error }
        guard isWellFormed else { throw .illFormed(line: 1, reason: "not well-formed XML") }
        return try writer.finish()
    }

    /// libxml2 compares every attribute of an element with every other, and looks for a prefix in all that are
    /// bound: beyond these numbers that is no longer linear, and no feed is like that.
    private static let attributeLimit = 256
    private static let bindingLimit = 256

    /// Whether there is no point in reading on.
    var isStopped: Bool { error != nil }

    /// The callbacks; everything that is not here is not wanted.
    static func handler() -> xmlSAXHandler {
        var handler = unsafe xmlSAXHandler()
        unsafe handler.initialized = UInt32(XML_SAX2_MAGIC)
        unsafe handler.startElementNs = { sink, local, prefix, uri, _, _, count, _, attributes in
            unsafe XMLSink.at(sink)?.pointee.start(local, prefix, uri, Int(count), attributes)
        }
        unsafe handler.endElementNs = { sink, _, _, _ in unsafe XMLSink.at(sink)?.pointee.end() }
        let text: charactersSAXFunc = { sink, text, count in
            unsafe XMLSink.at(sink)?.pointee.text(text, Int(count))
        }
        unsafe handler.characters = unsafe text
        unsafe handler.ignorableWhitespace = unsafe text
        unsafe handler.cdataBlock = unsafe text
        unsafe handler.getEntity = { sink, _ in
            unsafe XMLSink.at(sink)?.pointee.stop(.entity)
            return nil
        }
        unsafe handler.serror = { sink, error in
            unsafe XMLSink.at(sink)?.pointee.note(error)
        }
        return unsafe handler
    }

    private static func at(_ pointer: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLSink>? {
        unsafe pointer?.assumingMemoryBound(to: XMLSink.self)
    }

    private mutating func start(
        _ local: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?,
        _ uri: UnsafePointer<xmlChar>?, _ count: Int,
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name = unsafe names.number(local, prefix, uri, &writer) else {
            return stopIfFull()
        }
        let bindings = unsafe context.map { unsafe Int($0.pointee.nsNr) / 2 } ?? 0
        guard count <= Self.attributeLimit, bindings <= Self.bindingLimit else {
            return stop(.illFormed(line: 1, reason: "too many attributes or namespaces"))
        }
        writer.start(name)
        if let attributes = unsafe attributes {
            for index in 0..<count {
                let fields = unsafe attributes + index * 5
                guard let name = unsafe names.number(fields[0], fields[1], fields[2], &writer),
                    let from = unsafe fields[3], let to = unsafe fields[4]
                else { continue }
                let value = unsafe UnsafeBufferPointer(start: from, count: to - from)
                if unsafe value.contains(0x26) {
                    writer.write(name, unsafe Self.withAmpersands(Array(value)))
                } else {
                    unsafe writer.write(name, value)
                }
            }
        }
        stopIfFull()
    }

    /// Stops at a start tag that is longer than a whole chunk, and at more names than libxml2's table of strings
    /// finds quickly; told after each chunk.
    mutating func chunkEnded() {
        guard let context = unsafe context else { return }
        if error == nil, unsafe xmlDictSize(context.pointee.dict) > writer.limits.names * 2 {
            error = .illFormed(line: 1, reason: "too many names")
        }
        guard unsafe context.pointee.instate == XML_PARSER_START_TAG else {
            nodesBefore = -1
            return
        }
        let nodes = writer.tape.nodes.count
        if nodes == nodesBefore, error == nil {
            error = .illFormed(line: 1, reason: "a tag that does not end")
        }
        nodesBefore = nodes
    }

    private mutating func end() {
        writer.end()
    }

    private mutating func text(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        // libxml2 hands a numeric reference over by itself; those of 128 to 159 mean windows-1252.
        if count == 2, let text = unsafe text, unsafe text[0] == 0xC2, unsafe text[1] < 0xA0 {
            let scalar = unsafe Unicode.Scalar(HTMLEntities.windows1252(UInt32(text[1])))
            writer.write(String(Character(scalar ?? "\u{FFFD}")).utf8)
        } else {
            unsafe writer.write(UnsafeBufferPointer(start: text, count: count))
        }
        stopIfFull()
    }

    /// libxml2 hands an ampersand in an attribute over as "&#38;" when it does not replace entities.
    private static func withAmpersands(_ value: [UInt8]) -> [UInt8] {
        let escaped: [UInt8] = [0x26, 0x23, 0x33, 0x38, 0x3B]
        var result: [UInt8] = []
        result.reserveCapacity(value.count)
        var index = 0
        while index < value.count {
            result.append(value[index])
            let isEscaped = value[index] == 0x26 && value[index...].starts(with: escaped)
            index += isEscaped ? escaped.count : 1
        }
        return result
    }

    private mutating func stopIfFull() {
        if let passed = writer.passed { stop(passed) }
    }

    private mutating func stop(_ reason: XMLReadError) {
        error = error ?? reason
        if let context = unsafe context { unsafe xmlStopParser(context) }
    }

    private mutating func note(_ pointer: UnsafeMutablePointer<xmlError>?) {
        guard error == nil, let pointer = unsafe pointer,
            unsafe pointer.pointee.level == XML_ERR_FATAL
        else { return }
        let text = unsafe pointer.pointee.message.map { unsafe String(cString: $0) } ?? ""
        let reason = text.split(whereSeparator: \.isNewline).first.map(String.init)
        error = .illFormed(
            line: unsafe Int(pointer.pointee.line), reason: reason ?? "not well-formed XML")
    }
}
