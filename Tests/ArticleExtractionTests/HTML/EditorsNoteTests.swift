import Testing

@testable import ArticleExtraction

@Suite struct EditorsNoteTests {
    private func isNote(_ line: String) -> Bool { EditorsNote.isNote(Array(line.utf8)[...]) }

    @Test(arguments: [
        "Correction: the ferry left at nine.", "Korrektur: Die Fähre fuhr um neun.",
        "Rectificatif : le bac est parti à neuf heures.", "Editor’s note: names were changed.",
        "Исправление: паром ушёл в девять.", "更正：渡輪九點開出。",
    ])
    func `knows a note by its name`(line: String) {
        #expect(isNote(line))
    }

    @Test(arguments: [
        "An Earlier Version of this report named another ferry.",
        "THIS ARTICLE WAS AMENDED on 3 May.", "This story has been updated to name the ferry.",
        "The Harbour Times has withdrawn this essay.",
        "In einer früheren Fassung stand ein anderer Name.",
        "In der ersten Version dieses Berichts fehlte die Fähre.",
        "Dieser Beitrag wurde nachträglich geändert.",
        "Une version antérieure de cet essai nommait un autre bac.",
        "Cet article a été modifié le 3 mai.",
        "Una versión anterior de este texto nombraba otro barco.",
        "Este artículo fue corregido el 3 de mayo.",
        "Questo articolo è stato corretto il 3 maggio.",
        "Uma versão anterior deste texto trazia outro nome.",
        "Este artigo foi atualizado em 3 de maio.",
        "In een eerdere versie van dit stuk stond een andere naam.",
        "Dit artikel is op 3 mei aangepast.",
        "En tidigare version av artikeln nämnde en annan färja.",
        "We wcześniejszej wersji podano inną nazwę.", "Artykuł został poprawiony 3 maja.",
        "В прежней версии статьи стояло другое имя.", "СТАТЬЯ была исправлена.",
        "この記事は5月3日に訂正されました。", "本文已于5月3日更正",
    ])
    func `knows a note by what was done to the article`(line: String) {
        #expect(isNote(line))
    }

    @Test(arguments: [
        "The ferry left at nine, with all that the islands had asked for.",
        "Nine: the hour at which the ferry left.", "Статья о пароме вышла в мае.", "",
    ])
    func `takes nothing else for a note`(line: String) {
        #expect(!isNote(line))
    }
}
