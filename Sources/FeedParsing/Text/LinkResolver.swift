/// Makes the relative links in a fragment of HTML absolute.
struct LinkResolver {
    let base: String

    /// The fragment with its links resolved; the same bytes where there is nothing to do.
    func resolve(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var result: [UInt8] = []
        var copied = html.startIndex
        var index = html.startIndex
        while let tag = html[index...].firstIndex(of: .lessThan) {
            index = tag + 1
            guard index < html.endIndex, html[index].isLetter else { continue }
            var end = index
            while end < html.endIndex, html[end].isNamePart { end += 1 }
            // A tag without attributes holds no link.
            if end < html.endIndex, html[end] == .greaterThan { continue }
            var scanner = AttributeScanner(bytes: html, position: end, isHTML: true)
            let (written, before) = (result.count, copied)
            while let attribute = scanner.next() {
                guard Self.holdsLink(html[attribute.name]),
                    let link = resolved(html[attribute.value])
                else { continue }
                result += html[copied..<attribute.value.lowerBound]
                result += link
                copied = attribute.value.upperBound
            }
            guard scanner.isComplete else {
                // A tag that is cut off is text.
                result.removeSubrange(written...)
                copied = before
                break
            }
            index = scanner.position
        }
        guard copied > html.startIndex else { return html }
        result += html[copied...]
        return result[...]
    }

    private static func holdsLink(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.count {
        case 3: name.equalsLowercase("src")
        case 4:
            name.equalsLowercase("href") || name.equalsLowercase("cite")
                || name.equalsLowercase("data")
        case 6: name.equalsLowercase("action") || name.equalsLowercase("poster")
        case 8: name.equalsLowercase("longdesc") || name.equalsLowercase("codebase")
        case 10: name.equalsLowercase("background")
        default: false
        }
    }

    /// nil where the link is absolute, or not one.
    private func resolved(_ value: ArraySlice<UInt8>) -> [UInt8]? {
        // "#note" is a place of the entry itself, whose address is not that of the feed's site.
        if value.isEmpty || Address.isWeb(value) || value.trimmed.first == .numberSign {
            return nil
        }
        let text = value.trimmed.string
        let absolute = Address.resolve(text, base: base)
        return absolute == text ? nil : Array(absolute.utf8)
    }
}
