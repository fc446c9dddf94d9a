import CXML2

/// A character reference of HTML: `&amp;`, `&#228;`, `&#xE4;`. Names are those of HTML 4.
struct CharacterReference {
    /// nil where the reference stands for no character that text may hold.
    let scalar: Unicode.Scalar?
    /// One past its last byte.
    let end: Int

    /// nil where what stands there is no reference, so that `&` is itself.
    ///
    /// - Parameter start: where `&` stands.
    init?(at start: Int, before limit: Int, in page: HTMLBytes) {
        if page[start + 1] == 0x23 {
            self.init(number: start + 2, before: limit, in: page)
            return
        }
        var key: UInt64 = 0
        var index = start + 1
        while index < limit, index <= start + 8, page[index].isLetter || page[index].isDigit {
            key = key << 8 | UInt64(page[index])
            index += 1
        }
        guard key != 0, index < limit, page[index] == 0x3B, let named = Self.names[key] else {
            return nil
        }
        self.init(scalar: named, end: index + 1)
    }

    private init(scalar: Unicode.Scalar?, end: Int) {
        self.scalar = scalar
        self.end = end
    }

    private init?(number start: Int, before limit: Int, in page: HTMLBytes) {
        let isHexadecimal = page[start] | 0x20 == 0x78
        let first = isHexadecimal ? start + 1 : start
        var index = first
        var value: UInt32 = 0
        while index < limit, let digit = Self.digit(page[index], isHexadecimal) {
            value = min(value * (isHexadecimal ? 16 : 10) + digit, 0x11_0000)
            index += 1
        }
        guard index > first else { return nil }
        self.init(
            scalar: Self.isText(value) ? Unicode.Scalar(HTMLEntities.windows1252(value)) : nil,
            end: index < limit && page[index] == 0x3B ? index + 1 : index)
    }

    private static func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - 0x30) }
        let letter = byte | 0x20
        guard isHexadecimal, (0x61...0x66).contains(letter) else { return nil }
        return UInt32(letter - 0x61) + 10
    }

    /// XML 1.0 §2.2, Char.
    private static func isText(_ value: UInt32) -> Bool {
        switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }

    /// libxml2's table, by the bytes of the name: it has none longer than eight.
    private static let names: NameTable<Unicode.Scalar> = {
        var entries: [(UInt64, Unicode.Scalar)] = []
        for value in UInt32(0)..<0x2700 {
            guard let entry = unsafe htmlEntityValueLookup(value),
                let name = unsafe entry.pointee.name
            else { continue }
            let bytes = unsafe String(cString: name).utf8
            guard bytes.count <= 8, let scalar = Unicode.Scalar(value) else { continue }
            entries.append((bytes.reduce(0) { $0 << 8 | UInt64($1) }, scalar))
        }
        return NameTable(entries)
    }()
}
