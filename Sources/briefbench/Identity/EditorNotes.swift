/// What desks write when they change an article, in the languages of many readers, and how sites mark it up.
struct EditorNotes {
    /// Corrections, clarifications and amendments. What was wrong is told in words of each language's own.
    static let corrections = [
        "Correction: An earlier version of this article misstated what the harbour master had said about the plan.",
        "Editor's note: This story has been updated to say that the council meets on Thursday, not on Tuesday.",
        "This article was amended on 3 October 2026 because an earlier version gave the wrong length of the quay.",
        "Clarification: The ferry company has asked us to say that no passenger was hurt.",
        "UPDATE: The council's answer, which came after this story was published, was added on Friday.",
        "Korrektur: In einer früheren Fassung hieß es, die Brücke sei 40 Meter lang. Es sind 14 Meter.",
        "Anmerkung der Redaktion: Wir haben den Namen des Hafenmeisters am 4. Oktober berichtigt.",
        "Hinweis: In der ersten Version dieses Textes stand ein falsches Datum. Wir haben das korrigiert.",
        "Rectificatif : une version antérieure de cet article donnait une mauvaise date pour le vote.",
        "Note de la rédaction : cet article a été modifié le 3 octobre pour préciser la longueur du quai.",
        "Corrección: una versión anterior de este artículo decía que el puente mide cuarenta metros.",
        "Nota de la redacción: este artículo fue modificado el 3 de octubre para añadir la respuesta del puerto.",
        "Correzione: una versione precedente di questo articolo riportava un nome sbagliato per il molo.",
        "Nota della redazione: l'articolo è stato aggiornato il 3 ottobre con la risposta del comune.",
        "Correção: uma versão anterior desta reportagem informava uma data errada para a votação.",
        "Nota da redação: este texto foi atualizado em 3 de outubro para incluir a resposta da câmara.",
        "Correctie: in een eerdere versie van dit artikel stond dat de brug veertig meter lang is.",
        "Noot van de redactie: dit artikel is op 3 oktober aangepast omdat een naam niet klopte.",
        "Rättelse: I en tidigare version av artikeln angavs fel längd på bron.",
        "Sprostowanie: we wcześniejszej wersji artykułu podaliśmy błędną długość mostu.",
        "Исправление: в первой версии статьи была указана неверная длина моста.",
        "От редакции: текст изменён 3 октября, добавлен ответ городского совета.",
        "訂正：当初の記事で橋の長さを誤って記載していました。お詫びして訂正します。",
        "編集部注：この記事は十月三日に市議会の回答を加えて更新しました。",
        "更正：本文较早的版本误报了大桥的长度，现已改正。",
    ]

    static let retractions = [
        "This article has been retracted, as its main source could not be confirmed by our desk.",
        "Editor's note: We have withdrawn this story because the letter that it quotes was not genuine.",
        "Diesen Artikel haben wir zurückgezogen, weil sich die wichtigste Quelle nicht bestätigen ließ.",
        "Cet article a été retiré, car sa source principale n'a pas pu être confirmée par la rédaction.",
        "Este artículo ha sido retirado porque su fuente principal no pudo ser confirmada por la redacción.",
        "Questo articolo è stato ritirato perché la sua fonte principale non è stata confermata.",
        "Dit artikel is ingetrokken, omdat de belangrijkste bron niet kon worden bevestigd.",
        "Artykuł został wycofany, ponieważ jego głównego źródła nie udało się potwierdzić.",
        "Эта статья отозвана, так как её главный источник не удалось подтвердить.",
        "本記事は主要な情報源を確認できなかったため撤回しました。",
    ]

    /// HTML of one block each.
    static let markups: [@Sendable (String) -> String] = [
        { "<p>\($0)</p>" },
        { "<p><em>\($0)</em></p>" },
        { "<p class=\"correction\"><strong>\($0)</strong></p>" },
        { "<div class=\"editors-note\"><p>\($0)</p></div>" },
        { "<aside class=\"article-correction\"><p>\($0)</p></aside>" },
        { "<div class=\"note\"><p><small>\($0)</small></p></div>" },
        { "<section class=\"update-box\"><p>\($0)</p></section>" },
        { "<div class=\"story-footer-note\"><i>\($0)</i></div>" },
    ]
}
