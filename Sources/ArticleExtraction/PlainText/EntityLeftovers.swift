import LibXML

/// Undoes what is left of HTML in a text that was made of a page: "&quot;" and "&nbsp;" for quotation marks and blanks.
///
/// A text that speaks of HTML has tags or "&lt;" as well, and is left as it is.
enum EntityLeftovers {
    /// So many of them tell it.
    private static let least = 2

    /// The text without them; nil where it has none, or they say nothing.
    static func undone(_ text: String) -> String? {
        guard text.holds(UInt8(ascii: "&")) else { return nil }
        var found = 0
        var rest = text.utf8[...]
        while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
            rest = rest[text.utf8.index(after: sign)...]
            // Names of firms have signs of their own.
            guard let first = rest.first, first != 0x20, first != 0x0A else { continue }
            guard let name = name(rest) else { continue }
            if ["lt", "gt", "#60", "#62"].contains(name) { return nil }
            found += 1
        }
        guard found >= least, !holdsTag(text.utf8) else { return nil }
        return CharacterReferences.resolved(text)
    }

    private static func name(_ rest: Substring.UTF8View) -> String? {
        let name = rest.prefix(10).prefix { $0 != UInt8(ascii: ";") }
        guard name.count >= 2, name.endIndex < rest.endIndex,
            rest[name.endIndex] == UInt8(ascii: ";"),
            name.allSatisfy({ $0 == UInt8(ascii: "#") || isLetterOrDigit($0) })
        else { return nil }
        return String(Substring(name))
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }

    /// "<p", "</p": an element begins or ends.
    private static func holdsTag(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[text.index(after: open)...]
            guard let next = rest.first else { return false }
            if next == UInt8(ascii: "/") || (0x41...0x5A).contains(next & 0xDF) { return true }
        }
        return false
    }
}
