@testable import ArticleExtraction

/// What is live in Markdown: raw HTML, and targets that are neither web nor mail addresses. Code is left out.
func liveParts(of markdown: String) -> [String] {
    var found: [String] = []
    var fence: String?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
        let content = withoutMarks(line)
        if let open = fence {
            if content == open { fence = nil }
            continue
        }
        if content.hasPrefix("```") {
            fence = String(content.prefix { $0 == "`" })
            continue
        }
        found += live(withoutSpans(Array(content.unicodeScalars)))
    }
    return found
}

/// The line without the marks of lists, quotes and notes around its block.
private func withoutMarks(_ line: Substring) -> Substring {
    line.drop { " >-*.)0123456789".contains($0) }
}

private func live(_ scalars: [Unicode.Scalar]) -> [String] {
    var found: [String] = []
    for (index, scalar) in scalars.enumerated() {
        let rest = String(String.UnicodeScalarView(scalars[index...].prefix(24)))
        let isEscaped =
            scalars[..<index].reversed().prefix { $0 == "\\" }.count % 2 == 1
        if scalar == "<", !isEscaped { found.append(rest) }
        if scalar == ">", !isEscaped { found.append(rest) }
        if rest.hasPrefix("]("), !isEscaped,
            !["](http://", "](https://", "](mailto:"].contains(where: rest.hasPrefix)
        {
            found.append(rest)
        }
        if rest.hasPrefix("]:"), !isEscaped, !scalars[..<index].contains("^") { found.append(rest) }
        if HiddenCharacter.isHidden(scalar) { found.append("U+\(scalar.value)") }
    }
    return found
}

/// The line without its code spans; an escaped backtick opens none.
private func withoutSpans(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var out: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
        guard scalars[index] == "`", out.last != "\\" else {
            out.append(scalars[index])
            index += 1
            continue
        }
        let run = scalars[index...].prefix { $0 == "`" }.count
        var end = index + run
        while end < scalars.count {
            let length = scalars[end...].prefix { $0 == "`" }.count
            if length == run { break }
            end += max(1, length)
        }
        index = end + run
    }
    return out
}

/// The words of a text: runs of letters and digits.
func words(_ text: String) -> [String] {
    text.unicodeScalars.split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
        .map { String(String.UnicodeScalarView($0)) }
}
