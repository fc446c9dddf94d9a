extension FileName {
    /// The name as text, on one line, from which `init(printable:)` gives the same bytes back.
    ///
    /// UTF-8 stands as it is. A backslash is doubled; control characters, and bytes that are no UTF-8, are
    /// written `\xNN`.
    public var printable: String {
        if let plain = plainText { return plain }
        var text = ""
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let (scalar, length) = FileName.scalar(at: rest) else {
                text += FileName.escape(rest.removeFirst())
                continue
            }
            let encoded = rest.prefix(length)
            rest = rest.dropFirst(length)
            if scalar == "\\" {
                text += "\\\\"
            } else if FileName.isControl(scalar) {
                for byte in encoded { text += FileName.escape(byte) }
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Reads what `printable` wrote; text with a backslash that is no escape is taken as it stands.
    public init(printable text: String) {
        let source = Array(text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count)
        var index = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: "\\"), index + 1 < source.count {
                if source[index + 1] == UInt8(ascii: "\\") {
                    bytes.append(byte)
                    index += 2
                    continue
                }
                if let value = FileName.escapedByte(source[index...]) {
                    bytes.append(value)
                    index += 4
                    continue
                }
            }
            bytes.append(byte)
            index += 1
        }
        self.init(bytes: bytes)
    }

    /// The text where nothing in it needs an escape: nearly always.
    private var plainText: String? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { $0 != "\\" && !FileName.isControl($0) }
        return isPlain ? text : nil
    }

    /// Characters that move the cursor or turn the direction of writing are control characters here: a name
    /// must not look like another one.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func scalar(at bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        for length in 1...4 where length <= bytes.count {
            guard let text = String(validating: bytes.prefix(length), as: UTF8.self),
                let scalar = text.unicodeScalars.first
            else { continue }
            return (scalar, length)
        }
        return nil
    }

    private static func escape(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count < 2 ? "0" : "") + digits
    }

    private static func escapedByte(_ source: ArraySlice<UInt8>) -> UInt8? {
        let escape = Array(source.prefix(4))
        guard escape.count == 4, escape[1] == UInt8(ascii: "x") else { return nil }
        guard let high = hexDigit(escape[2]), let low = hexDigit(escape[3]) else { return nil }
        let value = high << 4 | low
        return value == 0 ? nil : value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
