/// Tells what a row of stars leaves in the text: "4.5/5 - (123 votes)", "Рейтинг: 4,5 (123 голоса)". A verdict of the writer's
/// own, "Rating: 8 out of 10", counts no votes.
enum VoteLine {
    /// Whether a line says nothing but how many gave how much.
    ///
    /// - Parameter line: well-formed UTF-8.
    static func matches(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= longest else { return false }
        let folded = FoldedLine(folding: line.span)
        var numbers = 0
        var hasVotes = false
        for index in folded.words.indices {
            if folded.bytes(index).allSatisfy({ $0 < 0x30 }) { continue }
            if isFigure(folded.bytes(index)) || folded.isNumber(index) {
                numbers += folded.bytes(index).contains(0x2F) ? 2 : 1
            } else if votes.contains(folded.bytes(index).span) {
                hasVotes = true
            } else if !beside.contains(folded.bytes(index).span) {
                return false
            }
        }
        return hasVotes && numbers > 1
    }

    /// "4.5/5"
    private static func isFigure(_ word: ArraySlice<UInt8>) -> Bool {
        word.allSatisfy { (0x2C...0x39).contains($0) } && word.contains { $0 >= 0x30 }
    }

    private static let longest = 120

    private static let votes = KnownWords(
        folded(
            """
            vote votes voter voters ratings reviews stimme stimmen bewertungen avis voto votos voti
            valoraciones valutazioni avaliacoes stemmen beoordelingen roster stemmer aanta glosow glosy glos ocen hlasu hlasov
            hlasy hlasovalo glasova glasa голос голоса голосов оценки оценок отзывов голосів гласа гласове szavazat
            voturi oy oylama ψηφοι ψηφους أصوات تقييمات הצבעות 票 suara luot danh gia
            """))
    private static let beside = KnownWords(
        folded(
            """
            rating review bewertung оценка تقييم 評価 penilaian average rated out of based on from stars star by in total score overall von aus durchschnitt durchschnittlich sterne
            sternen bei basierend auf note moyenne sur base sulla su media promedio de en com base estrelas estrellas stelle
            etoiles gemiddelde gemiddeld op uit van med av ud snitt srednia ocena na podstawie prumer hodnoceni z priemer
            hodnotenie prosjek ocjena рейтинг средняя средний из по на основе пользователей средна от ortalama puan
            """))

    private static func folded(_ words: String) -> [String] {
        words.split(whereSeparator: \.isWhitespace).map { TextFolding.fold(String($0)) }
    }
}
