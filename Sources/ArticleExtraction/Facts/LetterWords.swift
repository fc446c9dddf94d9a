/// The words for a newsletter: "Sign up" by itself may begin a sentence, with one of them it offers one.
enum LetterWords {
    static func stand(in line: ArraySlice<UInt8>) -> Bool {
        let folded = FoldedLine(folding: line.span).string
        return words.contains { folded.holds($0) }
    }

    private static let words = [
        "newsletter", "nyhetsbrev", "nyhedsbrev", "nieuwsbrief", "uutiskirje", "boletin",
        "hirlevel",
        "рассылк", "розсилк", "e-bulten", "bulten", "ניוזלטר", "نشرتنا", "النشرة البريدية",
        "خبرنامه",
        "न्यूज़लेटर", "ban tin", "buletin", "จดหมายข่าว", "电子报", "電子報", "メルマガ", "ニュースレター",
        "뉴스레터",
    ].map(TextFolding.fold)
}
