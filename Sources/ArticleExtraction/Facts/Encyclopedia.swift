/// The line that wikis write below the headline: "From Brook Wiki, the free encyclopedia", "Материал из Вики — свободной
/// энциклопедии". It names the house.
enum Encyclopedia {
    private static let longest = 120
    private static let mostWords = 12

    static func says(_ text: String) -> Bool {
        guard text.utf8.count <= longest else { return false }
        let folded = TextFolding.fold(text)
        guard wikis.contains(where: folded.contains), words.contains(where: folded.contains) else {
            return false
        }
        return !SentenceMarks.endsSentence(text) && text.split(separator: " ").count <= mostWords
    }

    private static let wikis = [
        "wiki", "вики", "вікі", "ויקי", "维基", "維基", "ウィキ", "위키", "ويكي", "विकि", "วิกิ", "βικι",
    ]
    .map(TextFolding.fold)
    private static let words = [
        "encyclopedi", "enzyklopad", "encicloped", "enciclop", "encyklop", "enzyklop", "энциклопед",
        "енциклопед", "ensiklopedi", "encyclop", "tietosanakirja", "lexikon", "ansiklopedi",
        "εγκυκλοπαιδ", "אנציקלופדיה", "موسوعة", "百科", "백과", "ज्ञानकोश", "विश्वकोश", "สารานุกรม",
        "bach khoa",
    ].map(TextFolding.fold)
}
