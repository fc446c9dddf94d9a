/// "%41" and the like (RFC 3986 §2.1).
enum PercentCode {
    /// What is no code stays as it is.
    static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        Hex.decoded(bytes, mark: 0x25)
    }
}

/// The content-transfer-encoding "quoted-printable" (RFC 2045 §6.7), and its sister in header fields (RFC 2047 §4.2).
enum QuotedPrintable {
    /// What is no code stays as it is, as RFC 2045 advises.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var lines = LineCursor(bytes)
        while true {
            let start = lines.place
            guard var line = lines.next() else { break }
            let end = bytes[line.endIndex..<lines.place]
            // Blanks at the end were put there on the way.
            while line.last == 0x20 || line.last == 9 { line.removeLast() }
            let isSoft = line.last == 0x3D
            if isSoft { line.removeLast() }
            output += line.contains(0x3D) ? Hex.decoded(line, mark: 0x3D) : Array(line)
            if !isSoft { output += end }
            if lines.place == start { break }
        }
        return output
    }

    /// Of an encoded word: "_" is a blank.
    static func decodedWord(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        Hex.decoded(bytes.map { $0 == 0x5F ? 0x20 : $0 }, mark: 0x3D)
    }
}

private enum Hex {
    /// Two digits behind each mark.
    static func decoded(_ bytes: some Collection<UInt8>, mark: UInt8) -> [UInt8] {
        let bytes = Array(bytes)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            if bytes[place] == mark, place + 2 < bytes.count, let high = digit(bytes[place + 1]),
                let low = digit(bytes[place + 2])
            {
                output.append(high << 4 | low)
                place += 3
            } else {
                output.append(bytes[place])
                place += 1
            }
        }
        return output
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}

/// Base 64 (RFC 2045 §6.8) and its form for addresses (RFC 4648 §5).
enum Base64Code {
    /// What is no letter of it is passed over; a padding within is where another piece begins.
    static func decoded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.underestimatedCount * 3 / 4)
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            let value = values[Int(byte)]
            if value < 64 {
                buffer = buffer << 6 | UInt32(value)
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    output.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
                }
            } else if byte == 0x3D {
                bits = 0
            }
        }
        return output
    }

    /// Whether it ends within a group of four letters, without the padding that ends one.
    static func isCut(_ bytes: some Sequence<UInt8>) -> Bool {
        var letters = 0
        for byte in bytes {
            if byte == 0x3D { return false }
            if values[Int(byte)] < 64 { letters += 1 }
        }
        return letters % 4 != 0
    }

    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, letter) in letters.utf8.enumerated() { values[Int(letter)] = UInt8(value) }
        values[0x2D] = 62
        values[0x5F] = 63
        return values
    }()
}

/// Bytes encoded in mail's way of uuencode.
enum UUCode {
    /// From the line "begin MODE NAME" to "end"; nil where there is none.
    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        var lines = LineCursor(bytes)
        var output: [UInt8] = []
        var isBegun = false
        while let line = lines.next() {
            if !isBegun {
                isBegun = line.starts(with: "begin ".utf8)
                continue
            }
            if line.elementsEqual("end".utf8) { return output }
            guard let first = line.first else { continue }
            var left = Int((first &- 0x20) & 63)
            var buffer: UInt32 = 0
            var bits = 0
            for byte in line.dropFirst() {
                buffer = buffer << 6 | UInt32((byte &- 0x20) & 63)
                bits += 6
                if bits >= 8, left > 0 {
                    bits -= 8
                    left -= 1
                    output.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
                }
            }
        }
        return isBegun ? output : nil
    }
}
