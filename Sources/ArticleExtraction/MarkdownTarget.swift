/// What Markdown takes as it stands, without escapes: the targets of links and pictures, and labels.
///
/// The readers only make harmless ones; the writer looks again, because whatever slips through here is live.
enum MarkdownTarget {
    /// The title of links to what is attached: whoever reads the Markdown back tells them from the article's words by
    /// it. No other link has a title.
    static let attachmentTitle = "attached"

    /// The address with every byte percent-encoded that would end or break a link; nil where its scheme is
    /// another than http, https and mailto.
    static func written(_ url: String) -> String? {
        let head = url.prefix(8).lowercased()
        guard ["http://", "https://", "mailto:"].contains(where: head.hasPrefix) else { return nil }
        return encoded(url)
    }

    /// The address of a picture: of the web, or a path, which has no scheme and no host.
    static func picture(_ url: String) -> String? {
        written(url) ?? (isLocal(url) ? encoded(url) : nil)
    }

    static func isLocal(_ url: String) -> Bool {
        guard let first = url.utf8.first, first != 0x23, first != 0x5C, !url.hasPrefix("//"),
            url.utf8.count <= 1_000
        else { return false }
        return url.utf8.allSatisfy { $0 != 0x3A && $0 >= 0x20 }
    }

    private static func encoded(_ url: String) -> String {
        guard url.utf8.contains(where: isBreaking) else { return url }
        var bytes: [UInt8] = []
        for byte in url.utf8 {
            if isBreaking(byte) {
                bytes += [0x25, hexadecimal(byte >> 4), hexadecimal(byte & 15)]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The label of a footnote: letters, digits and hyphens.
    static func label(_ label: String) -> String {
        let clean = label.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
        }
        return clean.isEmpty ? "note" : clean
    }

    private static func isBreaking(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F...0xFF, 0x28, 0x29, 0x3C, 0x3E, 0x5C: true
        default: false
        }
    }

    private static func hexadecimal(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x37 + value
    }
}
