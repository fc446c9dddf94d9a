/// A subject without what answers, lists and forwards put before it.
enum Subject {
    /// - Parameters:
    ///   - list: whose mark in brackets goes.
    ///   - isList: whether it came over a list at all: then the first mark in brackets is the list's.
    static func bare(_ subject: String, list: ListName?, isList: Bool) -> String? {
        var rest = subject[...]
        for _ in 0..<20 {
            rest = rest.drop { $0 == " " }
            if let end = reply(rest) {
                rest = rest[end...]
            } else if rest.first == "[", let close = rest.firstIndex(of: "]"),
                isMark(rest[rest.index(after: rest.startIndex)..<close], list, isList)
            {
                let after = rest[rest.index(after: close)...].drop { $0 == " " }
                // A subject of nothing else is one.
                guard !after.isEmpty else { break }
                rest = after
            } else {
                break
            }
        }
        let text = withoutNumber(String(rest).trimmingBlanks())
        if text.hasSuffix("(fwd)") { return String(text.dropLast(5)).trimmingBlanks() }
        return text.isEmpty ? nil : text
    }

    /// Without "(Issue #12)", "(Discussion #42)": what trackers put behind it.
    private static func withoutNumber(_ subject: String) -> String {
        guard subject.hasSuffix(")"), let open = subject.lastIndex(of: "(") else { return subject }
        let words = subject[open...].dropFirst().dropLast().split(separator: " ")
        guard words.count == 2, trackers.contains(words[0].lowercased()), words[1].hasPrefix("#"),
            words[1].dropFirst().allSatisfy(\.isNumber)
        else { return subject }
        let rest = String(subject[..<open]).trimmingBlanks()
        return rest.isEmpty ? subject : rest
    }

    private static let trackers: Set<String> = ["issue", "pr", "discussion", "bug", "ticket"]

    /// Whether a subject says that the message passes another on: the last that was put before it is "Fwd:", "WG:" or the
    /// like, or "(fwd)" stands behind it.
    static func isForward(_ subject: String) -> Bool {
        let text = subject[...].drop { $0 == " " }
        if text.lowercased().hasSuffix("(fwd)") { return true }
        guard let end = reply(text) else { return false }
        return forwards.contains(small(text[..<end]).filter { $0.isLetter })
    }

    /// Behind "Re:", "Re[2]:", "AW :", "回复：" and the like; nil where none stands.
    private static func reply(_ text: Substring) -> Substring.Index? {
        guard let colon = text.prefix(12).firstIndex(where: { $0 == ":" || $0 == "：" }) else {
            return nil
        }
        var word = small(text[..<colon]).filter { $0 != " " }
        if let open = word.firstIndex(where: { "[(^*".contains($0) }) {
            let count = word[open...].filter { !"[]()^*".contains($0) }
            guard count.allSatisfy(\.isNumber) else { return nil }
            word = String(word[..<open])
        }
        return marks.contains(word) ? text.index(after: colon) : nil
    }

    /// In small letters, of which the Turkish "İ" has no second dot.
    private static func small(_ text: Substring) -> String {
        var small = text.lowercased()
        small.unicodeScalars.removeAll { $0 == "\u{307}" }
        return small
    }

    private static func isMark(_ text: Substring, _ list: ListName?, _ isList: Bool) -> Bool {
        let mark = folded(text)
        guard !mark.isEmpty, text.count <= 60 else { return false }
        if programs.contains(mark) { return true }
        for name in [list?.name, list?.label].compactMap({ $0 }).map({ folded($0[...]) })
        where !name.isEmpty {
            if name.hasPrefix(mark) || mark.hasPrefix(name) { return true }
        }
        // "[PATCH 2/3]", "[2026]" say something of the message.
        return isList && !text.contains { $0.isNumber } && text.split(separator: " ").count <= 3
            && !notices.contains(mark)
    }

    private static func folded(_ text: Substring) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// What programs put before any subject: of posts that are sent, and of mails that come from outside.
    private static let programs: Set<String> = [
        "newpost", "neuerbeitrag", "nouvelarticle", "nuevaentrada", "nuovoarticolo",
        "novapublicação",
        "nieuwbericht", "external", "externalemail", "extern", "ext", "spam", "sospetto",
    ]
    private static let notices: Set<String> = [
        "patch", "rfc", "announce", "announcement", "update", "updated", "correction", "vote",
        "sponsored", "video", "podcast", "exclusive", "opinion", "analysis",
    ]
    /// What is put before the subject of a message that is passed on.
    private static let forwards: Set<String> = [
        "fwd", "fw", "wg", "tr", "rv", "i", "vb", "vl", "doorst", "pd", "ilt", "enc", "továbbítás",
        "转发", "轉寄", "転送", "пересл", "πρθ", "전달", "fs", "videresendt", "vidarebefordrat",
    ]
    private static let marks: Set<String> = forwards.union([
        "re", "aw", "sv", "vs", "ref", "antw", "betr", "odp", "ynt", "res", "rif", "r", "atb",
        "回复", "答复", "回覆", "返信", "отв", "ответ", "σχετ", "απ", "תגובה", "رد",
    ])
}

extension String {
    /// Without the blanks around it.
    func trimmingBlanks() -> String {
        var text = self[...]
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
