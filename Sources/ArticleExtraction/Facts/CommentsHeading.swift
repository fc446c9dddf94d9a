/// Tells the line below which readers comment: "3 Comments", "Leave a reply", "12 thoughts on …", in the languages of
/// `FurniturePhrases`. Stricter than its family of comments, which has each button of a thread.
enum CommentsHeading {
    /// - Parameter line: well-formed UTF-8.
    static func matches(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= 160, FoldedLine.mayBegin(line.span, with: firstWords) else {
            return false
        }
        let folded = FoldedLine(folding: line.span)
        let words = folded.unnumbered
        guard !words.isEmpty, firstWords.known(folded.hash(words.lowerBound)) != nil else {
            return false
        }
        let isZero = folded.words.indices.contains { !words.contains($0) && folded.word($0) == "0" }
        // "Comments (0)" has nothing below it that readers wrote.
        guard (1...14).contains(words.count), !isZero else { return false }
        let isCounted = words.lowerBound > 0
        let text = words.map(folded.word).joined(separator: " ")
        return whole.contains(text) || starts.contains { text.hasPrefix($0) }
            || isCounted && counted.contains { text.hasPrefix($0) }
    }

    private static let whole = Set(
        """
        guest book|guestbook|condolences|messages of condolence|kondolenzbuch|condoleances|condoleanceregister
        comments|reader comments|readers comments|user comments|view comments|view all comments|show comments|read comments
        discussion|the discussion|join the discussion|join the conversation|responses|replies|reader responses|your comments
        comments on this article|comments on this post|comments on this story|comments on this entry|no comments yet
        leave a reply|leave a comment|post a comment|add a comment|add your comment|have your say|trackback pings
        kommentare zu diesem beitrag|kommentare zu diesem artikel|commentaires sur cet article|comentarios de los lectores
        comentarios sobre este articulo|comentarios dos leitores|commenti all'articolo|reacties op dit artikel
        комментарии к статье|комментарии к новости|komentarze do artykulu|komentare k clanku|comentarii la articol
        kommentare|leserkommentare|alle kommentare|kommentar schreiben|kommentar verfassen|kommentar hinterlassen
        schreibe einen kommentar|schreiben sie einen kommentar|hinterlasse einen kommentar
        commentaires|vos commentaires|laisser un commentaire|laissez un commentaire|poster un commentaire
        comentarios|ver comentarios|deja un comentario|dejar un comentario|deja una respuesta
        deixe um comentario|deixe uma resposta|deixe seu comentario|commenti|lascia un commento|lascia una risposta
        reacties|geef een reactie|laat een reactie achter|plaats een reactie|kommentarer|lamna ett svar|lamna en kommentar
        skriv en kommentar|legg igjen en kommentar|kommentit|kirjoita kommentti|jata kommentti
        komentarze|dodaj komentarz|zostaw komentarz|komentare|pridat komentar|napsat komentar
        комментарии|оставить комментарий|оставьте комментарий|добавить комментарий|написать комментарий
        коментарі|залишити коментар|додати коментар|коментари|yorumlar|yorum yap|yorum yaz|bir yanit yazin
        σχολια|αφηστε ενα σχολιο|التعليقات|تعليقات|اترك تعليقا|أضف تعليقا|תגובות|הוסף תגובה
        tinggalkan komentar|binh luan|评论|网友评论|用户评论|全部评论|最新评论|发表评论|留言|網友評論|發表評論
        コメント|コメントを残す|コメントを書く|댓글|댓글쓰기|コメント一覧|コメント欄|みんなのコメント|댓글 목록|전체 댓글
        评论列表|评论区|热门评论|精彩评论|網友留言|留言列表|讀者留言|ความคิดเห็น|แสดงความคิดเห็น|टिप्पणियाँ|মন্তব্য
        các bình luận|ý kiến bạn đọc|komentar pembaca|hozzászólások|vélemények|comentarii|comentariile cititorilor|komentáře
        نظرات|نظرات کاربران|دیدگاه ها|دیدگاه‌ها|نظر کاربران|تعليقات القراء|תגובות הקוראים|σχόλια αναγνωστών|okur yorumları
        diskusia|diskusia k clanku|pridat komentar|komentari|komentari citatelja|ostavi komentar|dodaj komentar|komentarji
        diskuse|diskuse k clanku|коментари|оставете коментар|добави коментар|comentaris|deixa un comentari|maoni|toa maoni
        கருத்துகள்|تبصرے|تبصرہ کریں|kommentaarid|komentarai|komentāri|ulasan|mga komento
        комментарии читателей|коментарі читачів|комментарии пользователей|opinie czytelników|reacties van lezers|læserkommentarer
        """.phrases.map(TextFolding.fold))

    /// The hashes of the words that all of them begin with.
    private static let firstWords = KeyNumbers(firstWordsOf: whole.union(starts).union(counted))

    private static let starts = [
        "comments are closed", "comments are now closed", "discussion about this ",
        "one thought on ", "one response to ",
    ]

    /// After how many there are.
    private static let counted = [
        "thoughts on ", "responses to ", "replies to ", "comments on ", "comments to ",
        "users responded ", "kommentare zu ", "gedanken zu ", "commentaires sur ",
        "reflexions sur ", "comentarios en ", "pensamientos sobre ", "commenti su ",
        "reacties op ",
    ]
}
