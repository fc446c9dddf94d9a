/// The declarations of a `style` attribute, in lower case and without white space (CSS Style Attributes, §2).
struct StyleText {
    private let utf8: [UInt8]

    init(_ style: ArraySlice<UInt8>) {
        var utf8: [UInt8] = []
        utf8.reserveCapacity(style.count)
        for byte in style where byte > 0x20 { utf8.append(byte.asciiLowered) }
        self.utf8 = utf8
    }

    struct Declaration {
        let property: ArraySlice<UInt8>
        let value: ArraySlice<UInt8>

        func names(_ property: String) -> Bool { self.property.elementsEqual(property.utf8) }
        func says(_ value: String) -> Bool { self.value.elementsEqual(value.utf8) }
        func begins(_ value: String) -> Bool { self.value.starts(with: value.utf8) }
    }

    var declarations: [Declaration] {
        utf8.split(separator: 0x3B).compactMap { part in
            part.firstIndex(of: 0x3A).map { colon in
                Declaration(property: part[..<colon], value: part[(colon + 1)...])
            }
        }
    }
}
