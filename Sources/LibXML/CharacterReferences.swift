import Charsets

/// Resolves the character references that stay in a text where it was escaped twice, or that stand in one which is no page.
public enum CharacterReferences {
    /// The text as it is shown. What stands for no character, and a name that HTML 4 and XML do not know, stays as written.
    public static func resolved(_ text: String) -> String {
        guard text.utf8.contains(0x26), text.utf8.contains(0x3B) else { return text }
        var out = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "&") {
            out += rest[..<start]
            let window = rest[start...].prefix(12)
            guard let end = window.firstIndex(of: ";"),
                let character = character(window[window.index(after: start)..<end])
            else {
                out.append("&")
                rest = rest[rest.index(after: start)...]
                continue
            }
            out.append(character)
            rest = rest[rest.index(after: end)...]
        }
        return StreamSafeText.mended(out + rest)
    }

    private static func character(_ name: Substring) -> Character? {
        if name.hasPrefix("#") {
            let isHex = name.dropFirst().first == "x" || name.dropFirst().first == "X"
            let digits = name.dropFirst(isHex ? 2 : 1)
            guard let value = UInt32(digits, radix: isHex ? 16 : 10), value > 0x1F else {
                return nil
            }
            return Unicode.Scalar(HTMLEntities.windows1252(value)).map(Character.init)
        }
        // XML's alone (XML 1.0 §4.6).
        if name == "apos" { return "'" }
        if name == "nbsp" { return " " }
        return HTMLEntities.scalar(named: name).map(Character.init)
    }
}
