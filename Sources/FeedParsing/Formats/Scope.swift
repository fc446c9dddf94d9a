/// What an element inherits: the address that relative links start from, and the language.
struct Scope {
    var base: String?
    var language: String?

    /// The scope within an element, its own xml:base and xml:lang heard.
    func within(_ element: Int, of tape: FeedTape) -> Scope {
        guard tape.tape.nodes[element].second > 0 else { return self }
        var scope = self
        if let base = tape.attribute(element, .base, space: .xml), !base.isEmpty {
            scope.base = Address.resolve(base, base: self.base)
        }
        if let language = tape.attribute(element, .lang, space: .xml) {
            scope.language = language.isEmpty ? nil : language
        }
        return scope
    }

    func link(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return Address.resolve(text, base: base)
    }
}
