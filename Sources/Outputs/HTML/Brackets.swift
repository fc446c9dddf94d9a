/// Which bracket closes which, in one pass.
struct Brackets {
    private var ends: [Int: Int] = [:]

    init(_ bytes: ArraySlice<UInt8>) {
        var open: [Int] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): open.append(index)
            case UInt8(ascii: "]"):
                if let start = open.popLast() { ends[start] = index }
            default: break
            }
            index += 1
        }
    }

    /// The place of the bracket that closes the one at `start`.
    func end(of start: Int) -> Int? { ends[start] }

    /// Without the backslashes of escapes.
    static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.endIndex,
                isPunctuation(bytes[index + 1])
            {
                index += 1
            }
            plain.append(bytes[index])
            index += 1
        }
        return plain
    }

    static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2f).contains(byte) || (0x3a...0x40).contains(byte) || (0x5b...0x60).contains(byte)
            || (0x7b...0x7e).contains(byte)
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 }

    static func isWord(_ byte: UInt8) -> Bool { !isSpace(byte) && !isPunctuation(byte) }
}

/// "(address)" or "(address "title")" behind a bracket.
struct LinkTarget {
    /// Nil where there is none, or one too long to be meant.
    var address: [UInt8]?
    /// The place behind it.
    var end: Int

    private static let longest = 8_192

    init?(_ bytes: ArraySlice<UInt8>, behind bracket: Int) {
        var index = bracket + 1
        guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "(") else { return nil }
        index += 1
        let limit = min(bytes.endIndex, index + Self.longest)
        let isBracketed = index < limit && bytes[index] == UInt8(ascii: "<")
        if isBracketed { index += 1 }
        let start = index
        var depth = 0
        scan: while index < limit {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: ">") where isBracketed: break scan
            case UInt8(ascii: "(") where !isBracketed: depth += 1
            case UInt8(ascii: ")") where !isBracketed:
                if depth == 0 { break scan }
                depth -= 1
            case 0x20 where !isBracketed, 0x09 where !isBracketed, 0x0A: break scan
            default: break
            }
            index += 1
        }
        guard index < limit else { return nil }
        address = Brackets.plain(bytes[start..<index])
        if isBracketed { index += 1 }
        // A title is left out; it ends at the first bracket that closes.
        guard let close = bytes[index..<limit].firstIndex(of: UInt8(ascii: ")")) else { return nil }
        end = close + 1
    }
}
