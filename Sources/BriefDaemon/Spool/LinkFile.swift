/// The addresses in a .url file: an INI file as browsers write it (`[InternetShortcut]`, `URL=…`), or one address
/// a line.
enum LinkFile {
    /// More than this is no list of links that somebody dropped by hand.
    static let limit = 1_000

    static func addresses(in text: String) -> [String] {
        var addresses: [String] = []
        for line in text.split(whereSeparator: \.isNewline) {
            var address = line.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
            while address.last?.isWhitespace == true { address.removeLast() }
            if address.lowercased().hasPrefix("url=") { address = address.dropFirst(4) }
            let lower = address.lowercased()
            guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else { continue }
            let found = String(address)
            if !addresses.contains(found) { addresses.append(found) }
            if addresses.count == limit { break }
        }
        return addresses
    }
}
