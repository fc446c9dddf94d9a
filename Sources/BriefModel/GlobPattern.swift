/// A pattern for names as shells have it (glob(7)): `*` for any characters, `?` for one, `[abc]`, `[a-z]` and `[!a]`
/// for one of some. Case does not matter, nor does it whether accents are composed.
///
/// Matching takes time in proportion to pattern times name, whatever the pattern.
public struct GlobPattern: Sendable, Hashable {
    private enum Token: Sendable, Hashable {
        case one(Character)
        case any
        case many
        case among([ClosedRange<Character>], isNegated: Bool)
    }

    public let text: String
    private let tokens: [Token]

    /// Nil where it is no pattern for one name: empty, with a "/", or with a "[" that is never closed.
    public init?(_ text: String) {
        guard !text.isEmpty, !text.contains("/"),
            let tokens = GlobPattern.tokens(of: Array(text.lowercased()))
        else { return nil }
        self.text = text
        self.tokens = tokens
    }

    /// Whether it is nothing but stars, so that no name is safe from it.
    public var matchesAll: Bool { tokens.allSatisfy { $0 == .many } }

    public func matches(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var (token, place) = (0, 0)
        var star: (token: Int, place: Int)?
        while place < name.count {
            if token < tokens.count, tokens[token] == .many {
                star = (token, place)
                token += 1
            } else if token < tokens.count, GlobPattern.isMatch(tokens[token], name[place]) {
                token += 1
                place += 1
            } else if let last = star {
                // The last star takes one more.
                star = (last.token, last.place + 1)
                (token, place) = (last.token + 1, last.place + 1)
            } else {
                return false
            }
        }
        return tokens[token...].allSatisfy { $0 == .many }
    }

    private static func isMatch(_ token: Token, _ character: Character) -> Bool {
        switch token {
        case .one(let wanted): character == wanted
        case .any: true
        case .many: false
        case .among(let ranges, let isNegated):
            ranges.contains { $0.contains(character) } != isNegated
        }
    }

    private static func tokens(of text: [Character]) -> [Token]? {
        var tokens: [Token] = []
        var rest = text[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": tokens.append(.many)
            case "?": tokens.append(.any)
            case "[":
                guard let token = among(&rest) else { return nil }
                tokens.append(token)
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                tokens.append(.one(escaped))
            default: tokens.append(.one(character))
            }
        }
        return tokens
    }

    /// Takes what stands in brackets, whose opening one is taken already. A "]" in front stands for itself.
    private static func among(_ rest: inout ArraySlice<Character>) -> Token? {
        var isNegated = false
        if let first = rest.first, first == "!" || first == "^" {
            isNegated = true
            rest.removeFirst()
        }
        var ranges: [ClosedRange<Character>] = []
        while let character = rest.popFirst() {
            if character == "]", !ranges.isEmpty { return .among(ranges, isNegated: isNegated) }
            if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
                guard character <= end else { return nil }
                ranges.append(character...end)
                rest = rest.dropFirst(2)
            } else {
                ranges.append(character...character)
            }
        }
        return nil
    }
}
