/// Cuts a query into its pieces, each with the character that it begins at.
struct QueryLexer {
    struct Token {
        enum Kind: Equatable {
            case open, close, or, and, not
            /// A word or a phrase in quotes, as it stands.
            case text(String, isQuoted: Bool)
            /// NAME, an operator, and the value behind it, where one is.
            case field(String, String, value: String?)
            /// NAME:/…/
            case pattern(String, String)
        }

        var kind: Kind
        /// In characters, from 1.
        var column: Int
        /// Where the value of a field begins, or what a pattern holds.
        var inner: Int
    }

    private let text: [Character]
    private var place = 0

    private init(_ text: String) { self.text = Array(text) }

    static func tokens(of text: String) throws(QueryError) -> [Token] {
        var lexer = QueryLexer(text)
        var tokens: [Token] = []
        while let token = try lexer.next(after: tokens.last) { tokens.append(token) }
        return tokens
    }

    private mutating func next(after last: Token?) throws(QueryError) -> Token? {
        while place < text.count, text[place].isWhitespace || text[place] == "\0" { place += 1 }
        guard place < text.count else { return nil }
        let column = place + 1
        func token(_ kind: Token.Kind, inner: Int? = nil) -> Token {
            Token(kind: kind, column: column, inner: inner ?? column)
        }
        switch text[place] {
        case "(":
            place += 1
            return token(.open)
        case ")":
            place += 1
            return token(.close)
        case "-" where place + 1 < text.count && Self.mayBeDenied(text[place + 1]):
            place += 1
            return token(.not)
        case "\"": return token(.text(try quoted(), isQuoted: true))
        default: break
        }
        if let (name, sign) = field() {
            let inner = place + 1
            if place < text.count, text[place] == "/", sign == ":", let end = slash(after: place) {
                let pattern = String(text[(place + 1)..<end])
                place = end + 1
                return token(.pattern(name, pattern), inner: inner + 1)
            }
            return token(.field(name, sign, value: try value()), inner: inner)
        }
        let word = self.word()
        switch word {
        case "OR": return token(.or)
        case "AND": return token(.and)
        case "NOT": return token(.not)
        default: return token(.text(word, isQuoted: false))
        }
    }

    private static func mayBeDenied(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "(" || character == "\""
    }

    /// Text in double quotes, whose opening one is next. `\"` stands for a quote.
    private mutating func quoted() throws(QueryError) -> String {
        let column = place + 1
        var inner = ""
        place += 1
        while place < text.count {
            let character = text[place]
            place += 1
            if character == "\"" { return inner }
            if character == "\\", place < text.count, text[place] == "\"" || text[place] == "\\" {
                inner.append(text[place])
                place += 1
            } else {
                inner.append(character)
            }
        }
        throw QueryError(
            .form, column, "the double quote is not closed", next: "add one, or leave it out")
    }

    /// What stands right behind an operator.
    private mutating func value() throws(QueryError) -> String? {
        guard place < text.count else { return nil }
        if text[place] == "\"" { return try quoted() }
        let word = word()
        return word.isEmpty ? nil : word
    }

    private mutating func word() -> String {
        let start = place
        while place < text.count {
            let character = text[place]
            if character.isWhitespace || "()\"\0".contains(character) { break }
            place += 1
        }
        return String(text[start..<place])
    }

    /// A name with an operator behind it, if one is next. "12:30" and "https://…" are none.
    private mutating func field() -> (name: String, sign: String)? {
        var end = place
        while end < text.count, text[end].isASCII, text[end].isLetter || text[end] == "_" {
            end += 1
        }
        guard end > place, end < text.count else { return nil }
        let name = String(text[place..<end]).lowercased()
        var sign = String(text[end])
        guard [":", "<", ">", "="].contains(sign) else { return nil }
        let isKnown = QueryField(named: name) != nil
        if end + 1 < text.count, text[end + 1] == "=", sign == "<" || sign == ">" || sign == ":" {
            sign += "="
        }
        let behind = end + sign.count
        let isFollowed = behind < text.count && !text[behind].isWhitespace
        if !isKnown {
            // "Re: …" and "https://…" are words.
            guard isFollowed, text[behind] != "/", text[behind] != ")" else { return nil }
        }
        place = behind
        return (name, sign)
    }

    /// The slash that ends a pattern which begins at one.
    private func slash(after start: Int) -> Int? {
        var index = start + 1
        while index < text.count {
            if text[index] == "\\" {
                index += 2
                continue
            }
            if text[index] == "/" { return index }
            index += 1
        }
        return nil
    }
}
