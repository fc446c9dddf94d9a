import Charsets

/// What files in archives are called. Their names are words: nothing is ever opened or made by them.
enum EntryName {
    /// Bytes of a name that are kept; archives allow 65,535.
    private static let longest = 1_024
    /// Folders that become tags.
    private static let deepest = 16

    /// UTF-8 where it is, else code page 437, which the first ZIP programs wrote.
    static func decode(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if isUTF8 { return StreamSafeText.mended(String(decoding: bytes, as: UTF8.self)) }
        var text = String.UnicodeScalarView()
        for byte in bytes {
            text.append(byte < 0x80 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 0x80])
        }
        return String(text)
    }

    /// The name on one line, of a length that a log bears, and without what leads out of a folder.
    static func plain(_ name: String) -> String {
        let parts = components(of: name)
        let joined = parts.joined(separator: "/")
        guard joined.utf8.count > longest else { return joined }
        // The end tells what it is.
        return "…"
            + String(decoding: joined.utf8.suffix(longest), as: UTF8.self).drop { $0 == "\u{FFFD}" }
    }

    /// "a/b.html" as "a/b (2).html", or with the first number of which there is no other.
    static func numbered(_ name: String, isNew: (String) -> Bool) -> String {
        let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
        let end = name[start...].dropFirst().lastIndex(of: ".") ?? name.endIndex
        var number = 2
        while true {
            let other = "\(name[..<end]) (\(number))\(name[end...])"
            if isNew(other) { return other }
            number += 1
        }
    }

    /// The folders of a name that become tags, outermost first.
    static func folders(of name: String) -> [String] {
        Array(
            components(of: name).dropLast().prefix(deepest)
                .filter { $0.utf8.count <= 255 && $0.lowercased() != "__macosx" })
    }

    /// Whether a file is what systems put into archives for themselves.
    static func isLitter(_ name: String) -> Bool {
        let parts = components(of: name)
        guard let last = parts.last else { return true }
        return parts.contains { $0.lowercased() == "__macosx" } || last.hasPrefix(".")
            || ["thumbs.db", "desktop.ini"].contains(last.lowercased())
    }

    private static func components(of name: String) -> [String] {
        name.split { $0 == "/" || $0 == "\\" }
            .map { part in
                String(String.UnicodeScalarView(part.unicodeScalars.filter { !isControl($0) }))
            }
            .filter { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }

    private static let codePage437 = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")
            .unicodeScalars)
}
