import LibXML

/// What the editors say of the article itself: corrections, amendments, retractions. They stand in boxes and footers of their own
/// and look like furniture there; they are the article's all the same, for without them nobody knows that it changed.
struct EditorsNote {
    let page: Page

    /// So many passages before and behind what is kept are looked at.
    private static let reach = 8
    private static let lengths: ClosedRange<Float> = 5...120

    func restore(_ verdict: inout BodyVerdict) {
        guard let first = verdict.kept.firstIndex(of: true),
            let last = verdict.kept.lastIndex(of: true)
        else { return }
        let end = verdict.comments.map { max($0, last + 1) } ?? page.passages.count
        for index in max(0, first - Self.reach)..<min(end, last + 1 + Self.reach) {
            // Another article begins there, or a list of them.
            if index > last, page.isHeading(index) { return }
            if !verdict.kept[index], isNote(index) { verdict.kept[index] = true }
        }
    }

    private func isNote(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard Self.lengths.contains(passage.census.length),
            passage.linked.length * 2 < passage.census.length,
            page.tag(passage.block).headingLevel == nil
        else { return false }
        return Self.isNote(page.bytes(index))
    }

    /// False for a line that surely is none: it has no colon, which a name of a note has behind it, and nothing of what is
    /// said of articles. Most lines are told by that.
    private static func mayBeNote(_ line: Span<UInt8>) -> Bool {
        for index in line.indices {
            switch line[index] {
            // A colon, the first byte of "：", and those of Cyrillic, whose capitals no search by bytes knows.
            case 0x3A, 0xEF, 0xD0, 0xD1: return true
            default: continue
            }
        }
        return subjects.stand(in: line)
    }

    /// Whether a line begins with the name of a note and a colon, a date between them perhaps, or says what was done to the
    /// article.
    static func isNote(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard mayBeNote(bytes.span) else { return false }
        let line = String(decoding: bytes, as: UTF8.self)
        var text = line.lowercased()
        if text.utf8.contains(0xE2) { text = text.replacing("\u{2019}", with: "'") }
        let head = text.prefix(60)
        if let colon = head.firstIndex(where: { $0 == ":" || $0 == "：" }),
            labels.contains(where: { head[..<colon].hasPrefix($0) })
                || line.utf8.count >= leastNews
                    && news.contains(where: { head[..<colon].hasPrefix($0) })
        {
            return true
        }
        return deeds.contains { deed in
            guard let subject = text.firstRange(of: deed.subject) else { return false }
            let rest = text[subject.upperBound...].prefix(60)
            return deed.words.isEmpty || deed.words.contains { rest.contains($0) }
        }
    }

    private static let labels = [
        "correction", "clarification", "editor's note", "editors' note", "note from the editor",
        "retraction", "korrektur", "berichtigung", "richtigstellung", "anmerkung der redaktion",
        "anm. d", "hinweis der redaktion", "rectificatif", "erratum", "précision",
        "note de la rédaction", "ndlr", "corrección", "fe de err", "aclaración",
        "nota de la redacción", "nota del editor", "correzione", "rettifica", "errata",
        "precisazione", "nota della redazione", "correção", "esclarecimento", "nota da redação",
        "correctie", "rectificatie", "verduidelijking", "noot van de redactie", "rättelse",
        "förtydligande", "rettelse", "presisering", "oikaisu", "sprostowanie", "korekta",
        "od redakcji", "oprava", "helyesbítés", "düzeltme", "исправление", "уточнение", "поправка",
        "от редакции", "виправлення", "від редакції", "訂正", "お詫びと訂正", "編集部注", "更正", "编者注",
        "編者註", "勘误", "정정", "바로잡습니다", "تصحيح",
    ]

    /// A date follows these more often than a sentence: shorter lines, in bytes, are dates.
    private static let leastNews = 60
    private static let news = [
        "update", "aktualisierung", "mise à jour", "actualización", "aggiornamento", "atualização",
        "aktualizacja", "обновление", "追記",
    ]

    private static let deeds: [(subject: String, words: [String])] = [
        ("earlier version of th", []), ("previous version of th", []),
        ("this article ", english), ("this story ", english), ("this report ", english),
        ("this piece ", english), ("this post ", english), ("withdrawn this ", []),
        ("früheren fassung", []), ("früheren version", []), ("ersten version dies", []),
        ("vorherigen version", []), ("diesen artikel ", german), ("dieser artikel ", german),
        ("diesen text ", german), ("dieser text ", german), ("dieser beitrag ", german),
        ("version antérieure de cet", []), ("version précédente de cet", []),
        ("cet article ", ["modifié", "corrigé", "retiré", "mis à jour"]),
        ("versión anterior de est", []),
        ("este artículo ", ["modificado", "corregido", "actualizado", "retirado"]),
        ("versione precedente di quest", []),
        ("questo articolo ", ["modificato", "corretto", "aggiornato", "ritirato"]),
        ("versão anterior d", []),
        ("este artigo ", ["atualizado", "corrigido", "retirado", "alterado"]),
        ("eerdere versie van dit", []),
        ("dit artikel is ", ["aangepast", "gewijzigd", "ingetrokken", "gecorrigeerd"]),
        ("tidigare version av art", []), ("wcześniejszej wersji", []),
        ("artykuł został", ["wycofan", "popraw", "zaktualizowan"]),
        ("версии статьи", []), ("статья ", ["отозвана", "исправлена", "обновлена"]),
        ("記事", ["撤回", "訂正", "誤って"]), ("本文", ["更正", "改正", "误报", "撤"]),
    ]

    /// One of these stands in each of the subjects that are not Cyrillic.
    private static let subjects = Needles([
        "version", "articl", "this ", "fassung", "artikel", "dies", "text", "beitrag", "anterior",
        "este art", "questo", "artigo", "artyku", "versie", "wersji", "記事", "本文",
    ])

    private static let english = [
        "amended", "corrected", "clarified", "retracted", "withdrawn",
        "been updated to", "was updated to", "updated on", "updated because",
    ]
    private static let german = ["zurückgezogen", "korrigiert", "berichtigt", "geändert"]
}
