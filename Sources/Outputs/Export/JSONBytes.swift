/// Writes an object of JSON (RFC 8259) byte by byte: what an encoder of values does, many times as fast.
struct JSONBytes {
    var out: [UInt8] = []
    private static let hex = Array("0123456789abcdef".utf8)

    /// A value that is JSON already.
    mutating func raw(_ name: StaticString, _ value: String, isFirst: Bool = false) {
        key(name, isFirst: isFirst)
        out += value.utf8
    }

    mutating func string(_ name: StaticString, _ value: String?) {
        key(name)
        guard let value else {
            out += "null".utf8
            return
        }
        quoted(Array(value.utf8)[...])
    }

    /// Text in UTF-8.
    mutating func bytes(_ name: StaticString, _ value: ArraySlice<UInt8>?) {
        key(name)
        guard let value else {
            out += "null".utf8
            return
        }
        quoted(value)
    }

    private mutating func key(_ name: StaticString, isFirst: Bool = false) {
        out.append(isFirst ? UInt8(ascii: "{") : UInt8(ascii: ","))
        out.append(UInt8(ascii: "\""))
        out += name.description.utf8
        out += "\":".utf8
    }

    private mutating func quoted(_ bytes: ArraySlice<UInt8>) {
        out.append(UInt8(ascii: "\""))
        var start = bytes.startIndex
        for index in bytes.indices {
            let byte = bytes[index]
            guard
                byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
                    || byte == 0x7F
            else { continue }
            out += bytes[start..<index]
            escape(byte)
            start = index + 1
        }
        out += bytes[start...]
        out.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        out.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
        case 0x0A: out.append(UInt8(ascii: "n"))
        case 0x0D: out.append(UInt8(ascii: "r"))
        case 0x09: out.append(UInt8(ascii: "t"))
        default: out += Array("u00".utf8) + [Self.hex[Int(byte >> 4)], Self.hex[Int(byte & 15)]]
        }
    }
}
