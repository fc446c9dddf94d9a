/// What kind of network an address belongs to, by IANA's special-purpose registries (RFC 6890).
enum AddressScope {
    private struct Special {
        let range: IPRange
        let name: String

        init?(_ text: String, _ name: String) {
            guard let range = IPRange(text) else { return nil }
            self.range = range
            self.name = name
        }
    }

    private static let specials: [Special] = [
        Special("0.0.0.0/8", "unspecified"), Special("10.0.0.0/8", "private"),
        Special("100.64.0.0/10", "carrier-grade NAT"), Special("127.0.0.0/8", "loopback"),
        Special("169.254.0.0/16", "link-local"), Special("172.16.0.0/12", "private"),
        Special("192.0.0.0/24", "reserved"), Special("192.0.2.0/24", "documentation"),
        Special("192.88.99.0/24", "6to4 relay"), Special("192.168.0.0/16", "private"),
        Special("198.18.0.0/15", "benchmarking"), Special("198.51.100.0/24", "documentation"),
        Special("203.0.113.0/24", "documentation"), Special("224.0.0.0/4", "multicast"),
        Special("240.0.0.0/4", "reserved"), Special("::/128", "unspecified"),
        Special("::1/128", "loopback"), Special("64:ff9b:1::/48", "local NAT64"),
        Special("100::/64", "discard"), Special("2001::/23", "reserved"),
        Special("2001:db8::/32", "documentation"), Special("3fff::/20", "documentation"),
        Special("5f00::/16", "segment routing"), Special("fc00::/7", "unique-local"),
        Special("fe80::/10", "link-local"), Special("fec0::/10", "site-local"),
        Special("ff00::/8", "multicast"),
    ].compactMap { $0 }

    /// Prefixes after which an IPv4 address stands: where it begins.
    private static let carriers: [(range: IPRange, offset: Int)] = [
        ("::ffff:0:0/96", 12), ("::ffff:0:0:0/96", 12), ("64:ff9b::/96", 12), ("2002::/16", 2),
        ("::/96", 12),
    ].compactMap { text, offset in IPRange(text).map { ($0, offset) } }

    /// The name of the special network that an address belongs to; nil for a public address. An IPv6 address
    /// that carries an IPv4 address (v4-mapped, NAT64, 6to4) is what the address within is.
    static func special(_ address: IPAddress) -> String? {
        if let special = specials.first(where: { $0.range.contains(address) }) {
            return special.name
        }
        for carrier in carriers where carrier.range.contains(address) {
            let inner = Array(address.bytes[carrier.offset..<(carrier.offset + 4)])
            guard let four = IPAddress(bytes: inner) else { return "reserved" }
            return specials.first { $0.range.contains(four) }?.name
        }
        return nil
    }

    /// The address itself, or the IPv4 address that a v4-mapped one stands for (RFC 4291 §2.5.5.2).
    static func plain(_ address: IPAddress) -> IPAddress {
        guard let mapped = IPRange("::ffff:0:0/96"), mapped.contains(address) else {
            return address
        }
        return IPAddress(bytes: Array(address.bytes[12...])) ?? address
    }
}
