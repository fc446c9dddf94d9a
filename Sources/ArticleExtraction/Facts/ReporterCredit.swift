/// Reads the credit of a Chinese news agency or paper: "（记者 某某）", "本报记者 某某 某某".
enum ReporterCredit {
    /// The reporters whom the beginning or the end of a line names; empty where it names none.
    ///
    /// A name has two to four ideographs after a space; sentences about a reporter have no space there.
    static func names(in line: String) -> [String] {
        for part in [line.suffix(48), line.prefix(48)] {
            let names = names(inPart: part)
            if !names.isEmpty { return names }
        }
        return []
    }

    private static func names(inPart part: Substring) -> [String] {
        for word in ["记者", "記者"] {
            for found in part.ranges(of: word) {
                let names = names(in: part, at: found)
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    private static func names(in part: Substring, at word: Range<Substring.Index>) -> [String] {
        let before = part[..<word.lowerBound].last
        let rest = part[word.upperBound...]
        guard before.map(openers.contains) ?? true, let space = rest.first,
            " \u{3000}：:".contains(space)
        else { return [] }
        let credit = rest.prefix { !"）)，。,;；|/".contains($0) }
        let words = credit.split { " \u{3000}：:、".contains($0) }.map(String.init)
        return Array(words.prefix { isName($0) }.prefix(4))
    }

    private static let openers: Set<Character> = ["（", "(", "报", "報", "社", "台", "□", " "]

    private static func isName(_ word: String) -> Bool {
        (2...4).contains(word.count)
            && word.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
            && !deeds.contains { word.hasSuffix($0) }
    }

    /// "…报道", "…摄": what was done, not who.
    private static let deeds = ["报道", "報道", "摄影", "摄", "实习生", "通讯员"]
}
