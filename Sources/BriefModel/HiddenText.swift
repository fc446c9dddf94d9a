// Characters that nobody sees and that change what others see or a terminal does: control characters (also those of
// eight bits that begin an escape sequence, ISO 6429 §5.3), marks that turn the direction of text (UAX #9), zero-width
// marks and tags.

extension String {
    /// The text without them, for facts that stand on one line; joiners, which some scripts need, stay.
    public var withoutHidden: String {
        guard utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }),
            unicodeScalars.contains(where: { HiddenScalar.isHarmful($0.value) })
        else { return self }
        return String(
            String.UnicodeScalarView(
                unicodeScalars.lazy.filter { !HiddenScalar.isHarmful($0.value) }))
    }
}

extension [UInt8] {
    /// JSON that says the same, with `\uXXXX` for each of them (RFC 8259 §7): outside of ASCII they can stand in strings
    /// only.
    public var escapingHiddenAsJSON: [UInt8] {
        escapingHidden { value in
            value < 0x1_0000
                ? "\\u" + HiddenScalar.hex(value)
                : "\\u" + HiddenScalar.hex(0xD800 + (value - 0x1_0000) >> 10) + "\\u"
                    + HiddenScalar.hex(0xDC00 + (value - 0x1_0000) & 0x3FF)
        }
    }

    /// What a terminal may be given: `\u{9b}` for each of them. Control characters below U+0020 stay: lines end with
    /// them, and our own colours begin with one.
    public var escapingHiddenForTerminal: [UInt8] {
        escapingHidden { "\\u{\(String($0, radix: 16))}" }
    }

    /// All bytes are looked at, so that the compiler compares many at a time; where it inlines this, it does not.
    private var mayHoldHidden: Bool {
        @inline(never) get {
            let bytes = span
            var most: UInt8 = 0
            for index in bytes.indices { most = Swift.max(most, bytes[index]) }
            return most >= 0x7F
        }
    }

    private func escapingHidden(_ escape: (UInt32) -> String) -> [UInt8] {
        guard mayHoldHidden else { return self }
        var result: [UInt8] = []
        var index = 0
        var copied = 0
        let bytes = span
        while index < bytes.count {
            guard bytes[index] >= 0x7F,
                let (value, length) = HiddenScalar.escaped(in: self, at: index)
            else {
                index += 1
                continue
            }
            result += self[copied..<index]
            result += Array(escape(value).utf8)
            index += length
            copied = index
        }
        return copied == 0 ? self : result + self[copied...]
    }
}

private enum HiddenScalar {
    static func isHarmful(_ value: UInt32) -> Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x61C, 0x200B, 0x200E...0x200F, 0x2028...0x202E,
            0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// The scalar at `index` that is escaped, and how many bytes it has; nil where there is none.
    static func escaped(in bytes: [UInt8], at index: Int) -> (value: UInt32, length: Int)? {
        func next(_ offset: Int) -> UInt32 {
            index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
        }
        let first = UInt32(bytes[index])
        let found: (value: UInt32, length: Int)
        switch first {
        case 0x7F: return (0x7F, 1)
        case 0xC2, 0xD8: found = ((first & 0x1F) << 6 | next(1), 2)
        case 0xE2, 0xEF: found = ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
        case 0xF3: found = ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
        default: return nil
        }
        guard index + found.length <= bytes.count, isHarmful(found.value) else { return nil }
        return found
    }

    static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
}
