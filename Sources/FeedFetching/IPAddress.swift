/// An IPv4 or IPv6 address as bytes in network order, 4 or 16 of them.
public struct IPAddress: Sendable, Hashable {
    public let bytes: [UInt8]

    public init?(bytes: [UInt8]) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    /// Reads "192.0.2.1" or "2001:db8::1"; no shorthand such as "127.1", no zone, no brackets.
    public init?(_ text: some StringProtocol) {
        guard let bytes = text.contains(":") ? IPAddress.six(text) : IPAddress.four(text) else {
            return nil
        }
        self.bytes = bytes
    }

    private static func four(_ text: some StringProtocol) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bytes: [UInt8] = []
        for part in parts {
            guard (1...3).contains(part.utf8.count),
                part.utf8.allSatisfy({ (48...57).contains($0) }),
                let byte = UInt8(part)
            else { return nil }
            bytes.append(byte)
        }
        return bytes
    }

    /// RFC 4291 §2.2.
    private static func six(_ text: some StringProtocol) -> [UInt8]? {
        let halves = text.split(
            separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
        guard halves.count == 2 else { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: some StringProtocol) -> [UInt8]? {
        if text.isEmpty { return [] }
        var bytes: [UInt8] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count <= 8 else { return nil }
        for (index, part) in parts.enumerated() {
            if part.contains("."), index == parts.count - 1, let last = four(part) {
                bytes += last
            } else if (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                let value = UInt16(part, radix: 16)
            {
                bytes += [UInt8(value >> 8), UInt8(value & 0xff)]
            } else {
                return nil
            }
        }
        return bytes
    }
}

extension IPAddress: CustomStringConvertible {
    /// IPv6 in full groups without zero compression: meant for messages only.
    public var description: String {
        if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
        return stride(from: 0, to: 16, by: 2).map { index in
            String(UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]), radix: 16)
        }.joined(separator: ":")
    }
}
