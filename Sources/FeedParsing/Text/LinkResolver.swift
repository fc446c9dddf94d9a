/// Makes the relative links in a fragment of HTML absolute.
struct LinkResolver {
    let base: String

    /// The fragment with its links resolved; the same bytes where there is nothing to do.
    func resolve(_ html: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while let tag = html[index...].firstIndex(of: .lessThan) {
            index = tag + 1
            guard index < html.count, html[index].isLetter else { continue }
            var end = index
            while end < html.count, html[end].isNamePart { end += 1 }
            var scanner = AttributeScanner(bytes: html, position: end)
            guard scanner.scan() else { break }
            for attribute in scanner.attributes where Self.holdsLink(html[attribute.name]) {
                guard let link = resolved(html[attribute.value]) else { continue }
                result += html[copied..<attribute.value.lowerBound]
                result += link
                copied = attribute.value.upperBound
            }
            index = scanner.position
        }
        guard copied > 0 else { return html }
        result += html[copied...]
        return result
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
        if value.hasPrefix("http") && (value.hasPrefix("http:") || value.hasPrefix("https:")) {
            return nil
        }
        let text = value.trimmed.string
        let absolute = Address.resolve(text, base: base)
        return absolute == text ? nil : Array(absolute.utf8)
    }
}
