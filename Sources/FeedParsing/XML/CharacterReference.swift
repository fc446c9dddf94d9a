import LibXML

/// Resolves what stands between `&` and `;`: a number or a name.
enum CharacterReference {
    struct Resolved {
        var utf8: [UInt8]
        /// Whether XML itself knows the reference: a number, or one of its five names.
        var isXML: Bool
    }

    /// nil for a name that neither XML nor HTML knows.
    static func resolve(_ name: ArraySlice<UInt8>) -> Resolved? {
        if name.first == .numberSign { return number(name.dropFirst()) }
        let text = String(decoding: name, as: UTF8.self)
        switch text {
        case "amp": return Resolved(utf8: [.ampersand], isXML: true)
        case "lt": return Resolved(utf8: [.lessThan], isXML: true)
        case "gt": return Resolved(utf8: [.greaterThan], isXML: true)
        case "quot": return Resolved(utf8: [.doubleQuote], isXML: true)
        case "apos": return Resolved(utf8: [.singleQuote], isXML: true)
        default:
            guard let scalar = HTMLEntities.scalar(named: text) else { return nil }
            return Resolved(utf8: Array(String(Character(scalar)).utf8), isXML: false)
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Resolved? {
        let isHex = digits.first == 0x78 || digits.first == 0x58
        let text = String(decoding: isHex ? digits.dropFirst() : digits, as: UTF8.self)
        guard text.utf8.count <= 8, let value = UInt32(text, radix: isHex ? 16 : 10) else {
            return nil
        }
        let mended = HTMLEntities.windows1252(value)
        guard mended != 0, let scalar = Unicode.Scalar(mended) else {
            return Resolved(utf8: [0xEF, 0xBF, 0xBD], isXML: false)
        }
        if mended < 0x20, mended != 0x09, mended != 0x0A, mended != 0x0D {
            return Resolved(utf8: [], isXML: false)
        }
        return Resolved(utf8: Array(String(Character(scalar)).utf8), isXML: true)
    }
}
