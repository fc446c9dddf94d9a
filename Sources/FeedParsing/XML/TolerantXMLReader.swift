import LibXML

/// Reads XML that is not well-formed as people expect it to be read.
///
/// Bare ampersands are text, named characters of HTML are known, an end tag closes what stands open within
/// it, a stray one is dropped, control characters vanish, attributes need no quotes. Entities
/// that the document declares count only where their value is plain text; they never expand to more than the
/// document's own size. Linear in the input, and bounded by `XMLLimits`.
struct TolerantXMLReader {
    struct Result {
        var tape: XMLTape
        /// The document ended before its outermost element did.
        var isTruncated: Bool
        var warnings: [String]
    }

    let bytes: [UInt8]
    var position = 0
    var writer: XMLTapeWriter
    var names = QualifiedNames()
    /// The qualified names of the open elements as written.
    var open: [ArraySlice<UInt8>] = []
    var entities: DeclaredEntities
    var warnings = TolerantWarnings()
    private var lacksCommentEnd = false
    private var lacksInstructionEnd = false

    private init(_ bytes: [UInt8], limits: XMLLimits) {
        self.bytes = bytes
        writer = XMLTapeWriter(limits: limits, expectedBytes: bytes.count)
        entities = DeclaredEntities(budget: bytes.count + 1 << 16)
    }

    static func read(_ utf8: [UInt8], limits: XMLLimits) throws(FeedParsingError) -> Result {
        var reader = TolerantXMLReader(utf8, limits: limits)
        try reader.run()
        let isTruncated = !reader.open.isEmpty
        let warnings = reader.warnings.texts
        do {
            return Result(
                tape: try reader.writer.finish(), isTruncated: isTruncated, warnings: warnings)
        } catch {
            throw .beyondLimits(reason: error.description)
        }
    }

    private mutating func run() throws(FeedParsingError) {
        while position < bytes.count {
            if let passed = writer.passed { throw .beyondLimits(reason: passed.description) }
            if bytes[position] == .lessThan, readMarkup() { continue }
            try readText()
        }
    }

    /// Reads one piece of markup; false where the `<` is text.
    private mutating func readMarkup() -> Bool {
        guard position + 1 < bytes.count else {
            position += 1
            return true
        }
        switch bytes[position + 1] {
        case .slash: return readEndTag()
        case .exclamation:
            readDeclaration()
            return true
        case .question:
            position = instructionEnd() ?? skipped(to: .greaterThan)
            return true
        case let next where next.isNameStart: return readStartTag()
        default: return false
        }
    }

    private func skipped(to byte: UInt8) -> Int {
        bytes[position...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
    }

    // MARK: - Text

    /// Reads text up to the next `<`, or over a `<` that is no markup.
    private mutating func readText() throws(FeedParsingError) {
        var from = position
        if bytes[position] == .lessThan {
            warnings.add(.strayLessThan)
            position += 1
        }
        while position < bytes.count, bytes[position] != .lessThan {
            let byte = bytes[position]
            if byte == .ampersand {
                if let reference = try entities.reference(in: bytes, at: position) {
                    if !reference.isXML { warnings.add(.ampersand) }
                    writer.text(bytes[from..<position])
                    writer.text(reference.text[...])
                    position = reference.end
                    from = position
                } else {
                    warnings.add(.ampersand)
                    position += 1
                }
            } else if byte < 0x20, byte != 0x0A, byte != 0x09, byte != 0x0D {
                warnings.add(.controlCharacter)
                writer.text(bytes[from..<position])
                position += 1
                from = position
            } else {
                position += 1
            }
        }
        if from < position { writer.text(bytes[from..<position]) }
    }

    // MARK: - Comments, CDATA, document type

    private mutating func readDeclaration() {
        let rest = bytes[position...]
        if rest.starts(with: "<!--".utf8) {
            position = commentEnd() ?? skipped(to: .greaterThan)
        } else if rest.hasPrefix("<![cdata[") {
            let from = position + 9
            let after = bytes.index(after: "]]>", from: from)
            let to = after.map { $0 - 3 } ?? bytes.count
            writeWithoutControls(bytes[from..<to])
            position = after ?? bytes.count
        } else if rest.hasPrefix("<!doctype") {
            position = entities.readDocumentType(in: bytes, at: position)
        } else {
            position = skipped(to: .greaterThan)
        }
    }

    /// A mark that was looked for in vain is not looked for again: else many openings would take quadratic time.
    private mutating func commentEnd() -> Int? {
        guard !lacksCommentEnd else { return nil }
        let end = bytes.index(after: "-->", from: position + 4)
        lacksCommentEnd = end == nil
        return end
    }

    private mutating func instructionEnd() -> Int? {
        guard !lacksInstructionEnd else { return nil }
        let end = bytes.index(after: "?>", from: position + 2)
        lacksInstructionEnd = end == nil
        return end
    }

    private mutating func writeWithoutControls(_ text: ArraySlice<UInt8>) {
        let isControl = { (byte: UInt8) in
            byte < 0x20 && byte != 0x0A && byte != 0x09 && byte != 0x0D
        }
        if text.contains(where: isControl) {
            warnings.add(.controlCharacter)
            writer.text(text.filter { !isControl($0) }[...])
        } else {
            writer.text(text)
        }
    }

    // MARK: - Tags

    private mutating func readEndTag() -> Bool {
        var end = position + 2
        guard end < bytes.count, bytes[end].isNameStart else { return false }
        while end < bytes.count, bytes[end].isNamePart { end += 1 }
        let name = bytes[(position + 2)..<end]
        position = end
        position = skipped(to: .greaterThan)
        guard let depth = depthToClose(name) else {
            warnings.add(.strayEndTag)
            return true
        }
        if depth < open.count - 1 { warnings.add(.unclosedElement) }
        while open.count > depth { close() }
        return true
    }

    /// The place in `open` of the element that an end tag means: the innermost of that name, whatever its case.
    private func depthToClose(_ name: ArraySlice<UInt8>) -> Int? {
        if let last = open.last, last == name { return open.count - 1 }
        // An end tag within text never reaches out of its item.
        return open.lastIndex { $0.equalsIgnoringCase(name) }
    }

    private mutating func close() {
        guard open.popLast() != nil else { return }
        names.leave()
        writer.end()
    }

    private mutating func readStartTag() -> Bool {
        var end = position + 1
        while end < bytes.count, bytes[end].isNamePart { end += 1 }
        let name = bytes[(position + 1)..<end]
        var tag = AttributeScanner(bytes: bytes[...], position: end)
        let attributes = tag.all()
        guard tag.isComplete else {
            // No ">" before the end: what is left is a tag cut off.
            warnings.add(.unclosedElement)
            position = bytes.count
            return true
        }
        closeImplied(before: name)
        position = tag.position
        names.enter(attributes, bytes[...])
        start(name, attributes)
        if tag.isEmpty || name.isVoidHTML {
            names.leave()
            writer.end()
        } else {
            open.append(name)
        }
        return true
    }

    private mutating func start(
        _ name: ArraySlice<UInt8>, _ attributes: [AttributeScanner.Attribute]
    ) {
        guard let number = names.number(name, isAttribute: false, &writer) else { return }
        writer.start(number)
        for attribute in attributes where !attribute.isNamespace(bytes[...]) {
            let attributeName = bytes[attribute.name]
            guard let number = names.number(attributeName, isAttribute: true, &writer) else {
                return
            }
            let value = bytes[attribute.value]
            if value.contains(.ampersand) {
                writer.attribute(number, entities.decoded(value)[...])
            } else {
                writer.attribute(number, value)
            }
        }
    }

    /// An item that begins within an open item closes it; so does a field within a field that holds text only.
    private mutating func closeImplied(before name: ArraySlice<UInt8>) {
        guard let last = open.last else { return }
        if name.isItemName, let depth = open.lastIndex(where: { $0.isItemName }),
            !open[depth...].contains(where: { $0.isMarkupHolder })
        {
            warnings.add(.unclosedElement)
            while open.count > depth { close() }
        } else if last.isPlainField, name.isPlainField || name.isMarkupField {
            warnings.add(.unclosedElement)
            close()
        }
    }
}
