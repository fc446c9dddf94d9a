/// Undoes what is left of quoted-printable (RFC 2045 §6.7) in a text that was copied out of a mail's source: "=C3=BC" for a
/// letter, "=" at the end of each line that was broken.
enum TransferLeftovers {
    /// So many escapes, or broken lines, tell it from a text about sums.
    private static let least = 3
    /// Columns of a line that was broken, its sign included.
    private static let broken = 50...76

    /// The text without them; nil where it has none, or they say nothing.
    static func undone(_ text: String) -> String? {
        guard let body = bodyOfPart(text) else { return decoded(text) }
        return decoded(body) ?? body
    }

    /// Characters of the head of a part of a mail.
    private static let longestHead = 1_000

    private static let fields = [
        "Content-Type:", "Content-Transfer-Encoding:", "Content-Disposition:", "Content-ID:",
        "Content-Language:", "Content-Location:", "Content-Description:", "MIME-Version:",
    ]

    /// What stands below the head of a part of a mail (RFC 2045 §3) that was copied along; nil where a text begins otherwise.
    private static func bodyOfPart(_ text: String) -> String? {
        guard text.hasPrefix("Content-") || text.hasPrefix("--") || text.hasPrefix("MIME-Version:")
        else { return nil }
        let beginning = String(text.prefix(longestHead))
            .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        var count = 0
        var hasField = false
        for line in beginning {
            if line.allSatisfy({ $0 == " " }) {
                guard hasField else { return nil }
                let rest = text.split(
                    maxSplits: count + 1, omittingEmptySubsequences: false,
                    whereSeparator: \.isNewline)
                return rest.last.map(String.init)
            }
            if fields.contains(where: { line.hasPrefix($0) }) {
                hasField = true
            } else if !(line.hasPrefix("--") && !line.contains(" ") && count == 0),
                !(hasField && line.first.map { " \t".contains($0) } ?? false)
            {
                return nil
            }
            count += 1
        }
        return nil
    }

    private static func decoded(_ text: String) -> String? {
        guard text.holds(UInt8(ascii: "=")) else { return nil }
        let bytes = Array(text.utf8)
        guard let counts = counts(bytes), counts.escapes + counts.breaks >= least else {
            return nil
        }
        // Whoever left the escapes in left no other letters.
        guard counts.escapes == 0 || bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x3D else {
                decoded.append(bytes[index])
                index += 1
                continue
            }
            if let byte = escape(bytes, at: index) {
                decoded.append(byte)
                index += 3
            } else {
                index += 1 + lineEnd(bytes, at: index + 1)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// How often both stand there; nil where a sign of equality is neither.
    private static func counts(_ bytes: [UInt8]) -> (escapes: Int, breaks: Int)? {
        var (escapes, breaks, start) = (0, 0, 0)
        for index in bytes.indices {
            if bytes[index] == 0x0A || bytes[index] == 0x0D { start = index + 1 }
            guard bytes[index] == 0x3D else { continue }
            if escape(bytes, at: index) != nil {
                escapes += 1
            } else if lineEnd(bytes, at: index + 1) > 0 || index + 1 == bytes.count {
                let columns = bytes[start...index].count { $0 & 0xC0 != 0x80 }
                guard broken.contains(columns) else { return nil }
                breaks += 1
            } else {
                return nil
            }
        }
        return (escapes, breaks)
    }

    private static func escape(_ bytes: [UInt8], at index: Int) -> UInt8? {
        guard index + 2 < bytes.count, let high = digit(bytes[index + 1]),
            let low = digit(bytes[index + 2])
        else { return nil }
        return high << 4 | low
    }

    /// Programs write them in capitals; "=ad" is something else.
    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        default: nil
        }
    }

    /// Bytes of the line's end at a place.
    private static func lineEnd(_ bytes: [UInt8], at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        if bytes[index] == 0x0A { return 1 }
        guard bytes[index] == 0x0D else { return 0 }
        return index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    }
}
