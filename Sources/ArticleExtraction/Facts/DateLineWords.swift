/// The words that stand beside a day in a line that says nothing else: weekdays, "published on", "at", time zones.
enum DateLineWords {
    /// Whether all words of a text are such words or numbers.
    ///
    /// - Parameter asWritten: the text with the marks at its ends.
    static func areAll(in text: String, asWritten: Substring) -> Bool {
        areAll(in: text) || asWritten.utf8.count > text.utf8.count && areAll(in: String(asWritten))
    }

    static func areAll(in text: String) -> Bool {
        var rest = TextFolding.fold(text)
        for label in unspaced where rest.holds(label) { rest = rest.replacing(label, with: " ") }
        let line = FoldedLine(folded: Array(rest.utf8))
        return line.words.indices.allSatisfy { index in
            // "10h15", "4th"
            let isFigure = line.bytes(index).first.map { (0x30...0x39).contains($0) } ?? false
            return isFigure || line.isNumber(index) || words.contains(index, of: line)
        }
    }

    private static let words = WordSet(
        """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
        lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim
        lunes martes miercoles jueves viernes sabado domingo mie jue vie sab dom
        lunedi martedi mercoledi giovedi venerdi sabato domenica gio
        segunda-feira terca-feira quarta-feira quinta-feira sexta-feira segunda terca quarta quinta sexta feira
        maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
        mandag tirsdag onsdag torsdag fredag lordag sondag måndag tisdag lördag söndag man tir ons tor fre lor son
        maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina keskiviikkona torstaina
        perjantaina lauantaina sunnuntaina ti ke to pe la su klo
        poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr czw pt sob ndz
        pondeli utery streda ctvrtek patek nedele pondelok utorok stvrtok piatok nedela
        ponedjeljak utorak srijeda cetvrtak petak subota nedjelja ponedeljak sreda nedelja ponedeljek torek cetrtek petek
        hetfo kedd szerda csutortok pentek szombat vasarnap luni marti miercuri joi vineri sambata duminica
        pirmadienis antradienis treciadienis ketvirtadienis penktadienis sestadienis sekmadienis d m
        pirmdiena otrdiena tresdiena ceturtdiena piektdiena sestdiena svetdiena gada
        esmaspaev teisipaev kolmapaev neljapaev reede laupaev puhapaev
        pazartesi sali carsamba persembe cuma cumartesi pazar
        понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье пн вт ср чт пт сб вс
        понеділок вівторок середа четвер п'ятниця субота неділя понеделник вторник сряда четвъртък петък събота неделя
        г года р року год
        δευτερα τριτη τεταρτη πεμπτη παρασκευη σαββατο κυριακη
        senin selasa rabu kamis jumat sabtu minggu isnin khamis jumaat ahad
        ngay thang nam thu hai ba tu nam sau bay chu nhat luc gio
        الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد شنبه یکشنبه دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه
        ראשון שני שלישי רביעי חמישי שישי שבת יום ב
        सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার
        ago ha dias dia hace fa giorni vor tagen il y jours назад дней дня temu dni siden sedan dagar once gun
        published publication posted date dated on at the of by issued released release created written first last online
        updated update modified edited revised reviewed originally time day
        veroffentlicht erschienen stand datum am um uhr den vom aktualisiert zuletzt geandert erstellt letzte anderung
        publie publiee paru le a mis jour mise modifie modifiee date du et cree dernier derniere actualise h
        publicado publicada fecha el las a actualizado actualizada hora horas del de h hs creado
        pubblicato pubblicata il alle ore aggiornato aggiornata data ultimo aggiornamento modificato
        em as atualizado atualizada atualizacao postado h
        gepubliceerd geplaatst op om bijgewerkt gewijzigd laatst uur datum
        publicerad publicerat uppdaterad uppdaterat den kl publisert oppdatert udgivet offentliggjort opdateret d
        julkaistu paivitetty muokattu
        opublikowano opublikowane data publikacji dodano aktualizacja zaktualizowano o godz dnia r
        zverejneno publikovano vydano aktualizovano v zverejnene publikovane objavljeno azurirano obnovljeno
        megjelent frissitve kozzeteve publicat actualizat la ora paskelbta atnaujinta publicets
        опубликовано опубликована дата публикации обновлено размещено создано в от опубліковано оновлено о публикувано
        yayinlanma yayinlandi yayin tarihi tarih guncelleme guncellendi saat son eklenme
        δημοσιευθηκε δημοσιευση ημερομηνια ενημερωθηκε στις ωρα τελευταια ενημερωση
        نشر نشرت تاريخ النشر في يوم تحديث آخر الموافق منتشر شده تاریخ انتشار ساعت
        פורסם עודכן תאריך בתאריך בשעה
        diterbitkan dipublikasikan tanggal pukul wib diperbarui pada cap nhat dang
        बजे को पर तारीख
        am pm a.m p.m noon gmt utc cet cest est edt cst cdt mst mdt pst pdt et ct pt bst ist msk eet jst kst h min
        st nd rd th er ere e
        """.split(whereSeparator: \.isWhitespace).map { TextFolding.fold(String($0)) })

    /// The longest first.
    private static let unspaced = [
        "最后更新时间", "发布时间", "发表时间", "更新时间", "最終更新日", "最終更新", "公開日時", "公開日", "更新日時", "更新日", "掲載日",
        "投稿日", "配信日", "作成日", "发布日期", "發布時間", "發佈時間", "更新時間", "发布于", "发表于", "發布於", "發表於", "发布", "發布",
        "發佈", "发表", "發表", "更新", "时间", "時間", "日期", "日時", "公開", "掲載", "配信", "投稿", "付け",
        "星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日", "星期天", "周一", "周二", "周三", "周四", "周五", "周六",
        "周日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日", "午前", "午後", "上午", "下午", "月曜", "火曜",
        "水曜",
        "木曜", "金曜", "土曜", "日曜", "(月)", "(火)", "(水)", "(木)", "(金)", "(土)", "(日)", "时", "時", "分", "秒",
        "日",
        "기사입력", "최종수정", "입력시간", "입력", "수정", "등록", "게시", "승인", "업데이트", "발행", "작성일", "오전", "오후",
        "월요일",
        "화요일", "수요일", "목요일", "금요일", "토요일", "일요일", "年", "月", "년", "월", "일", "시", "분",
        "วันที่", "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี", "วันศุกร์", "วันเสาร์", "วันอาทิตย์", "เผยแพร่",
        "อัปเดต", "เมื่อ",
        "पूर्वाह्न", "अपराह्न", "प्रकाशित", "अपडेट", "প্রকাশিত", "আপডেট", "প্রকাশ", "হালনাগাদ",
        "เวลา", "น.", "พ.ศ.", "ที่",
    ].map(TextFolding.fold)
}
