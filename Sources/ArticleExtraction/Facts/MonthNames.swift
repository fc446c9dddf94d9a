/// The names of the months, in the languages that articles are dated in.
enum MonthNames {
    /// The month, 1 to 12, that a folded word names; nil for another word.
    static func month(_ word: some StringProtocol) -> Int? {
        let word = String(word)
        if let month = names[word] { return month }
        // Hebrew writes "in" onto the name.
        if word.unicodeScalars.first == "ב", let month = names[String(word.dropFirst())] {
            return month
        }
        return nil
    }

    /// False for a word that begins no name of two words.
    static func mayBeginTwo(_ word: String) -> Bool {
        (word.utf8.first ?? 0) >= 0x80 && (word.utf8.first == 0xD7 || firstOfTwo.contains(word))
    }

    /// None of them is of ASCII.
    private static let firstOfTwo = Set(
        names.keys.compactMap { name in name.firstIndex(of: " ").map { String(name[..<$0]) } })

    private static let names: [String: Int] = {
        var names: [String: Int] = [:]
        for language in table {
            for (index, variants) in language.split(separator: "|").enumerated() {
                for name in variants.split(separator: " ") {
                    let key = TextFolding.fold(String(name.map { $0 == "_" ? " " : $0 }))
                    if names[key] == nil { names[key] = index + 1 }
                }
            }
        }
        return names
    }()

    /// One language a line, months between bars, forms of one month between spaces (_ is a space in one).
    /// Where two languages disagree on a word, the first line wins.
    private static let table = [
        "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|"
            + "september sep sept|october oct|november nov|december dec",
        "januar jänner jän|februar feber|märz maerz mär mrz|april|mai|juni|juli|august|september|"
            + "oktober okt|november|dezember dez",
        "janvier janv|février fév févr|mars|avril avr|mai|juin|juillet juil|août|septembre|octobre|"
            + "novembre|décembre déc",
        "enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre|octubre|"
            + "noviembre|diciembre dic",
        "gennaio gen|febbraio febb|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre"
            + " sett set|ottobre ott|novembre|dicembre",
        "janeiro|fevereiro fev|março|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|"
            + "dezembro",
        "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|oktober|november|december",
        "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|"
            + "июня июнь июн|июля июль июл|августа август авг|сентября сентябрь сен сент|"
            + "октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек",
        "stycznia styczeń sty|lutego luty lut|marca marzec|kwietnia kwiecień kwi|maja maj|"
            + "czerwca czerwiec cze|lipca lipiec lip|sierpnia sierpień sie|września wrzesień wrz|"
            + "października październik paź|listopada listopad lis|grudnia grudzień gru",
        "ocak oca|şubat şub|mart|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|"
            + "ekim eki|kasım kas|aralık ara",
        "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december",
        "januar|februar|marts mars|april|maj mai|juni|juli|august|september|oktober|november|"
            + "desember december des",
        "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|"
            + "toukokuuta toukokuu|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|"
            + "syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu|joulukuuta joulukuu",
        "ledna leden|února únor|března březen|dubna duben|května květen|června červen|"
            + "července červenec|srpna srpen|září|října říjen|listopadu|prosince prosinec",
        "ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|"
            + "decembrie",
        "január|február|március márc|április ápr|május máj|június jún|július júl|augusztus|"
            + "szeptember szept|október|november|december",
        "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|"
            + "απριλίου απρίλιος απρ|μαΐου μάιος μαι|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|"
            + "αυγούστου αύγουστος αυγ|σεπτεμβρίου σεπτέμβριος σεπ|οκτωβρίου οκτώβριος οκτ|"
            + "νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ",
        "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень|"
            + "липня липень|серпня серпень|вересня вересень|жовтня жовтень|листопада листопад|"
            + "грудня грудень",
        "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
        "يناير كانون_الثاني جانفي|فبراير شباط فيفري|مارس آذار|أبريل نيسان إبريل أفريل|مايو أيار ماي|"
            + "يونيو حزيران يونيه جوان|يوليو تموز يوليه جويلية|أغسطس آب أوت|سبتمبر أيلول|"
            + "أكتوبر تشرين_الأول|نوفمبر تشرين_الثاني|ديسمبر كانون_الأول",
        "ינואר|פברואר|מרץ מרס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
        "januari|februari pebruari|maret|april|mei|juni|juli|agustus agt|september|oktober|november"
            + " nopember|desember",
        "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|"
            + "สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม",
        "जनवरी|फ़रवरी फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|"
            + "नवंबर नवम्बर|दिसंबर दिसम्बर",
    ]
}
