import LibXML

/// The entities that a document declares in its internal subset, and the resolving of references.
///
/// An entity counts when its value is plain text, character references included. A reference to an external one is
/// dropped: nothing is ever loaded. A reference to one that refers to other entities or holds markup ends the parse.
struct DeclaredEntities {
    struct Reference {
        var text: [UInt8]
        /// Where reading goes on.
        var end: Int
        /// Whether XML itself knows the reference.
        var isXML: Bool
    }

    private enum Value {
        case text([UInt8])
        /// It would have to be loaded: nothing stands in its place.
        case external
        /// It refers to entities or holds markup.
        case refused
    }

    private var values: [String: Value] = [:]
    /// Bytes that references to declared entities may still make.
    private var budget: Int

    init(budget: Int) {
        self.budget = budget
    }

    /// Resolves the reference whose `&` stands at `start`; nil where the `&` is text.
    mutating func reference(
        in bytes: [UInt8], at start: Int
    ) throws(FeedParsingError) -> Reference? {
        var end = start + 1
        while end < bytes.count, end - start < 64, bytes[end].isReferencePart { end += 1 }
        guard end > start + 1, end < bytes.count, bytes[end] == .semicolon else { return nil }
        let name = bytes[(start + 1)..<end]
        if !values.isEmpty, let value = values[String(decoding: name, as: UTF8.self)] {
            switch value {
            case .text(let text) where budget >= text.count:
                budget -= text.count
                return Reference(text: text, end: end + 1, isXML: true)
            case .external: return Reference(text: [], end: end + 1, isXML: false)
            default: throw .entities
            }
        }
        guard let found = CharacterReference.resolve(name) else { return nil }
        return Reference(text: found.utf8, end: end + 1, isXML: found.isXML)
    }

    /// An attribute's value with its references resolved.
    mutating func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        let bytes = Array(value)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == .ampersand,
                let reference = try? reference(in: bytes, at: index)
            else {
                result.append(bytes[index])
                index += 1
                continue
            }
            result += reference.text
            index = reference.end
        }
        return result
    }

    /// Reads `<!DOCTYPE …>`, its internal subset included; returns the place behind it.
    mutating func readDocumentType(in bytes: [UInt8], at start: Int) -> Int {
        var index = start + 9
        while index < bytes.count, bytes[index] != .greaterThan, bytes[index] != 0x5B {
            index += 1
        }
        guard index < bytes.count, bytes[index] == 0x5B else { return min(index + 1, bytes.count) }
        index += 1
        while index < bytes.count, bytes[index] != 0x5D {
            if bytes[index...].starts(with: "<!--".utf8) {
                index = bytes.index(after: "-->", from: index) ?? bytes.count
            } else if bytes[index] == .lessThan {
                index = readMarkupDeclaration(in: bytes, at: index)
            } else {
                index += 1
            }
        }
        return bytes[min(index, bytes.count)...].firstIndex(of: .greaterThan).map { $0 + 1 }
            ?? bytes.count
    }

    /// One declaration, quotes respected; returns the place behind its `>`.
    private mutating func readMarkupDeclaration(in bytes: [UInt8], at start: Int) -> Int {
        var index = start
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == .doubleQuote || byte == .singleQuote {
                quote = byte
            } else if byte == .greaterThan {
                break
            }
            index += 1
        }
        let declaration = bytes[start..<index]
        if declaration.hasPrefix("<!entity") { declare(declaration.dropFirst(8)) }
        return min(index + 1, bytes.count)
    }

    private mutating func declare(_ declaration: ArraySlice<UInt8>) {
        guard values.count < 256 else { return }
        let rest = declaration.trimmed
        guard let space = rest.firstIndex(where: \.isSpace) else { return }
        let name = String(decoding: rest[..<space], as: UTF8.self)
        guard name != "%", values[name] == nil else { return }
        let definition = rest[space...].trimmed
        if definition.hasPrefix("system") || definition.hasPrefix("public") {
            values[name] = .external
            return
        }
        guard let quote = definition.first, quote == .doubleQuote || quote == .singleQuote,
            let end = definition.dropFirst().firstIndex(of: quote)
        else {
            values[name] = .refused
            return
        }
        let raw = definition[(definition.startIndex + 1)..<end]
        values[name] = Self.plain(raw).map(Value.text) ?? .refused
    }

    /// A value with its character references resolved; nil where it holds more than text.
    private static func plain(_ raw: ArraySlice<UInt8>) -> [UInt8]? {
        guard raw.count <= 1_024, !raw.contains(.lessThan) else { return nil }
        var result: [UInt8] = []
        var index = raw.startIndex
        while index < raw.endIndex {
            guard raw[index] == .ampersand else {
                result.append(raw[index])
                index += 1
                continue
            }
            guard let end = raw[index...].firstIndex(of: .semicolon),
                raw[index...].dropFirst().first == .numberSign,
                let found = CharacterReference.resolve(raw[(index + 1)..<end])
            else { return nil }
            result += found.utf8
            index = end + 1
        }
        return result
    }
}
