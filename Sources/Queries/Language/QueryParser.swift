import BriefModel

/// Makes conditions of the pieces of a query.
///
///     query    = any
///     any      = all *("OR" all)
///     all      = 1*(["AND"] denied)
///     denied   = *("-" / "NOT") part
///     part     = "(" any ")" / words / field
struct QueryParser {
    private static let deepest = 64

    private let tokens: [QueryLexer.Token]
    private let end: Int
    private var place = 0
    private var depth = 0
    private var terms = 0

    init(_ text: String) throws(QueryError) {
        tokens = try QueryLexer.tokens(of: text)
        end = text.count + 1
    }

    /// Nil where there is no word in it.
    mutating func parse() throws(QueryError) -> QueryNode? {
        let node = try any()
        if let rest = current {
            throw QueryError(
                .form, rest.column, "the \")\" closes nothing",
                next: "leave it out, or put it in double quotes")
        }
        return node
    }

    private var current: QueryLexer.Token? { place < tokens.count ? tokens[place] : nil }

    private mutating func any() throws(QueryError) -> QueryNode? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw QueryError(
                .meaning, current?.column ?? end,
                "more than \(Self.deepest) brackets in one another", next: "write fewer of them")
        }
        var branches: [QueryNode] = []
        var isFirst = true
        while true {
            let start = place
            let branch = try all()
            if let branch { branches.append(branch) }
            guard current?.kind == .or else {
                if place == start, !isFirst { throw dangling("OR", at: place - 1) }
                break
            }
            if place == start { throw dangling("OR", at: place) }
            isFirst = false
            place += 1
        }
        return branches.isEmpty ? nil : branches.count == 1 ? branches[0] : .any(branches)
    }

    private func dangling(_ word: String, at place: Int) -> QueryError {
        QueryError(
            .form, tokens.indices.contains(place) ? tokens[place].column : end,
            "\(word) stands between two conditions, and one is missing",
            next: "add it, or put \"\(word)\" in double quotes for the word itself")
    }

    private mutating func all() throws(QueryError) -> QueryNode? {
        var parts: [QueryNode] = []
        loop: while let token = current {
            switch token.kind {
            case .or, .close: break loop
            case .and:
                let isBetween =
                    !parts.isEmpty && place + 1 < tokens.count
                    && ![.or, .close, .and].contains(tokens[place + 1].kind)
                guard isBetween else { throw dangling("AND", at: place) }
                place += 1
            default: if let part = try denied() { parts.append(part) }
            }
        }
        return parts.isEmpty ? nil : parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func denied() throws(QueryError) -> QueryNode? {
        var isDenied = false
        while let token = current, token.kind == .not {
            isDenied.toggle()
            place += 1
            guard let next = current, ![.or, .and, .close].contains(next.kind) else {
                throw QueryError(
                    .form, token.column, "what is denied is missing",
                    next: "write for example -tag:sport")
            }
        }
        guard let part = try part() else { return nil }
        return isDenied ? .not(part) : part
    }

    private mutating func part() throws(QueryError) -> QueryNode? {
        guard let token = current else { return nil }
        place += 1
        switch token.kind {
        case .open:
            let node = try any()
            guard current?.kind == .close else {
                throw QueryError(
                    .form, token.column, "the \"(\" is not closed", next: "add a \")\"")
            }
            place += 1
            return node
        case .text(let text, let isQuoted):
            if !isQuoted { try checkSpaces(text, token) }
            return try count(words(text, field: nil), token)
        case .field(let name, let sign, let value):
            return try count(field(name, sign, value, token), token)
        case .pattern(let name, let text):
            return try count(pattern(try known(name, token), text, token), token)
        case .close, .or, .and, .not: return nil
        }
    }

    private mutating func count(
        _ term: QueryTerm?, _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryNode? {
        terms += 1
        guard terms <= Query.mostTerms else {
            throw QueryError(
                .meaning, token.column, "the query has more than \(Query.mostTerms) conditions",
                next: "make two of it")
        }
        return term.map(QueryNode.term)
    }

    /// Nil where there is no letter and no digit in it: as ever, signs are passed over.
    private func words(_ text: String, field: QueryField?) -> QueryTerm? {
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let isBeginning = text.last == "*"
        let plain = text.filter { $0 != "\"" && $0 != "\0" }
        let term = WordTerm(field: field, text: plain, isBeginning: isBeginning)
        return term.words.isEmpty ? nil : .words(term)
    }

    /// "quality > 0.7" would else be words.
    private func checkSpaces(_ text: String, _ token: QueryLexer.Token) throws(QueryError) {
        guard let field = QueryField(named: text), field.kind == .number || field.kind == .date,
            let next = current, case .text(let sign, false) = next.kind,
            let first = sign.first, "<>=".contains(first)
        else { return }
        throw QueryError(
            .form, token.column, "\(text) and \(sign) stand apart",
            next: "write for example \(field.example), without spaces, or \"\(text)\" for the word")
    }

    private func known(
        _ name: String, _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryField {
        if let field = QueryField(named: name) { return field }
        let names = QueryField.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: name, among: names)
        throw QueryError(
            .meaning, token.column, "there is no field \"\(name)\"",
            next: near.map { "did you mean \"\($0)\"?" }
                ?? "known are \(names.joined(separator: ", ")); for the words themselves put"
                + " them in double quotes")
    }

    private func field(
        _ name: String, _ sign: String, _ value: String?, _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryTerm? {
        let field = try known(name, token)
        guard let text = value else {
            throw QueryError(
                .form, token.column, "\(name)\(sign) has no value",
                next: "write for example \(field.example), without a space")
        }
        let comparison = try self.comparison(field, name, sign, token)
        switch field.kind {
        case .words:
            guard !text.hasPrefix("/") || text.contains(" ") else {
                throw QueryError(
                    .form, token.inner, "the pattern is not closed",
                    next: "add a \"/\" at its end")
            }
            guard let term = words(text, field: field) else { throw empty(field, token) }
            return term
        case .name:
            guard !text.isEmpty else { throw empty(field, token) }
            return .name(field, NamePattern(text))
        case .number: return try number(field, comparison, text, token)
        case .date:
            guard let date = DateValue(text) else {
                throw QueryError(
                    .meaning, token.inner, "\"\(text.prefix(40))\" is no day",
                    next: "write \(field.rawValue)>2026-01-31, a month, a year or RFC 3339")
            }
            return .date(field, comparison, date)
        case .flag: return try flag(text, token)
        }
    }

    private func empty(_ field: QueryField, _ token: QueryLexer.Token) -> QueryError {
        QueryError(
            .form, token.inner, "\(field.rawValue): has no value",
            next: "write for example \(field.example)")
    }

    private func comparison(
        _ field: QueryField, _ name: String, _ sign: String, _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryComparison {
        if sign == ":" || sign == "=" || sign == ":=" { return .equal }
        guard field.kind == .number || field.kind == .date,
            let comparison = QueryComparison(rawValue: sign)
        else {
            throw QueryError(
                .meaning, token.column, "\(name) cannot be compared with \(sign)",
                next: "write for example \(field.example)")
        }
        return comparison
    }

    private func number(
        _ field: QueryField, _ comparison: QueryComparison, _ text: String,
        _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryTerm {
        let isQuality = field == .quality
        guard let value = Double(text), value.isFinite, value >= 0, !isQuality || value <= 1 else {
            throw QueryError(
                .meaning, token.inner,
                "\"\(text.prefix(40))\" is no "
                    + (isQuality ? "share from 0 to 1" : "number"),
                next: "write for example \(field.example)")
        }
        return .number(field, comparison, value)
    }

    private func flag(_ text: String, _ token: QueryLexer.Token) throws(QueryError) -> QueryTerm {
        switch QueryField.Flag(rawValue: text.lowercased()) {
        case .partial: return .isPartial
        case .edited: return .isEdited
        case nil:
            let names = QueryField.Flag.allCases.map(\.rawValue)
            throw QueryError(
                .meaning, token.inner, "is:\(text.prefix(40)) is not known",
                next: Suggestion.nearest(to: text, among: names).map { "did you mean is:\($0)?" }
                    ?? "known are \(names.map { "is:" + $0 }.joined(separator: ", "))")
        }
    }

    private func pattern(
        _ field: QueryField, _ text: String, _ token: QueryLexer.Token
    ) throws(QueryError) -> QueryTerm {
        guard field.kind == .words || field.kind == .name else {
            throw QueryError(
                .meaning, token.column, "\(field.rawValue) takes no pattern",
                next: "write for example \(field.example)")
        }
        guard !text.isEmpty else { throw empty(field, token) }
        do {
            return .pattern(field, try TextPattern(text))
        } catch {
            throw QueryError(.meaning, token.inner + error.offset, error.what, next: error.next)
        }
    }
}
