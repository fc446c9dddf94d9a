/// The links of a Link field of HTTP (RFC 8288 §3).
enum LinkField {
    struct Link: Equatable {
        var target: String
        /// By name in lower case; of two of a name the first counts.
        var parameters: [String: String] = [:]
    }

    /// Bytes of a field that are read.
    private static let limit = 8192

    /// What cannot be read is passed over.
    static func links(in field: String) -> [Link] {
        let bytes = Array(field.utf8.prefix(limit))
        var links: [Link] = []
        var index = 0
        while let open = bytes[index...].firstIndex(of: .lessThan),
            let close = bytes[open...].firstIndex(of: .greaterThan)
        {
            var link = Link(target: bytes[(open + 1)..<close].trimmed.string)
            index = close + 1
            while let (name, value) = parameter(bytes, &index) {
                if link.parameters[name] == nil { link.parameters[name] = value }
            }
            links.append(link)
        }
        return links
    }

    /// Reads `; name=value`; nil at the comma before the next link, and at the end.
    private static func parameter(_ bytes: [UInt8], _ index: inout Int) -> (String, String)? {
        skipSpace(bytes, &index)
        guard index < bytes.count, bytes[index] == .semicolon else { return nil }
        index += 1
        skipSpace(bytes, &index)
        let start = index
        while index < bytes.count, !isEnd(bytes[index]), bytes[index] != .equals { index += 1 }
        let name = bytes[start..<index].trimmed.string.lowercased()
        guard index < bytes.count, bytes[index] == .equals else { return (name, "") }
        index += 1
        skipSpace(bytes, &index)
        return (name, value(bytes, &index))
    }

    private static func value(_ bytes: [UInt8], _ index: inout Int) -> String {
        guard index < bytes.count, bytes[index] == .doubleQuote else {
            let start = index
            while index < bytes.count, !isEnd(bytes[index]) { index += 1 }
            return bytes[start..<index].trimmed.string
        }
        index += 1
        var text: [UInt8] = []
        while index < bytes.count, bytes[index] != .doubleQuote {
            if bytes[index] == 0x5C, index + 1 < bytes.count { index += 1 }
            text.append(bytes[index])
            index += 1
        }
        index = min(index + 1, bytes.count)
        return String(decoding: text, as: UTF8.self)
    }

    private static func isEnd(_ byte: UInt8) -> Bool { byte == .semicolon || byte == 0x2C }

    private static func skipSpace(_ bytes: [UInt8], _ index: inout Int) {
        while index < bytes.count, bytes[index].isSpace { index += 1 }
    }
}
