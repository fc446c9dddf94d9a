import BriefModel
import FoundationEssentials

enum ImportedTags {
    /// Tags in one text: Pocket's "a|b", "a,b", and the lists of Instapaper and Readwise, "[""a"",""b""]" and "['a', 'b']".
    /// Where a sign divides them, a comma within one is its own.
    static func split(_ text: String) -> [String] {
        let text = OutputFact.line(text)
        guard text.hasPrefix("["), text.hasSuffix("]") else {
            let sign: Character = text.contains("|") ? "|" : ","
            return text.split(separator: sign).map { OutputFact.line(String($0)) }
                .filter { !$0.isEmpty }
        }
        // What is no list of JSON is read by its quotes.
        let list = (try? JSONValue.read(Array(text.utf8)))?.array?.compactMap(\.string)
        return (list ?? quoted(text.dropFirst().dropLast())).map(OutputFact.line)
            .filter { !$0.isEmpty }
    }

    /// "'a, b', \"it's\", c" as Python writes and others scribble it.
    private static func quoted(_ text: Substring) -> [String] {
        var tags: [String] = []
        var tag = ""
        var quote: Character?
        for character in text {
            if character == quote {
                quote = nil
            } else if quote == nil, "'\"".contains(character), tag.allSatisfy(\.isWhitespace) {
                quote = character
                tag = ""
            } else if quote == nil, character == "," {
                tags.append(tag)
                tag = ""
            } else {
                tag.append(character)
            }
        }
        return tags + [tag]
    }
}

enum ImportedDate {
    /// RFC 3339 of what programs export: ISO 8601, also with an offset without its colon, or seconds or milliseconds since
    /// 1970 as a number or in digits; nil for anything else.
    static func read(_ value: JSONValue?) -> String? {
        guard let value else { return nil }
        if let number = number(value) { return moment(number) }
        guard let text = value.string else { return nil }
        if let number = Int(text), text.utf8.count >= 9 { return moment(Double(number)) }
        return OutputFact.time(colonised(text))
    }

    static func read(_ text: String?) -> String? { read(text.map(JSONValue.string)) }

    /// "+0100" as "+01:00".
    private static func colonised(_ text: String) -> String {
        guard let match = text.wholeMatch(of: /(.+[T ].+[+\-][0-9]{2})([0-9]{2})/) else {
            return text
        }
        return match.1 + ":" + match.2
    }

    private static func number(_ value: JSONValue) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    private static func moment(_ number: Double) -> String? {
        guard number >= 1, number < 1e14 else { return nil }
        return Date(timeIntervalSince1970: number < 1e11 ? number : number / 1_000).rfc3339
    }
}
