import LibXML

/// Undoes UTF-8 that was taken for windows-1252 and written as UTF-8 once more ("cafÃ©").
enum DoubledEncoding {
    /// The text as it was meant; nil where it is not doubled throughout.
    ///
    /// Text in which every character beyond ASCII belongs to such a sequence, at least two of them, does not come about
    /// otherwise: one "é" rightly encoded shows that nothing was doubled.
    static func undone(_ utf8: [UInt8]) -> [UInt8]? {
        guard hasTraces(utf8) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(utf8.count)
        var high = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
            guard let byte = byte(of: scalar) else { return nil }
            if byte >= 0x80 { high += 1 }
            result.append(byte)
        }
        guard high >= 4, (try? UTF8Span(validating: result.span)) != nil else { return nil }
        return result
    }

    /// Whether the first character beyond ASCII is the lead of a sequence read singly (U+00C2 to U+00F4), and another
    /// follows.
    private static func hasTraces(_ utf8: [UInt8]) -> Bool {
        // The first character beyond ASCII decides: where it is no lead, nothing was doubled.
        guard let lead = utf8.firstIndex(where: { $0 >= 0x80 }), lead + 2 < utf8.count else {
            return false
        }
        return utf8[lead] == 0xC3 && utf8[lead + 1] >= 0x82 && utf8[lead + 1] <= 0xB4
            && utf8[lead + 2] >= 0x80
    }

    private static func byte(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value <= 0xFF { return UInt8(scalar.value) }
        return bytes[scalar.value]
    }

    /// Characters of windows-1252 beyond Latin-1, and their bytes.
    private static let bytes: [UInt32: UInt8] = {
        var table: [UInt32: UInt8] = [:]
        for byte in UInt8(0x80)...0x9F { table[HTMLEntities.windows1252(UInt32(byte))] = byte }
        return table
    }()
}
