/// Reads the name out of a note on the author: "Dr A. B. is a fellow at …".
enum AuthorNote {
    /// The words before the verb, where they are a name.
    static func name(in text: String) -> String? {
        let words = text.splitAtSpaces(maxSplits: mostWords + 1).prefix(mostWords + 1).map(
            String.init)
        guard words.count >= 5 else { return nil }
        for count in 1...words.count - 1
        where verbs.contains(TextFolding.fold(words[count])) {
            let raw = words[..<count].joined(separator: " ")
            let names = AuthorNames.clean(raw.trimmed(of: ","))
            guard names.count == 1, let name = names.first, name.contains(" ") else { return nil }
            return name
        }
        return nil
    }

    /// A name of more words is none.
    private static let mostWords = 7
    private static let verbs: Set<String> = [
        "is", "was", "works", "writes", "has", "serves", "teaches", "covers", "ist", "arbeitet",
        "schreibt", "war", "lehrt", "est", "travaille", "es", "trabaja", "e", "lavora", "schrijft",
        "werkt", "ar", "er", "on", "jest", "pracuje", "je", "является", "работает", "specializes",
        "studies", "reports", "contributes", "holds", "received", "joined", "leads", "directs",
    ]
}
