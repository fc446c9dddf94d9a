/// The words that name those who helped with an article and did not write it: "translated by", "medically reviewed by".
enum HelperWords {
    /// Whether a folded part of a byline begins so.
    static func open(_ folded: String) -> Bool { openers.contains(where: folded.hasPrefix) }

    /// A byline without the parts that name helpers: "Ada Marl; translated by Ben Holt".
    static func without(_ line: String) -> String {
        let line = withoutPhotographer(line)
        guard line.utf8.contains(UInt8(ascii: ";")) else { return line }
        let parts = line.split(separator: ";").map { String($0).trimmed(of: " ") }
        guard parts.count > 1 else { return line }
        let left = parts.filter { !open(TextFolding.fold($0)) }
        return left.count == parts.count ? line : left.joined(separator: "; ")
    }

    /// "Ada Marl und Ben Holt (Fotos)" without the second; "(Text)" says of the first what he did.
    private static func withoutPhotographer(_ line: String) -> String {
        guard line.utf8.contains(0x28), line.utf8.count <= 200 else { return line }
        var words = line.split(separator: " ").map(String.init)
        words.removeAll { texts.contains(TextFolding.fold($0)) }
        if let label = words.firstIndex(where: {
            $0.hasPrefix("(") && pictures.contains(TextFolding.fold($0).trimmed(of: "():"))
        }) {
            let names = words[..<label]
            let start = names.lastIndex {
                AuthorNames.joiners.contains($0.lowercased()) || $0.hasSuffix(",")
            }
            guard let start, start > 0 else { return line }
            words.removeSubrange((words[start].hasSuffix(",") ? start + 1 : start)...label)
        }
        return words.joined(separator: " ").trimmed(of: " ,")
    }

    private static let texts: Set<String> = [
        "(text)", "(texte)", "(texto)", "(testo)", "(tekst)", "(words)",
    ]

    /// Whether a word is the label of who took the pictures: "Foto:", "Kuvat".
    static func isPicture(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first,
            !first.properties.isLowercase || word.hasSuffix(":")
        else { return false }
        return pictures.contains(TextFolding.fold(String(word)).trimmed(of: ":："))
    }

    private static let pictures: Set<String> = [
        "foto", "fotos", "photo", "photos", "photographs", "photography", "photographies", "beeld",
        "bild", "bilder", "kuva", "kuvat", "billede", "billeder", "illustration", "illustrations",
        "ilustracion", "ilustraciones", "fotografia", "fotografie", "fot", "fotograf", "zdjecia",
        "фото",
        "φωτογραφιες", "写真", "撮影",
    ]

    private static let openers = [
        "translat", "edited", "photograph", "photos", "pictures", "illustrat", "review",
        "medically", "fact-check", "fact check", "checked", "additional reporting", "video by",
        "graphics", "ubersetz", "redigiert", "fotos", "traduit", "traduction", "traducido",
        "traduccion", "tradotto", "traduzione", "traduzido", "vertaald", "foto",
    ]
}
