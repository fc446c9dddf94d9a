/// Tells what a page counts about itself from the figures of its text: "12 comments", "3 min read", "Points: 7",
/// "3 hours ago".
///
/// Every word of it is one of those that such lines are made of, and one of them says what is counted. So neither
/// "Harbour 12" nor "18 g flour" nor "The pane costs 40 marks" is a counter, however short.
enum EntryCounter {
    /// In bytes; nothing longer is one.
    private static let longest = 160

    /// What is left of a piece without the counters that are all of it, its first or its last sentence, or stand between
    /// bars and dots.
    static func strip(_ words: ArraySlice<ArraySlice<UInt8>>) -> ArraySlice<ArraySlice<UInt8>> {
        var text = words
        if let end = text.dropLast().firstIndex(where: endsSentence), isOne(text[...end]) {
            text = text[(end + 1)...]
        }
        if let end = text.dropLast().lastIndex(where: endsSentence), isOne(text[(end + 1)...]) {
            text = text[...end]
        }
        guard text.contains(where: isDivider) else { return isOne(text) ? [] : text }
        let parts = text.split(whereSeparator: isDivider)
        let left = parts.filter { !isOne($0) }
        return left.count == parts.count ? text : Array(left.joined())[...]
    }

    /// Whether words count something about the page, and say nothing else.
    static func isOne(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        let line = Line(words)
        return line.says && line.numbers > 0 && line.numbers <= line.nouns + line.units
    }

    /// Whether they say what is counted, and the number stands elsewhere: "comments" below "12".
    static func isLabel(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        let line = Line(words)
        return line.says && line.numbers == 0
    }

    /// Whether there is a number and nothing else.
    static func isNumber(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        let line = Line(words)
        return !line.hasOthers && line.numbers == 1 && line.nouns + line.units + line.fillers == 0
    }

    /// What words are made of.
    private struct Line {
        var nouns = 0
        var numbers = 0
        var units = 0
        var fillers = 0
        var hasOthers = false

        /// Whether it says what is counted, and nothing else.
        var says: Bool { !hasOthers && nouns > 0 }

        init(_ words: ArraySlice<ArraySlice<UInt8>>) {
            guard words.reduce(0, { $0 + $1.count + 1 }) <= longest else {
                hasOthers = true
                return
            }
            var text = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
                .lowercased()
            for mark in marks { text = text.replacing(mark, with: " ") }
            if text.contains("average") { text = text.replacing("/", with: " ") }
            if text.contains("il y a ") { nouns += 1 }
            var isName = false
            for part in text.split(whereSeparator: \.isWhitespace) {
                let word = EntryCounter.trimmed(part)
                if word.isEmpty { continue }
                if isName {
                    isName = false
                } else {
                    add(word)
                    isName = word == "by" || word == "von"
                }
            }
        }

        private mutating func add(_ word: Substring) {
            guard word.contains(where: EntryCounter.isDigit) else { return addWord(String(word)) }
            if EntryCounter.isCount(word) {
                numbers += 1
                return
            }
            // "3条评论", "5min"
            let letters = word.filter { !EntryCounter.isDigit($0) && $0 != "," && $0 != "." }
            guard letters.allSatisfy(\.isLetter) else {
                hasOthers = true
                return
            }
            numbers += 1
            addWord(letters)
        }

        private mutating func addWord(_ word: String) {
            if EntryCounter.nouns.contains(word) {
                nouns += 1
            } else if EntryCounter.units.contains(word) {
                units += 1
            } else if EntryCounter.fillers.contains(word) {
                fillers += 1
            } else {
                hasOthers = true
            }
        }
    }

    private static func endsSentence(_ word: ArraySlice<UInt8>) -> Bool {
        word.last.map { ".!?".utf8.contains($0) } ?? false
    }

    private static func isDivider(_ word: ArraySlice<UInt8>) -> Bool {
        dividers.contains { word.elementsEqual($0.utf8) }
    }

    private static let dividers = ["|", "·", "•", "-", "–", "—", "/", "&middot;", "&bull;", "∙"]
    /// What stands between words beside blanks.
    private static let marks = [
        "&nbsp;", "&#160;", "&#xa0;", "\u{A0}", "&raquo;", "&rarr;", "&middot;", "&bull;", "(", ")",
        "[",
        "]", "：", "（", "）", "、", "，",
    ]

    private static func trimmed(_ word: Substring) -> Substring {
        func isMark(_ character: Character) -> Bool {
            !character.isLetter && !isDigit(character) && character != "+"
                && character != "%" && !character.isCurrencySymbol && !symbols.contains(character)
        }
        var word = word.drop(while: isMark)
        while let last = word.last, isMark(last) { word.removeLast() }
        return word
    }

    /// "1,024", "3.5k", "10+"; no "3:1", "40%", "12/20".
    private static func isCount(_ word: Substring) -> Bool {
        var word = word
        if word.last == "+" { word.removeLast() }
        if let last = word.last, "km".contains(last) { word.removeLast() }
        return !word.isEmpty && word.allSatisfy { isDigit($0) || ".,'’".contains($0) }
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static let symbols: Set<Character> = [
        "▲", "△", "⬆", "↑", "▼", "♥", "❤", "❤️", "♡", "👍", "💬", "👁", "🔁", "★", "⭐",
    ]

    private static func words(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    /// What is counted.
    private static let nouns = words(
        """
        comment comments reply replies response responses view views pageviews pageview read reads reader readers reading
        visit visits visitor visitors hits like likes share shares retweets reposts boosts boost favorites favourites faves
        bookmarks vote votes upvote upvotes downvotes point points score karma clap claps downloads plays followers
        subscribers reactions reaction participants participant posts tweets pingbacks trackbacks thoughts average ago
        kommentar kommentare kommentaren antworten leser lesezeit lesedauer aufrufe zugriffe ansichten klicks gelesen
        stimmen reaktionen vor beiträge teilnehmer
        commentaire commentaires réponses vues lectures lecture lecteurs partages réactions
        comentario comentarios respuestas visitas vistas lecturas lectura lectores compartidos hace comentário comentários
        respostas visualizações leitura leituras há commento commenti risposte visualizzazioni letture lettura lettori
        condivisioni fa reactie reacties weergaven leestijd lezers geleden stemmen gelezen
        kommentarer svar visningar visninger visningen lästid lesetid læsetid delningar delinger sedan siden
        kommenttia kommentti kommentit katselua lukuaika sitten
        komentarz komentarze komentarzy odpowiedzi wyświetleń wyświetlenia odsłon czytania temu
        komentář komentáře komentářů komentár komentáre zobrazení čtení přečteno
        комментарий комментария комментариев комментарии просмотр просмотра просмотров просмотры ответов ответа чтения
        назад коментар коментарі коментарів переглядів коментара
        yorum yorumlar görüntülenme okunma okuma önce σχόλιο σχόλια προβολές ανάγνωσης
        hozzászólás hozzászólások megtekintés comentariu comentarii vizualizări
        تعليق تعليقات مشاهدة مشاهدات قراءة نظر دیدگاه بازدید תגובה תגובות צפיות
        komentar dilihat dibaca bình luận xem
        评论 条评论 評論 則評論 则评论 留言 則留言 条留言 回复 个回复 条回复 回應 阅读 次阅读 阅读量 閱讀 次閱讀 浏览 次浏览 浏览量
        瀏覽 次瀏覽 点击 次点击 点赞 人点赞 赞 个赞 人参与 分享 分钟前 小时前 天前 分鐘前 小時前
        コメント 件のコメント 件 いいね 閲覧数 回閲覧 ビュー ブックマーク 分で読めます 分前 時間前 日前
        댓글 개의댓글 조회수 조회 회 추천 공감 좋아요 분전 시간전
        ความคิดเห็น ครั้ง
        ▲ △ ⬆ ↑ ▼ ♥ ❤ ❤️ ♡ 👍 💬 👁 🔁 ★ ⭐
        """)
    /// How long something takes or is ago, beside a word that says so.
    private static let units = words(
        """
        second seconds sec secs minute minutes min mins hour hours hr hrs h m day days week weeks month months year years
        sekunden minuten stunde stunden tag tagen woche wochen monat monaten jahr jahren heure heures jour jours semaine
        semaines mois ans minuto minutos minuti hora horas ora ore día días dia dias giorni semanas settimane meses mesi anni años
        uur uren dagen weken minut minuter minutter timmar timer dagar dager dage minuuttia tuntia minuta minuty godzin
        godziny dni минут минуты минуту минута час часа часов дней день дня dakika saat gün λεπτά phút 分 分钟 分鐘 分間 분
        """)
    /// What stands beside.
    private static let fillers = words(
        """
        by no total all the this that post article story entry page topic has have had there are is was were on to of and in
        for so far still now just new more see show read view add leave posted updated published submitted time times
        estimated est approx about only already number count currently people rating ratings rated out full join
        von am um mit noch bisher schon zu diesem beitrag artikel anzahl bereits zahl ca etwa alle und
        de du le la les l temps il y a sur à cet ce durée nombre et
        el los las tiempo este esta en un una tempo di il gli su questo por o os as do da e ainda
        van het deze dit nog al op over keer mal fois veces volte vezes
        för den till og och om på til czas ok do tego čas на по время до раз ve süresi χρόνος doc
        次 个 個 条 條 件 名 の 数 數 개 명 번
        """)
}
