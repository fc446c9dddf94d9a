/// The form of an entry of [http] allow_hosts: HOST, IP or CIDR, each with an optional :PORT.
enum AllowedHost {
    /// What is wrong with an entry; nil where nothing is.
    static func fault(_ text: String) -> String? {
        if text.isEmpty { return "it is empty" }
        if text.contains("//") { return "it is a URL" }
        let (host, port) = split(text)
        if let port, !(1...65535).contains(Int(port) ?? 0) { return "\(port) is no port" }
        let parts = host.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let isIPv6 = parts[0].contains(":")
        if parts.count == 2 {
            guard let bits = Int(parts[1]), (0...(isIPv6 ? 128 : 32)).contains(bits) else {
                return "/\(parts[1]) is no prefix length"
            }
            guard isIPv6 || isIPv4(parts[0]) else { return "\(parts[0]) is no IP address" }
        }
        let allowed: (Character) -> Bool = { character in
            isIPv6
                ? character.isHexDigit || character == ":" || character == "."
                : character.isLetter || character.isNumber || "-._".contains(character)
        }
        return parts[0].isEmpty || !parts[0].allSatisfy(allowed)
            ? "\(parts[0]) is neither a host name nor an IP address" : nil
    }

    /// Takes the port off: "[::1]:8080", "example.org:80", "10.0.0.0/8:80"; a bare IPv6 address has none.
    private static func split(_ text: String) -> (host: Substring, port: Substring?) {
        if text.hasPrefix("["), let end = text.lastIndex(of: "]") {
            let host = text[text.index(after: text.startIndex)..<end]
            let rest = text[text.index(after: end)...]
            if rest.isEmpty { return (host, nil) }
            if rest.hasPrefix(":") { return (host, rest.dropFirst()) }
            // "[fd00::]/8:80": the prefix length follows the brackets.
            let parts = rest.split(separator: ":", maxSplits: 1)
            return (Substring(host + parts[0]), parts.count == 2 ? parts[1] : nil)
        }
        guard text.count(where: { $0 == ":" }) == 1, let colon = text.firstIndex(of: ":") else {
            return (text[...], nil)
        }
        return (text[..<colon], text[text.index(after: colon)...])
    }

    private static func isIPv4(_ text: Substring) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }
}
