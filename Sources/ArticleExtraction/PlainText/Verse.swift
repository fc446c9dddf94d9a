/// Tells verse from prose: stanzas of short lines, which no width explains.
enum Verse {
    private static let longestLine = 75
    private static let meanLine = 50

    /// A paragraph for each stanza, with its lines; nil where the text is no verse.
    static func stanzas(of lines: [TextLine]) -> [Block]? {
        guard lines.count >= 6,
            lines.allSatisfy({ $0.marker == .none && $0.raw == nil && $0.text.count <= longestLine }
            )
        else { return nil }
        var stanzas: [[TextLine]] = []
        for line in lines {
            if line.blanksBefore > 0 || stanzas.isEmpty { stanzas.append([]) }
            stanzas[stanzas.count - 1].append(line)
        }
        let inStanzas = stanzas.filter { $0.count >= 2 }.reduce(0) { $0 + $1.count }
        let letters = lines.reduce(0) { $0 + $1.text.count }
        guard stanzas.count >= 2, inStanzas * 10 >= lines.count * 8,
            letters <= meanLine * lines.count
        else { return nil }
        return stanzas.map { stanza in
            var content: [Inline] = []
            for line in stanza {
                if !content.isEmpty { content.append(.lineBreak) }
                content.append(.text(line.text))
            }
            return .paragraph(content)
        }
    }
}
