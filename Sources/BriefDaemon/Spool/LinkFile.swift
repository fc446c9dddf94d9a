/// The addresses in a .url file: an INI file as browsers write it (`[InternetShortcut]`, `URL=…`), or one address
/// a line.
///
/// Looked at byte by byte, in time linear in the file: this runs in the daemon.
enum LinkFile {
    /// More than this is no list of links that somebody dropped by hand.
    static let limit = 1_000

    static func addresses(in text: String) -> [String] {
        var addresses: [String] = []
        var seen: Set<[UInt8]> = []
        for line in text.unicodeScalars.split(whereSeparator: isLineEnd) {
            guard let address = address(in: line), seen.insert(Array(address.utf8)).inserted else {
                continue
            }
            addresses.append(address)
            if addresses.count == limit { break }
        }
        return addresses
    }

    private static func address(in line: Substring.UnicodeScalarView) -> String? {
        var line = line.drop { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
        while line.last?.properties.isWhitespace == true { line.removeLast() }
        if begins(line, with: "url=") { line = line.dropFirst(4) }
        guard begins(line, with: "http://") || begins(line, with: "https://") else { return nil }
        return String(line)
    }

    /// Whether text begins with ASCII in lower case, whatever its own case.
    private static func begins(_ text: Substring.UnicodeScalarView, with start: String) -> Bool {
        text.prefix(start.utf8.count).elementsEqual(start.unicodeScalars) { scalar, letter in
            scalar.isASCII && scalar.properties.lowercaseMapping.unicodeScalars.first == letter
        }
    }

    /// As `Character.isNewline`.
    private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
