/// What stands on the buttons below a post or a comment, which readers press to answer, praise, keep and pass on.
///
/// Any of them is a word of the language too: only a row of them, with nothing else in it, is one of buttons.
enum ControlWords {
    /// How many buttons a line names; nil where it says anything else but numbers.
    static func count(in line: FoldedLine) -> Int? {
        guard line.words.count <= mostWords else { return nil }
        var found = 0
        var word = 0
        while word < line.words.count {
            if line.isNumber(word) {
                word += 1
            } else if let length = phrase(at: word, of: line) {
                found += 1
                word += length
            } else if let unspaced = unspaced(line.bytes(word)) {
                found += unspaced
                word += 1
            } else {
                return nil
            }
        }
        return found > 0 ? found : nil
    }

    /// False where a line is surely none of buttons: most are told without being folded.
    static func mayBegin(_ line: Span<UInt8>) -> Bool {
        FoldedLine.mayBegin(line, with: firstWords)
    }

    private static let mostWords = 24
    /// Marks above and below letters cut words of Thai.
    private static let mostOfPhrase = 8
    private static let longestUnspaced = 60

    /// The words of the longest phrase that begins here.
    private static func phrase(at word: Int, of line: FoldedLine) -> Int? {
        (1...mostOfPhrase).reversed().first { length in
            guard word + length <= line.words.count else { return false }
            return phrases.contains(hash(of: word..<word + length, in: line))
        }
    }

    private static func hash(of words: Range<Int>, in line: FoldedLine) -> UInt64 {
        var hash = ByteHash.seed
        for index in words {
            if index > words.lowerBound { hash = ByteHash.next(hash, 0x20) }
            for byte in line.bytes(index) { hash = ByteHash.next(hash, byte) }
        }
        return hash
    }

    /// Scripts that set no spaces: "点赞收藏转发".
    private static func unspaced(_ word: ArraySlice<UInt8>) -> Int? {
        guard let first = word.first, first >= 0xE0, word.count <= longestUnspaced else {
            return nil
        }
        var found = 0
        var rest = word
        while !rest.isEmpty {
            guard
                let length = (1...rest.count).reversed().first(where: {
                    phrases.contains(rest.prefix($0).reduce(ByteHash.seed, ByteHash.next))
                })
            else { return nil }
            found += 1
            rest = rest.dropFirst(length)
        }
        return found
    }

    private static let phrases = Set(
        words.phrases.map {
            let line = FoldedLine($0)
            return hash(of: line.words.indices, in: line)
        })

    private static let firstWords = KeyNumbers(firstWordsOf: words.phrases)

    /// One language or two a line.
    private static let words = """
        like|likes|liked|love|reply|replies|share|shares|save|saved|comment|comments|report|copy link|follow|repost|reposts|retweet|quote|bookmark|bookmarks|favorite|favourite|upvote|downvote|react|permalink|flag|award|helpful|not helpful|see translation|add comment|report abuse|add to favorites|send
        gefällt mir|gefällt mir nicht|antworten|antwort|teilen|merken|speichern|kommentieren|kommentare|kommentar|melden|zitieren|folgen|weiterleiten|link kopieren|daumen hoch|hilfreich|drucken
        j'aime|je n'aime pas|répondre|partager|enregistrer|commenter|commentaires|signaler|citer|suivre|copier le lien|imprimer|utile|réagir|sauvegarder
        me gusta|no me gusta|responder|compartir|guardar|comentar|comentarios|denunciar|reportar|citar|seguir|copiar enlace|imprimir|útil
        mi piace|non mi piace|rispondi|condividi|salva|commenta|commenti|segnala|cita|segui|copia link|stampa|utile
        curtir|gostar|gosto|compartilhar|partilhar|salvar|comentários|responda|curti
        vind ik leuk|leuk|reageren|beantwoorden|antwoorden|delen|opslaan|bewaren|melden|volgen|reacties|citeren
        gilla|svara|dela|spara|kommentera|anmäl|följ|citera|synes godt om|svar|del|gem|kommentar|kommenter|anmeld|følg|liker|lik|lagre|rapporter|siter|citer
        tykkää|vastaa|jaa|tallenna|kommentoi|ilmoita|seuraa|lainaa|kommentit
        lubię to|polub|odpowiedz|udostępnij|zapisz|skomentuj|komentuj|zgłoś|cytuj|obserwuj|komentarze
        to se mi líbí|líbí se mi|odpovědět|sdílet|uložit|komentovat|nahlásit|citovat|sledovat|páči sa mi to|odpovedať|zdieľať|uložiť|nahlásiť
        tetszik|válasz|válaszolok|megosztás|mentés|hozzászólás|jelentés|követés|idézet
        îmi place|apreciază|răspunde|distribuie|salvează|comentează|raportează|urmărește
        харесва ми|отговор|отговори|споделяне|сподели|запази|коментар|докладвай
        нравится|мне нравится|не нравится|ответить|поделиться|сохранить|комментировать|комментарии|пожаловаться|цитировать|подписаться|в избранное|в закладки|лайк|репост|скопировать ссылку
        подобається|вподобати|відповісти|поділитися|зберегти|коментувати|коментарі|поскаржитися|цитувати
        μου αρέσει|απάντηση|κοινοποίηση|κοινή χρήση|αποθήκευση|σχόλιο|σχόλια|αναφορά|σχολιάστε
        beğen|beğendim|yanıtla|cevapla|paylaş|kaydet|yorum yap|yorum|yorumlar|şikayet et|bildir|alıntıla|takip et
        أعجبني|إعجاب|رد|الرد|مشاركة|شارك|حفظ|تعليق|التعليقات|إبلاغ|متابعة|اقتباس
        پسندیدن|پسند|پاسخ|اشتراک گذاری|اشتراک‌گذاری|همرسانی|ذخیره|نظر|گزارش|دنبال کردن
        אהבתי|לייק|הגב|תגובה|השב|שתף|שיתוף|שמור|דווח|עקוב|תגובות
        पसंद|पसंद करें|लाइक|जवाब|जवाब दें|उत्तर दें|शेयर|शेयर करें|साझा करें|सेव करें|सहेजें|टिप्पणी|रिपोर्ट करें
        পছন্দ|লাইক|উত্তর|উত্তর দিন|শেয়ার|শেয়ার করুন|মন্তব্য|সংরক্ষণ|রিপোর্ট
        ถูกใจ|ไลก์|ตอบกลับ|ตอบ|แชร์|แบ่งปัน|บันทึก|แสดงความคิดเห็น|ความคิดเห็น|รายงาน|ติดตาม
        thích|trả lời|chia sẻ|lưu|bình luận|báo cáo|theo dõi|trích dẫn
        suka|menyukai|balas|bagikan|simpan|komentar|laporkan|ikuti|kongsi|komen
        点赞|赞|踩|收藏|转发|分享|评论|回复|举报|关注|投币|打赏|喜欢|在看|引用|复制链接|點讚|讚|轉發|評論|回覆|檢舉|關注|留言|收藏本文|推荐
        いいね|いいね！|返信|返信する|共有|共有する|シェア|シェアする|保存|保存する|コメント|コメントする|通報|通報する|引用|フォロー|フォローする|ブックマーク|リツイート|リポスト
        좋아요|싫어요|답글|답글달기|답글 달기|공유|공유하기|저장|댓글|댓글쓰기|신고|스크랩|팔로우|추천|비추천|구독
        """
}
