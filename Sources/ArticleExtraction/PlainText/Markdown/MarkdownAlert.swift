/// A quotation that is a box: "[!NOTE]", as GitHub writes it, "[!tip] Title" in notebooks.
enum MarkdownAlert {
    /// The first line as the box's title; the line itself where it is no box.
    static func title(of line: String) -> String? {
        guard line.hasPrefix("[!"), let close = line.firstIndex(of: "]") else { return nil }
        let name = line[..<close].dropFirst(2)
        guard (1...20).contains(name.count),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0 == "-") })
        else { return nil }
        var rest = line[line.index(after: close)...]
        if let first = rest.first, "+-".contains(first) { rest = rest.dropFirst() }
        guard rest.first.map({ $0 == " " }) ?? true else { return nil }
        let title = String(rest).trimmed(of: " ")
        return title.isEmpty
            ? name.prefix(1).uppercased() + name.dropFirst().lowercased() + ":" : title
    }
}
