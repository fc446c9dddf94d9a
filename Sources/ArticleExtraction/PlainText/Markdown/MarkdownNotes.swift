/// The footnotes of a Markdown file: "[^label]: text", with lines that go on below it, indented.
struct MarkdownNotes {
    struct Note {
        var label: String
        var lines: [String]
    }

    private(set) var all: [Note] = []
    /// What is shown for a reference, by the folded label.
    private(set) var marks: [String: String] = [:]

    private static let longestLabel = 100

    /// Takes the notes out of the lines; one of a label that was there before stays in the text.
    mutating func take(from lines: ArraySlice<String>) -> [String] {
        var rest: [String] = []
        var inFence = false
        var isOpen = false
        for line in lines {
            if line.hasPrefix("```") || line.hasPrefix("~~~") { inFence.toggle() }
            if !inFence, let (label, text) = Self.opening(line), marks[label] == nil {
                let isNumber = label.allSatisfy { $0.isASCII && $0.isNumber }
                marks[label] = isNumber ? label : String(all.count + 1)
                all.append(Note(label: label, lines: [text]))
                isOpen = true
                continue
            }
            let isBlank = line.allSatisfy { $0 == " " }
            if isOpen, line.hasPrefix("  ") && !isBlank {
                let indent = min(4, line.prefix { $0 == " " }.count)
                all[all.count - 1].lines.append(String(line.dropFirst(indent)))
                continue
            }
            let isReference = line.hasPrefix("[") && line.contains("]:")
            if isOpen, !isBlank, !isReference, all[all.count - 1].lines.last != "" {
                // A line of the same paragraph.
                all[all.count - 1].lines.append(line)
                continue
            }
            if isOpen, isBlank { all[all.count - 1].lines.append("") }
            if !isBlank { isOpen = false }
            rest.append(line)
        }
        return rest
    }

    private static func opening(_ line: String) -> (label: String, text: String)? {
        guard line.hasPrefix("[^"), let close = line.firstRange(of: "]:") else { return nil }
        let label = line[line.index(line.startIndex, offsetBy: 2)..<close.lowerBound]
        guard !label.isEmpty, label.utf8.count <= longestLabel, !label.contains(" ") else {
            return nil
        }
        let text = String(line[close.upperBound...]).trimmed(of: " ")
        return (TextFolding.fold(String(label)), text)
    }
}
