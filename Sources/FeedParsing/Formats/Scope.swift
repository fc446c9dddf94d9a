/// What an element inherits: the address that relative links start from, and the language.
struct Scope {
    var base: String?
    var language: String?
    /// Whether the document itself says so (xml:base).
    var isExplicit = false

    /// The scope within an element, its own xml:base and xml:lang heard.
    func within(_ element: Int, of tape: FeedTape) -> Scope {
        guard tape.tape.nodes[element].second > 0 else { return self }
        var scope = self
        if let base = tape.attribute(element, .base, space: .xml), !base.isEmpty {
            scope.base = Address.resolve(base, base: self.base)
            scope.isExplicit = true
        }
        if let language = tape.attribute(element, .lang, space: .xml) {
            scope.language = language.isEmpty ? nil : Self.tag(language)
        }
        return scope
    }

    /// A language tag as BCP 47 writes it: hyphens, not underscores.
    static func tag(_ text: String) -> String {
        String(text.map { $0 == "_" ? "-" : $0 })
    }

    func link(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return Address.resolve(Address.mended(text, base: base), base: base).ifAsked
    }
}

extension String {
    /// nil for what runs in a browser, or holds its data itself, and leads nowhere.
    fileprivate var ifAsked: String? {
        let scheme = prefix { $0 != ":" }.lowercased()
        let names = ["javascript", "vbscript", "data", "about", "blob"]
        return names.contains(scheme) && contains(":") ? nil : self
    }
}
