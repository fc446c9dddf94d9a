/// Words that make a date the one of a change: "Updated 5 May 2021".
enum ChangeWords {
    /// Whether such a word, and none of publication after it, stands before a place in a line.
    static func stand(before end: String.Index, in line: String) -> Bool {
        let words = TextFolding.words(ofFolded: TextFolding.fold(String(line[..<end])))
        for (index, word) in words.enumerated().reversed() {
            if published.contains(where: { word.hasPrefix($0) }) { return false }
            if changed.contains(where: { word.hasPrefix($0) }) { return true }
            if index > 0, pairs.contains("\(words[index - 1]) \(word)") { return true }
        }
        return false
    }

    /// Whether a text ends with a word of publication, such as "Published on", "Datum:".
    static func introducesPublication(_ label: String) -> Bool {
        let folded = TextFolding.fold(String(label.suffix(40)))
        let words = TextFolding.words(ofFolded: folded)
        if introducesOtherDay(label) { return false }
        for word in words.suffix(3).reversed() {
            if changed.contains(where: { word.hasPrefix($0) }) { return false }
            if published.contains(where: { word.hasPrefix($0) }) { return true }
        }
        guard let last = words.last.map(String.init) else { return false }
        return labels.contains(last) && (words.count == 1 || folded.hasSuffix(":"))
    }

    /// Whether a text ends with what makes the date after it another than that of publication: "Joined", "Born", "Stated on".
    static func introducesOtherDay(_ label: String) -> Bool {
        let words = TextFolding.words(ofFolded: TextFolding.fold(label))
        return words.suffix(3).contains { word in
            others.contains(String(word)) || lives.contains { word.hasPrefix($0) }
        }
    }

    /// Words that say it in two.
    private static let pairs: Set<String> = ["a jour", "cap nhat", "last edit", "sist endret"]
    private static let labels: Set<String> = [
        "date", "datum", "fecha", "data", "дата", "dato", "tarih", "日期", "日時", "时间", "時間",
    ]
    private static let others: Set<String> = [
        "joined", "registered", "registriert", "beigetreten", "mitglied", "member", "inscrit",
        "inscription", "registrado", "stated", "since", "seit", "depuis", "received", "accepted",
        "eingegangen", "eingereicht", "angenommen", "akzeptiert", "recu", "accepte", "recibido",
        "aceptado", "ricevuto", "accettato", "recebido", "aceito", "event", "veranstaltung",
        "evenement", "evento", "starts", "begins", "beginn", "ends", "deadline", "expires",
        "expiry", "due", "until", "till", "bis", "jusqu'au", "hasta", "frist", "valid", "retrieved",
        "accessed", "abgerufen", "consulte", "effective", "embargo", "收稿日期", "截止", "접수일",
    ]
    /// What says that a day is one of a person's life.
    private static let lives = [
        "born", "birth", "died", "death", "geboren", "geburt", "gestorben", "naissance", "nacid",
        "nacimiento", "nascid", "nascimento", "nascita", "родил", "рожден", "出生", "生日", "逝世",
    ]
    private static let changed = [
        "updated", "modified", "edited", "revised", "reviewed", "aktualisiert", "geandert",
        "actualiz", "atualizad", "aggiornat", "modifi", "bijgewerkt", "gewijzigd", "mis-a-jour",
        "oppdatert", "opdateret", "uppdaterad", "paivitetty", "zaktualizowan", "обновлен",
        "оновлено", "guncelle", "aktualizovan", "更新", "修改", "editat", "actualis", "amended",
        "aktualizacj", "ανανεω", "ενημερ", "τροποποι", "обновл", "изменен", "оновл", "змінен",
        "обнов", "ажурир", "azuriran", "posodobljen", "atnaujint", "atjaunin", "uuendatud",
        "frissit", "modosit", "actualizat", "diperbarui", "dikemaskini", "تحديث", "عدل",
        "بروزرساني",
        "עודכן", "수정", "업데이트", "อัปเดต", "อัพเดต", "แก้ไข", "अपडेट", "संशोधित",
        "হালনাগাদ", "আপডেট", "revise",
    ]
    private static let published = [
        "publi", "posted", "veroffentlicht", "erschienen", "gepostet", "pubblicat", "geplaatst",
        "julkaistu", "опубликован", "yayin", "发布", "发表", "發布", "發表", "公開", "掲載", "投稿",
        "udgivet", "zverejnen", "created", "erstellt", "opublikowan", "objavljen", "paskelbt",
        "avaldatud", "megjelent", "kozzetev", "δημοσιευ", "опублікован", "публикуван", "објављен",
        "diterbitkan", "dipublikasikan", "نشر", "انتشار", "פורסם", "입력", "등록", "게시", "配信",
        "เผยแพร่", "प्रकाशित", "প্রকাশ", "issued", "released",
    ]
}
