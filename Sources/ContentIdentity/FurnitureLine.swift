import Foundation

/// Tells lines that stand around or between the text of an article by their kind: bylines, days, captions, credits, tags,
/// links to other articles, buttons, page numbers, addresses.
enum FurnitureLine {
    /// A longer block is told by its beginning alone.
    private static let short = 24
    /// A line of a day or a time has fewer words; so have one that begins with a credit, and a button.
    private static let day = 10
    private static let credit = 9
    private static let button = 4

    static func isFurniture(_ block: WordSequence.Block) -> Bool {
        let text = block.text.lowercased().trimmingCharacters(in: around)
        guard text.contains(where: \.isLetter) else { return true }
        if beginsAsFurniture(text, block) { return true }
        if block.length <= day, !block.isSentence, block.hasTime || hasYear(text) {
            return true
        }
        return block.length <= short && signs.contains { text.contains($0) }
    }

    private static let around = CharacterSet.whitespaces.union(
        CharacterSet(charactersIn: "-–—•·*#|>→›»[]()_"))

    private static func beginsAsFurniture(_ text: String, _ block: WordSequence.Block) -> Bool {
        if phrases.contains(where: { rest(of: text, behind: $0) != nil }) { return true }
        // "By Friday it was over." says something, as does "Support for the bridge grows".
        for (list, most) in [(credits, credit), (buttons, button)] {
            for word in list {
                guard let rest = rest(of: text, behind: word) else { continue }
                if let mark = rest.first(where: { $0 != " " }), ":：|/／".contains(mark) {
                    return true
                }
                if !block.isSentence, block.length <= most { return true }
            }
        }
        return false
    }

    /// What follows a beginning of a line; nil where the line begins otherwise, or its first word goes on.
    private static func rest(of text: String, behind beginning: String) -> Substring? {
        guard text.hasPrefix(beginning) else { return nil }
        let rest = text.dropFirst(beginning.count)
        guard let last = beginning.unicodeScalars.last, !Shingling.isUnspaced(last.value),
            let next = rest.first
        else { return rest }
        return next.isLetter ? nil : rest
    }

    private static func hasYear(_ text: String) -> Bool {
        text.split { !$0.isNumber }.contains {
            $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20"))
        }
    }

    private static let signs = [
        "http", "www.", "@", "©", "(c) ", "all rights reserved", "newsletter", "subscribe",
        "cookie", "sign up", "log in", "getty", "(reuters)", "(ap)", "(afp)", "(dpa)",
        "reuters/", "afp/", "ap photo", "alle rechte", "tous droits", "derechos reservados",
        "abonn", "suscríb", "all'autore", "版权", "转载", "訂閱", "订阅", "подпис",
    ]

    /// Beginnings of any line.
    private static let phrases = [
        "text by", "words by", "story by", "photo by", "photos by", "foto von", "reporting by",
        "additional reporting", "editing by", "written by", "edited by", "last updated",
        "last modified", "first published", "file photo", "read also", "also read", "read more",
        "read next", "read the", "see also", "see more", "more from", "more stories", "most read",
        "don't miss", "lesen sie", "mehr zum thema", "auch interessant", "siehe auch",
        "lire aussi", "à lire", "voir aussi", "leer más", "lea también", "te puede interesar",
        "leggi anche", "lees ook", "læs også", "läs också", "les også", "相关阅读", "延伸阅读",
        "推荐阅读", "あわせて読みたい", "share this", "follow us", "click here", "filed under",
        "back to", "thanks for reading", "thank you for reading", "sent from", "next page",
        "become a member", "this article was", "this story was", "the views expressed",
        "gesendet von", "点击", "best regards", "kind regards", "mit freundlichen grüßen",
        "external email", "external sender", "caution: this email", "caution: external",
        "this email originated", "this message originated", "you don't often get email",
        "よろしくお願い", "宜しくお願い", "敬具", "此致", "감사합니다",
    ]

    /// Who and when, and what a picture is of.
    private static let credits = [
        "by", "von", "par", "por", "di", "door", "af", "av", "przez", "author", "autor",
        "autorin", "auteur", "autore", "published", "updated", "posted", "veröffentlicht",
        "aktualisiert", "stand", "publié", "mis à jour", "publicado", "actualizado", "pubblicato",
        "aggiornato", "gepubliceerd", "opublikowano", "автор", "опубликовано", "обновлено",
        "作者", "记者", "記者", "编辑", "責任編輯", "责任编辑", "发布", "発行", "更新", "来源", "來源", "文／",
        "photo", "photos", "photograph", "photography", "photographer", "picture", "pictures",
        "image", "images", "caption", "credit", "illustration", "graphic", "source", "foto",
        "fotos", "bild", "bilder", "grafik", "quelle", "crédit", "crédits", "fuente", "imagen",
        "immagine", "fonte", "beeld", "bron", "zdjęcie", "źródło", "фото", "источник", "图", "图片",
        "图源", "写真", "画像", "出典", "사진", "الصورة",
    ]

    private static let buttons = [
        "related", "recommended", "czytaj", "zobacz", "читайте", "смотрите", "関連", "관련", "اقرأ",
        "share", "print", "save", "email", "comment", "comments", "reply", "follow", "like",
        "tweet", "tags", "tag", "topics", "topic", "categories", "category", "advertisement",
        "advert", "ad", "sponsored", "promoted", "skip", "menu", "home", "search", "click", "tap",
        "watch", "video", "listen", "audio", "podcast", "download", "contact", "copyright", "page",
        "previous", "join", "support", "donate", "more on", "disclaimer", "teilen", "drucken",
        "kommentare", "schlagwörter", "themen", "anzeige", "werbung", "seite", "partager",
        "imprimer", "publicité", "compartir", "imprimir", "publicidad", "etiquetas", "condividi",
        "stampa", "pubblicità", "delen", "реклама", "поделиться", "теги", "分享", "标签", "標籤",
        "广告", "廣告", "広告", "評論", "评论", "共有", "印刷", "タグ", "광고",
    ]
}
