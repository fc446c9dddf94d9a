/// HTML that was escaped once more than its format wants.
enum TwiceEscaped {
    /// The HTML that was meant; nil where the text is what it says.
    ///
    /// Only a text without a tag that begins with an escaped one, ends with one, and closes one: a text about markup
    /// speaks of it in the midst.
    static func undone(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        guard html.hasPrefix("&lt;"), html.suffix(4).equalsLowercase("&gt;"),
            !html.contains(.lessThan), closes(html)
        else { return nil }
        let name = html.dropFirst(4).prefix { $0.isLetter || $0.isDigit }
        guard HTMLNames.isElement(name) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        var index = html.startIndex
        while index < html.endIndex {
            if html[index] == .ampersand,
                let (text, length) = references.first(where: { html[index...].hasPrefix($0.1) })
                    .map({ ($0.0, $0.1.utf8.count) })
            {
                result.append(text)
                index += length
            } else {
                result.append(html[index])
                index += 1
            }
        }
        return result[...]
    }

    private static let references: [(UInt8, String)] = [
        (.lessThan, "&lt;"), (.greaterThan, "&gt;"), (.doubleQuote, "&quot;"),
        (.ampersand, "&amp;"), (.singleQuote, "&#39;"), (.singleQuote, "&apos;"),
    ]

    private static func closes(_ html: ArraySlice<UInt8>) -> Bool {
        var rest = html
        while let mark = rest.firstIndex(of: .ampersand) {
            if rest[mark...].hasPrefix("&lt;/") { return true }
            rest = rest[(mark + 1)...]
        }
        return false
    }
}
