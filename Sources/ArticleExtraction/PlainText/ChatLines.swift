/// Takes off a text that was copied out of a chat who wrote each message, and when: "[20/10/26, 09:12:31] Ada Marl: …",
/// "[09:12] <ada> …", "Ada Marl, [20.10.2026 09:12]".
///
/// Where one person alone wrote, the messages are a text that was passed on in pieces; where several did, their names say
/// who, and all is left as it is.
enum ChatLines {
    typealias Line = LineSplitter.RawLine

    private static let longestStamp = 32
    private static let longestName = 40
    private static let mostWords = 5
    /// Words of a message on the average; what a machine writes again and again is shorter.
    private static let leastWords = 8

    private struct Head {
        var sender: String
        /// What stands behind it in its line.
        var rest: Substring
    }

    static func plain(_ lines: [Line]) -> [Line] {
        // A messenger's own lines stand above the first message.
        guard let start = lines.prefix(mostNotices + 1).firstIndex(where: { !isNotice($0.text) }),
            let first = head(lines[start].text)
        else { return lines }
        var result: [Line] = []
        var heads = 0
        var blanks = 0
        for line in lines[start...] {
            var line = line
            if heads > 0, isNotice(line.text) { continue }
            if let head = head(line.text) {
                guard head.sender == first.sender else { return lines }
                heads += 1
                let text = head.rest.drop { " \u{200E}".contains($0) }
                guard !text.isEmpty, !isOmitted(text) else {
                    blanks = max(1, blanks, line.blanksBefore)
                    continue
                }
                line.width = max(1, line.width - line.indent - line.text.count + text.count)
                line.indent = 0
                line.text = String(text)
            }
            line.blanksBefore = max(blanks, line.blanksBefore)
            blanks = 0
            result.append(line)
        }
        // A name and a time above one message are known as a line of a writer and a day.
        if heads == 1, first.rest.isEmpty { return lines }
        guard !result.isEmpty, PassedMail.words(of: result[...]) >= leastWords * heads else {
            return lines
        }
        return result
    }

    /// Lines of a messenger's own that stand above the first message.
    private static let mostNotices = 3

    /// "20/10/2026, 09:12 - Messages are encrypted. …": a day and a time, and nobody who wrote it.
    private static func isNotice(_ text: String) -> Bool {
        // What it says in somebody's place begins with a mark of direction.
        if text.contains(": \u{200E}"), let head = head(text),
            head.rest.drop(while: { $0 == " " }).first == "\u{200E}"
        {
            return true
        }
        guard let first = text.utf8.first, (0x30...0x39).contains(first),
            let dash = text.prefix(longestStamp).firstRange(of: " - "),
            text[..<dash.lowerBound].contains(where: { "/.".contains($0) })
        else { return false }
        return isStamp(text[..<dash.lowerBound]) && named(text[dash.upperBound...]) == nil
    }

    /// "<Media omitted>", in any language.
    private static func isOmitted(_ text: Substring) -> Bool {
        text.first == "<" && text.last == ">" && text.count <= longestName
    }

    private static func head(_ text: String) -> Head? {
        // Messengers put marks of direction before names and times.
        let text = text[...].drop { "\u{200E}\u{200F}\u{202A}\u{202B}\u{2068}".contains($0) }
        guard let first = text.utf8.first else { return nil }
        if first == UInt8(ascii: "[") { return bracketed(text) }
        if (0x30...0x39).contains(first) {
            let beginning = text.prefix(longestStamp)
            guard let dash = beginning.firstRange(of: " - ") else {
                // "09:12 < ada> …"
                guard let open = beginning.firstIndex(of: "<"), isStamp(text[..<open]) else {
                    return nil
                }
                return named(text[open...])
            }
            return isStamp(text[..<dash.lowerBound]) ? named(text[dash.upperBound...]) : nil
        }
        // "Ada Marl, [20.10.2026 09:12]:", "Ada Marl  [9:12 AM]"
        guard text.utf8.count <= (longestName + longestStamp) * 4,
            let open = text.lastIndex(of: "["), open > text.startIndex
        else { return nil }
        let behind = text[open...].drop { ": ".contains($0) || $0 == "[" }
        guard let close = behind.lastIndex(of: "]"), isStamp(behind[..<close]),
            behind[close...].dropFirst().allSatisfy({ ": ".contains($0) })
        else { return nil }
        let name = String(text[..<open]).trimmed(of: " ,")
        return isName(name[...]) ? Head(sender: name, rest: "") : nil
    }

    /// "[09:12] <ada> …", "[20/10/26, 09:12:31] Ada Marl: …", "[20/10/2026 09:12] Ada Marl"
    private static func bracketed(_ text: Substring) -> Head? {
        guard let close = text.prefix(longestName).firstIndex(of: "]") else { return nil }
        let inner = text[..<close].dropFirst()
        guard isStamp(inner) else {
            // "[Ada Marl] [9:12 AM] …"
            let behind = text[close...].dropFirst().drop { $0 == " " }
            guard isName(inner), behind.first == "[",
                let end = behind.prefix(longestStamp).firstIndex(of: "]"),
                isStamp(behind[..<end].dropFirst())
            else { return nil }
            return Head(sender: String(inner), rest: behind[end...].dropFirst())
        }
        let rest = text[text.index(after: close)...].drop { $0 == " " || $0 == "\u{200E}" }
        if let head = named(rest) { return head }
        guard isName(rest), !SentenceMarks.endsSentence(String(rest)) else { return nil }
        return Head(sender: String(rest).trimmed(of: " "), rest: "")
    }

    /// "<ada> …", "Ada Marl: …"
    private static func named(_ text: Substring) -> Head? {
        if text.first == "<" {
            guard let end = text.prefix(longestName).firstIndex(of: ">") else { return nil }
            return Head(
                sender: String(text[..<end].dropFirst()).trimmed(of: " @+~"),
                rest: text[text.index(after: end)...])
        }
        guard let colon = text.prefix(longestName).firstIndex(where: { ":：".contains($0) }) else {
            return nil
        }
        let rest = text[text.index(after: colon)...]
        guard isName(text[..<colon]), rest.isEmpty || rest.first == " " || text[colon] == "："
        else { return nil }
        return Head(sender: String(text[..<colon]), rest: rest)
    }

    private static func isName(_ text: Substring) -> Bool {
        (1...longestName).contains(text.count) && text.contains(where: \.isLetter)
            && text.split(separator: " ").count <= mostWords
    }

    /// A time of day, with a day before it or without.
    private static func isStamp(_ text: Substring) -> Bool {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex,
            text[text.index(before: colon)].isNumber,
            text[colon...].dropFirst().first?.isNumber ?? false
        else { return false }
        return text.count { $0.isLetter } <= longestStamp / 2
            && text.allSatisfy {
                $0.isNumber || $0.isLetter || $0.isWhitespace || "/.,:-()".contains($0)
            }
    }
}
