/// Finds the attributes of a start tag and its end, with or without quotes.
struct AttributeScanner {
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>

        func isNamespace(_ bytes: ArraySlice<UInt8>) -> Bool {
            let text = bytes[name]
            return text.hasPrefix("xmlns") && (text.count == 5 || text.dropFirst(5).first == .colon)
        }
    }

    let bytes: ArraySlice<UInt8>
    /// Behind what was read; after the last attribute: behind the `>`.
    private(set) var position: Int
    /// Whether the tag ends in `/>`.
    private(set) var isEmpty = false
    /// Whether the end of the tag was found before the end of the input.
    private(set) var isComplete = false

    private let isHTML: Bool

    /// - Parameter isHTML: a slash behind a value without quotes is part of it (HTML §13.2.5.37), and no end of an element.
    init(bytes: ArraySlice<UInt8>, position: Int, isHTML: Bool = false) {
        self.bytes = bytes
        self.position = position
        self.isHTML = isHTML
    }

    /// All attributes up to the end of the tag.
    mutating func all() -> [Attribute] {
        var attributes: [Attribute] = []
        while let attribute = next() { attributes.append(attribute) }
        return attributes
    }

    /// The next attribute; nil at the end of the tag, or of the input.
    mutating func next() -> Attribute? {
        while position < bytes.endIndex {
            switch bytes[position] {
            case .greaterThan:
                position += 1
                isComplete = true
                return nil
            case .slash:
                isEmpty = position + 1 < bytes.endIndex && bytes[position + 1] == .greaterThan
                position += 1
            case .lessThan:
                // The next tag begins: this one lacks its ">".
                isComplete = true
                return nil
            case let byte where byte.isNameStart: return attribute()
            default: position += 1
            }
        }
        return nil
    }

    private mutating func attribute() -> Attribute {
        let from = position
        while position < bytes.endIndex, bytes[position].isNamePart { position += 1 }
        let name = from..<position
        skipSpace()
        guard position < bytes.endIndex, bytes[position] == .equals else {
            return Attribute(name: name, value: position..<position)
        }
        position += 1
        skipSpace()
        return Attribute(name: name, value: scanValue())
    }

    private mutating func scanValue() -> Range<Int> {
        guard position < bytes.endIndex else { return position..<position }
        let quote = bytes[position]
        if quote == .doubleQuote || quote == .singleQuote,
            let end = bytes[(position + 1)...].firstIndex(of: quote)
        {
            let value = (position + 1)..<end
            position = end + 1
            return value
        }
        let from = position
        while position < bytes.endIndex, !bytes[position].isSpace, bytes[position] != .greaterThan {
            position += 1
        }
        if !isHTML, position - 1 > from, bytes[position - 1] == .slash, position < bytes.endIndex,
            bytes[position] == .greaterThan
        {
            position -= 1
        }
        return from..<position
    }

    private mutating func skipSpace() {
        while position < bytes.endIndex, bytes[position].isSpace { position += 1 }
    }
}
