/// A directive of reStructuredText: ".. name:: argument", its options, and what stands below.
struct RestructuredDirective {
    var name: String
    var argument: Substring
    var options: [String: Substring]
    var content: ArraySlice<Substring>

    static let admonitions: Set<String> = [
        "note", "warning", "tip", "hint", "important", "caution", "danger", "attention", "error",
        "seealso", "admonition", "versionadded", "versionchanged", "deprecated",
    ]
    /// Directives whose content is text of the document.
    static let wrappers: Set<String> = [
        "container", "class", "rst-class", "compound", "sidebar", "topic", "rubric", "centered",
        "only", "pull-quote", "epigraph", "highlights", "glossary", "details", "collapse",
    ]

    /// Rows of a table that are its head.
    var headRows: Int { options["header-rows"].flatMap { Int($0.filter { $0.isNumber }) } ?? 0 }

    /// The values of a line of CSV; quoted ones may hold commas, and quotes twice.
    static func values(_ line: Substring) -> [String] {
        var values = [""]
        var isQuoted = false
        for sign in line {
            switch sign {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: values.append("")
            default: values[values.count - 1].append(sign)
            }
        }
        return values.map(StatedFacts.trimmed)
    }
}
