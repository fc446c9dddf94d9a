/// Addresses as they go out.
public enum WebAddress {
    private static let digits = Array("0123456789ABCDEF".utf8)

    /// With what may not stand in an address (RFC 3986 §2) percent-encoded; what is encoded stays.
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "%") {
                let isEscape =
                    index + 2 < bytes.count && isHex(bytes[index + 1]) && isHex(bytes[index + 2])
                out += isEscape ? [byte] : Array("%25".utf8)
            } else if isAllowed(byte) {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return out
    }

    /// An http address as it may stand in a feed; nil for anything else.
    public static func link(_ text: String?) -> String? {
        guard let text, let bytes = ArticleHTML.address(Array(text.utf8), mail: false) else {
            return nil
        }
        // "http://" alone names nothing.
        let host = bytes.drop { $0 != UInt8(ascii: "/") }.dropFirst(2).prefix {
            $0 != UInt8(ascii: "/")
        }
        let isHost =
            !host.isEmpty
            && host.allSatisfy { isHostByte($0) }
        return isHost ? String(decoding: bytes, as: UTF8.self) : nil
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        isAllowed(byte) && !"?#".utf8.contains(byte)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "-._~:/?#[]@!$&'()*+,;=".utf8.contains(byte)
        }
    }
}
