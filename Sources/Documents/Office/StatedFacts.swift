/// What the properties of a document say, as far as somebody filled them in: programs put names of files, templates and
/// accounts there.
enum StatedFacts {
    /// The title, unless a program put it there.
    static func title(_ text: String) -> String? {
        let title = trimmed(text)
        let lower = title.lowercased()
        let made = [
            "microsoft word", "microsoft powerpoint", "microsoft excel", "untitled", "ohne titel",
            "sans titre", "powerpoint pr", "powerpoint-pr", "slide 1", "layout 1", "about:blank",
        ]
        let bare = ["document", "dokument", "print", "presentation", "template", "vorlage"]
        let places = ["http://", "https://", "file:"]
        guard title.count > 3, title.count < 300, title.contains(where: \.isLetter),
            !made.contains(where: lower.hasPrefix), !places.contains(where: lower.hasPrefix),
            !bare.contains(where: { lower.hasPrefix($0) && lower.count < $0.count + 4 })
        else { return nil }
        // Names of files: a suffix at the end, or no blank and a sign that titles have not.
        let suffixes = [
            ".doc", ".docx", ".odt", ".rtf", ".pdf", ".qxd", ".qxp", ".indd", ".tex", ".dvi", ".ps",
            ".ppt", ".pptx", ".xls", ".xlsx", ".txt", ".html", ".htm", ".pages", ".pub", ".fm",
        ]
        if suffixes.contains(where: lower.hasSuffix) { return nil }
        if !title.contains(" "), title.contains(where: { "_/\\0123456789".contains($0) }) {
            return nil
        }
        return title
    }

    /// Names of people have a first and a last one; that of an account has not.
    static func authors(_ text: String) -> [String] {
        let author = trimmed(text)
        guard author.count < 300, !author.contains("@"), !author.contains("\\") else { return [] }
        let names = author.split { ";".contains($0) }.map { trimmed(String($0)) }
        return names.flatMap(parted).filter(isName)
    }

    /// "Ada Lindqvist and Radu Petrescu" are two, "Department of Bells and Ferries" is one.
    private static func parted(_ name: String) -> [String] {
        for joint in [" and ", " & ", ", "] where name.contains(joint) {
            let parts = name.split(separator: joint).map { trimmed(String($0)) }
            let areNames = parts.allSatisfy { part in
                let words = part.split(separator: " ")
                return (2...4).contains(words.count)
                    && words.allSatisfy { $0.first?.isUppercase ?? false }
            }
            if areNames { return parts }
        }
        return [name]
    }

    private static func isName(_ name: String) -> Bool {
        let lower = name.lowercased()
        guard !lower.contains("user"), !lower.contains("microsoft"), !lower.contains("admin") else {
            return false
        }
        // Some scripts write names without a blank.
        if name.unicodeScalars.contains(where: PDFCharacters.isUnspaced) { return name.count >= 2 }
        let words = name.split(separator: " ")
        return words.count >= 2 && words.count <= 8
            && words.allSatisfy { $0.contains(where: \.isLetter) }
    }

    /// The day of "2022-05-09T14:46:35Z": at what hour somebody pressed a button is no fact of the article. Programs that
    /// keep none write a day long past.
    static func day(_ text: String) -> String? {
        let day = trimmed(text).prefix(10)
        guard day.utf8.count == 10 else { return nil }
        let isDay = day.utf8.enumerated().allSatisfy { index, byte in
            index == 4 || index == 7
                ? byte == UInt8(ascii: "-") : byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        }
        guard isDay, let year = Int(day.prefix(4)), year > 1980 else { return nil }
        return String(day)
    }

    /// A language tag, "und" and the like left out.
    static func language(_ text: String) -> String? {
        let tag = trimmed(text)
        guard tag.utf8.count >= 2, tag.utf8.count <= 35, tag.lowercased() != "und",
            tag.utf8.allSatisfy({
                $0 == UInt8(ascii: "-") || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
                    || $0 >= 0x30 && $0 <= 0x39
            })
        else { return nil }
        return tag
    }

    static func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
