/// The text of a menu of Gopher in which every line is one to be read (RFC 1436, "i"): "iThe bridge stays<tab>fake<tab>(NULL)<tab>0".
enum GopherMenu {
    /// The lines without their type and their place; nil where a text is no such menu.
    static func text(of menu: String) -> String? {
        guard menu.utf8.first == UInt8(ascii: "i") else { return nil }
        let lines = menu.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        guard let first = lines.first, words(of: first) != nil else { return nil }
        var rest: [Substring] = []
        for line in lines {
            if let words = words(of: line) {
                rest.append(words)
            } else if !line.isEmpty, line != "." {
                return nil
            }
        }
        return rest.joined(separator: "\n")
    }

    private static func words(of line: Substring) -> Substring? {
        guard line.first == "i" else { return nil }
        let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard parts.count == 4, let port = parts.last, port.allSatisfy(\.isNumber) else {
            return nil
        }
        return parts[0].dropFirst()
    }
}
