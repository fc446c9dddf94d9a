/// One object of JSON (RFC 8259) on one line, written member by member: a text of megabytes is copied once.
public struct JSONObject {
    private var utf8: [UInt8] = [UInt8(ascii: "{")]

    /// - Parameter capacity: bytes that it will have, roughly.
    public init(capacity: Int = 0) { utf8.reserveCapacity(capacity) }

    /// The object as it stands.
    public consuming func finished() -> [UInt8] {
        utf8.append(UInt8(ascii: "}"))
        return utf8
    }

    public mutating func add(_ name: String, _ value: String?) {
        begin(name)
        if let value { append(value) } else { utf8 += "null".utf8 }
    }

    public mutating func add(_ name: String, _ values: [String]) {
        begin(name)
        utf8.append(UInt8(ascii: "["))
        for (index, value) in values.enumerated() {
            if index > 0 { utf8.append(UInt8(ascii: ",")) }
            append(value)
        }
        utf8.append(UInt8(ascii: "]"))
    }

    public mutating func add(_ name: String, _ value: Bool) {
        begin(name)
        utf8 += (value ? "true" : "false").utf8
    }

    public mutating func add(_ name: String, _ value: Int) {
        begin(name)
        utf8 += String(value).utf8
    }

    /// - Parameter value: a finite number; whole ones are written without a fraction.
    public mutating func add(_ name: String, _ value: Double) {
        begin(name)
        let text = String(value)
        utf8 += (text.hasSuffix(".0") ? text.dropLast(2) : text[...]).utf8
    }

    /// - Parameter value: text in UTF-8.
    public mutating func add(_ name: String, utf8 value: ArraySlice<UInt8>?) {
        begin(name)
        if let value { utf8.append(json: value) } else { utf8 += "null".utf8 }
    }

    /// - Parameter value: JSON already, on one line.
    public mutating func add(_ name: String, json value: String) {
        begin(name)
        utf8 += value.utf8
    }

    private mutating func begin(_ name: String) {
        if utf8.count > 1 { utf8.append(UInt8(ascii: ",")) }
        append(name)
        utf8.append(UInt8(ascii: ":"))
    }

    private mutating func append(_ text: String) { utf8.append(json: text) }
}

extension [UInt8] {
    /// A text as a string of JSON: quotation marks, backslashes and control characters are escaped (RFC 8259 §7), and
    /// nothing else.
    public mutating func append(json text: String) { append(json: [UInt8](text.utf8)[...]) }

    /// The same for a text in UTF-8.
    fileprivate mutating func append(json bytes: ArraySlice<UInt8>) {
        append(UInt8(ascii: "\""))
        let span = bytes.span
        var copied = 0
        while case let mark = span.placeOfJSONMark(from: copied), mark < span.count {
            self += bytes[bytes.startIndex + copied..<bytes.startIndex + mark]
            append(UInt8(ascii: "\\"))
            append(escaping: span[mark])
            copied = mark + 1
        }
        self += bytes[(bytes.startIndex + copied)...]
        append(UInt8(ascii: "\""))
    }

    private mutating func append(escaping byte: UInt8) {
        switch byte {
        case 0x22, 0x5C: append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            self += "u00".utf8
            append(digits[Int(byte >> 4)])
            append(digits[Int(byte & 15)])
        }
    }
}

extension Span<UInt8> {
    /// Where a byte stands that ends a string of JSON, begins an escape or needs one (RFC 8259 §7); the end where none does.
    public func placeOfJSONMark(from start: Int) -> Int {
        var index = start
        while count - index >= Self.block, !extracting(index..<index + Self.block).holdsJSONMark {
            index += Self.block
        }
        while index < count, Self.isJSONMark(self[index]) == 0 { index += 1 }
        return index
    }

    private static var block: Int { 64 }

    /// All bytes are looked at, so that the compiler compares many at a time.
    private var holdsJSONMark: Bool {
        var found: UInt8 = 0
        for index in indices { found |= Self.isJSONMark(self[index]) }
        return found != 0
    }

    @inline(__always)
    private static func isJSONMark(_ byte: UInt8) -> UInt8 {
        (byte < 0x20 ? 1 : 0) | (byte == 0x22 ? 1 : 0) | (byte == 0x5C ? 1 : 0)
            | (byte == 0x7F ? 1 : 0)
    }
}
