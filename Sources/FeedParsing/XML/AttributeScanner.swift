/// Finds the attributes of a start tag and its end, with or without quotes.
struct AttributeScanner {
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>

        func isNamespace(_ bytes: [UInt8]) -> Bool {
            let text = bytes[name]
            return text.hasPrefix("xmlns") && (text.count == 5 || text.dropFirst(5).first == .colon)
        }
    }

    let bytes: [UInt8]
    /// After `scan`: behind the `>`.
    var position: Int
    private(set) var attributes: [Attribute] = []
    /// Whether the tag ends in `/>`.
    private(set) var isEmpty = false

    init(bytes: [UInt8], position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// False where the input ends within the tag.
    mutating func scan() -> Bool {
        while position < bytes.count {
            switch bytes[position] {
            case .greaterThan:
                position += 1
                return true
            case .slash:
                isEmpty = position + 1 < bytes.count && bytes[position + 1] == .greaterThan
                position += 1
            case .lessThan:
                // The next tag begins: this one lacks its ">".
                return true
            case let byte where byte.isNameStart: scanAttribute()
            default: position += 1
            }
        }
        return false
    }

    private mutating func scanAttribute() {
        let from = position
        while position < bytes.count, bytes[position].isNamePart { position += 1 }
        let name = from..<position
        skipSpace()
        guard position < bytes.count, bytes[position] == .equals else {
            attributes.append(Attribute(name: name, value: position..<position))
            return
        }
        position += 1
        skipSpace()
        attributes.append(Attribute(name: name, value: scanValue()))
    }

    private mutating func scanValue() -> Range<Int> {
        guard position < bytes.count else { return position..<position }
        let quote = bytes[position]
        if quote == .doubleQuote || quote == .singleQuote,
            let end = bytes[(position + 1)...].firstIndex(of: quote)
        {
            let value = (position + 1)..<end
            position = end + 1
            return value
        }
        let from = position
        while position < bytes.count, !bytes[position].isSpace, bytes[position] != .greaterThan {
            position += 1
        }
        if position - 1 > from, bytes[position - 1] == .slash, position < bytes.count,
            bytes[position] == .greaterThan
        {
            position -= 1
        }
        return from..<position
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position].isSpace { position += 1 }
    }
}
