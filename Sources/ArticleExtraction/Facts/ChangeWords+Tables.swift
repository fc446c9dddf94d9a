/// The words in the languages that articles are dated in; compared folded, by their beginnings unless said otherwise.
extension ChangeWords {
    /// Words that say it in two.
    static let pairs: [String: Kind] = [
        "a jour": .changed, "cap nhat": .changed, "last edit": .changed, "sist endret": .changed,
        "sua doi": .changed, "son degisiklik": .changed, "last change": .changed,
        "xuat ban": .published, "ngay dang": .published, "dang luc": .published,
        "dang tai": .published, "mis en": .published, "dato publisering": .published,
    ]
    static let labels: Set<String> = [
        "date", "datum", "fecha", "data", "дата", "dato", "tarih", "日期", "日時", "时间", "時間",
    ]
    static let others: Set<String> = [
        "erscheinungsdatum", "erscheinungstermin", "erscheint", "joined", "registered",
        "registriert", "beigetreten", "mitglied", "member", "inscrit",
        "inscription", "registrado", "stated", "since", "seit", "depuis", "received", "accepted",
        "eingegangen", "eingereicht", "angenommen", "akzeptiert", "recu", "accepte", "recibido",
        "aceptado", "ricevuto", "accettato", "recebido", "aceito", "event", "veranstaltung",
        "evenement", "evento", "starts", "begins", "beginn", "ends", "deadline", "expires",
        "expiry", "due", "until", "till", "bis", "jusqu'au", "hasta", "frist", "valid", "retrieved",
        "accessed", "abgerufen", "consulte", "effective", "embargo", "收稿日期", "截止", "접수일",
        "when", "wann", "quando", "cuando", "quand", "когда", "коли", "today", "heute", "oggi",
        "hoje", "hoy",
        "vandaag", "сегодня", "bugun", "opens", "closes", "closed", "by-law", "crawled",
        "generated",
        "printed", "imieniny", "preise", "prices", "tot", "jusqu", "avant", "before", "after",
        "fino", "termin", "wydarzenie", "starting", "ending",
    ]
    static let otherPairs: Set<String> = [
        "release date", "end date", "event date", "due date",
    ]
    /// What ends so tells the day of the visit.
    static let todays = [
        "今天是", "今日は", "现在是", "nous sommes le", "hoy es", "heute ist", "oggi e", "hoje e",
    ]
    .map(TextFolding.fold)
    /// What says that a day is one of a person's life.
    static let lives = [
        "born", "birth", "died", "death", "geboren", "geburt", "gestorben", "naissance", "nacid",
        "nacimiento", "nascid", "nascimento", "nascita", "родил", "рожден", "出生", "生日", "逝世",
    ].map(TextFolding.fold)
    static let changed = [
        "updated", "modified", "edited", "revised", "reviewed", "aktualisiert", "geandert",
        "anderung", "aktualisierung", "uberarbeitet", "bearbeitet",
        "actualiz", "atualiz", "aggiorn", "modific", "modifi", "bijgewerkt", "gewijzigd",
        "mis-a-jour", "oppdater", "opdater", "uppdater", "andrad", "endret", "rettet",
        "paivitet", "muokattu", "paivitys", "zaktualizowan", "aktualizacj", "aktualizov",
        "aktualizac",
        "zmodyfikowan", "zmieniono", "upraveno", "upravene", "guncelle", "degistir",
        "editat", "actualis", "amended", "corrected", "update", "revise", "revisad", "corrig",
        "ανανεω", "ενημερ", "τροποποι", "обновл", "изменен", "оновл", "змінен", "обнов", "ажурир",
        "актуализир", "променен", "измењен", "azurir", "izmjen", "izmen", "promijenjen",
        "posodob", "spremen", "atnaujin", "atjaunin", "uuendatud", "muudetud", "uuendus",
        "frissit", "modosit", "actualitz", "eguneratu", "diperbarui", "diperbaharui", "dikemaskini",
        "pembaruan", "perubahan", "تحديث", "عدل", "معدل", "بروزرسانی", "بروزرساني", "به‌روزرسانی",
        "ویرایش",
        "ویرائش", "اپڈیٹ", "עודכן", "עדכון", "अपडेट", "संशोधित", "अद्यतन", "হালনাগাদ", "আপডেট",
        "সংশোধিত", "புதுப்பி", "అప్‌డేట్", "ನವೀಕರಿ", "અપડેટ", "ਅਪਡੇਟ", "perditesu", "imesasishwa", "yangilan",
        "yenilen", "жаңарт", "թարմաց", "განახლ",
    ].map(TextFolding.fold)
    static let published = [
        "publish", "publie", "publicad", "publicac", "publicat", "publicer", "publiser",
        "publication", "publikac", "publikov", "publikuo", "publiziert", "publicet", "publicari",
        "posted", "veroffentlicht", "erschienen", "gepostet", "pubblica", "geplaatst",
        "gepubliceerd", "gepost", "julkaistu", "julkais", "опубликован", "публикац", "размещен",
        "yayin", "giris",
        "eklen", "udgivet", "offentliggjort", "zverejnen", "created", "erstellt", "opublik",
        "vydan", "dodano", "dodana", "objavljen", "objavil", "paskelbt", "avaldatud",
        "megjelen", "kozzetev", "kozzetet", "letrehoz", "δημοσ", "αναρτ", "опублікован", "публікац",
        "публикуван",
        "објављен", "diterbitkan", "dipublikasikan", "diposting", "diposkan", "tayang", "terbit",
        "نشر", "انتشار", "شائع",
        "פורסם", "प्रकाशित", "प्रकाशन", "প্রকাশ", "issued", "released", "started", "asked", "gestartet",
        "gestellt", "postat", "publicerad", "utgitt", "ilmestyi", "zamieszczon", "napsan",
        "uverejnen", "postavljen",
        "postado", "postat", "botuar", "argitaratu", "imechapishwa", "dərc", "жариялан",
        "հրապարակ", "გამოქვეყნ", "வெளியிட", "ప్రచురిం", "ಪ್ರಕಟ", "પ્રકાશિત", "ਪ੍ਰਕਾਸ਼ਿਤ",
    ].map(TextFolding.fold)

    /// These count wherever they stand in a word.
    static let unspacedChanged = [
        "更新", "修改", "修订", "修訂", "編輯于", "최종수정", "수정", "업데이트", "อัปเดต", "อัพเดต", "อัพเดท", "แก้ไข",
        "ปรับปรุง",
    ].map(TextFolding.fold)
    static let unspacedPublished = [
        "发布", "发表", "發布", "發佈", "發表", "公開", "掲載", "投稿", "配信", "作成", "刊登", "上线", "입력", "등록", "게시",
        "발행", "게재", "เผยแพร่", "โพสต์", "ลงวันที่", "ตีพิมพ์",
    ].map(TextFolding.fold)
}
