/// A block of addresses: all that share the first bits of one (RFC 4632 §3.1).
public struct IPRange: Sendable, Hashable {
    public let base: IPAddress
    public let bits: Int

    public init?(base: IPAddress, bits: Int) {
        guard (0...base.bytes.count * 8).contains(bits) else { return nil }
        self.base = base
        self.bits = bits
    }

    /// Reads "10.0.0.0/8", "fd00::/8", or one address.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let base = IPAddress(parts[0]) else { return nil }
        if parts.count == 1 {
            self.init(base: base, bits: base.bytes.count * 8)
        } else {
            guard let bits = Int(parts[1]) else { return nil }
            self.init(base: base, bits: bits)
        }
    }

    public func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        let whole = bits / 8
        guard address.bytes.prefix(whole).elementsEqual(base.bytes.prefix(whole)) else {
            return false
        }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xff << (8 - rest))
        return address.bytes[whole] & mask == base.bytes[whole] & mask
    }
}
