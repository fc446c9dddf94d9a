/// Languages that a phrase of furniture belongs to, or that a document is written in.
struct PhraseLanguages: OptionSet, Sendable {
    let rawValue: UInt32

    static let english = PhraseLanguages(code: "en")
    /// Where nothing is known, a phrase of any language counts.
    static let any = PhraseLanguages(rawValue: .max)

    private static let codes = [
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "sk", "ru",
        "uk", "bg", "tr", "el", "ar", "he", "id", "vi", "zh", "ja", "ko", "fa", "hu", "ro", "hi",
        "th", "bn",
    ]
    private static let kin = [
        "nb": "no", "nn": "no", "ms": "id", "iw": "he", "ca": "es", "gl": "pt",
    ]

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// - Parameter code: BCP 47; of a language without phrases of its own nothing.
    init(code: some StringProtocol) {
        let primary = code.lowercased().prefix { $0 != "-" && $0 != "_" }
        let known = Self.kin[String(primary)] ?? String(primary)
        self.init(rawValue: Self.codes.firstIndex(of: known).map { 1 << UInt32($0) } ?? 0)
    }

    /// Reads the mark before a line of phrases, "[de fr]"; a line without one counts in any language.
    static func take(from line: inout Substring) -> PhraseLanguages {
        guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return .any }
        let codes = line[line.index(after: line.startIndex)..<end].split(separator: " ")
        line = line[line.index(after: end)...]
        return codes.reduce(into: []) { $0.insert(PhraseLanguages(code: $1)) }
    }

    /// The languages whose phrases count in a text: the one that it is said to be in, and the one that its words are of,
    /// since templates often state another.
    static func of(stated: String?, text: some Sequence<ArraySlice<UInt8>>) -> PhraseLanguages {
        let stated = stated.map { PhraseLanguages(code: $0) } ?? []
        let found = CommonWords.language(of: text)
        let all = stated.union(found ?? [])
        // Of a language that has no phrases here, those of all others would be chance.
        return all.isEmpty ? (found == nil ? .any : .english) : all
    }
}
