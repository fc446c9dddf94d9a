/// A language that is written in Latin letters: those it has beyond ASCII, and its commonest words within ASCII, by which
/// it is known though hardly a byte above 0x7F comes along.
struct LatinLanguage: Sendable {
    let letters: Set<UInt32>
    /// In lower case; words that several languages share are left out, as they say nothing.
    /// By `LatinWords.key`.
    let words: Set<UInt64>

    private init(_ letters: String, _ words: String) {
        self.letters = Set((letters + letters.uppercased()).unicodeScalars.map(\.value))
        self.words = Set(words.split(separator: " ").compactMap { LatinWords.key(of: $0.utf8) })
    }

    /// The languages that a character set is for.
    static func all(in charset: Charset) -> [LatinLanguage] {
        switch charset.name {
        case "windows-1250", "ISO-8859-2", "ISO-8859-16": central
        case "windows-1254", "ISO-8859-9": [turkish]
        case "windows-1257", "ISO-8859-13", "ISO-8859-4": baltic
        default: western
        }
    }

    private static let western = [
        LatinLanguage(
            "éèêçñïöüàâôä",
            "the of and to in that is was for it with as his on be at by had not are but from have "
                + "they which you were all her she there would their we been has when who will more "
                + "if out said an this or"),
        LatinLanguage(
            "äöüßé",
            "der die und das den von zu mit sich des auf ist im dem nicht ein eine als auch es werden "
                + "aus er hat dass sie nach wird bei noch wie einem oder aber"),
        LatinLanguage(
            "éèêàçùâîôûëïœæü",
            "le les des et en un une du que qui dans est pour pas sur au par plus avec ce il sont se "
                + "ne ses mais ou elle nous vous leur cette"),
        LatinLanguage(
            "áéíóúñü¿¡ºª",
            "el los las y en un una que del por con para se es al lo como su sus fue este ha pero son "
                + "sobre entre cuando muy hay"),
        LatinLanguage(
            "ãõçáéíóúâêôàüºª",
            "o os um uma que do da em dos das no na nos para com por ao pelo pela mais foi se sua seu "
                + "mas como ser nas ele"),
        LatinLanguage(
            "àèéìòùóî",
            "il lo gli di che un una del della nel nella per con non si alla dal dei sono anche come "
                + "ha ma le al da questo delle"),
        LatinLanguage(
            "éëïöüèáó",
            "de het een van en in is dat op te zijn met voor niet aan er om ook als maar bij door uit "
                + "naar heeft werd hij nog worden"),
        LatinLanguage(
            "åäöé",
            "och att det som en av den med till inte har de ett om var hade men sig kan vi ska efter "
                + "eller blev man jag"),
        LatinLanguage(
            "æøåéòôü",
            "og at det som en af av den med til ikke har de et om var hadde havde men seg sig kan vi "
                + "skal etter efter eller ble blev er jeg"),
        LatinLanguage(
            "äöå",
            "ja on ei se oli mutta kun niin joka ovat ole sen hän kuin nyt tai siis vain olla mukaan"
        ),
        LatinLanguage(
            "áðéíóúýþæö",
            "og er sem til um en ekki var hann við frá hafa hefur fyrir eru kom"),
        LatinLanguage(
            "àçèéíïòóúü·",
            "els les amb per una dels aquest que del ha seva als han fins molt com mateix"),
    ]

    private static let central = [
        LatinLanguage(
            "ąćęłńóśźż",
            "nie jest na do to w z i o po jak od za ale tego przez tak dla ich oraz lub czy tym jego co "
                + "przy jako tylko by ze ma sobie kiedy gdy bardzo"),
        LatinLanguage(
            "áčďéěíňóřšťúůýž",
            "se na je v o to do s z ale jako za by tak od po podle pro jeho nebo bylo jsou kter ve bude "
                + "ze k i jen let roku mezi"),
        LatinLanguage(
            "áäčďéíĺľňóôŕšťúýž",
            "sa na je v o to do s z ale ako za by od po pre jeho alebo bolo ktor vo bude zo k i len "
                + "roku medzi podla"),
        LatinLanguage(
            "áéíóöőúüű",
            "a az hogy nem egy is meg csak volt ez de ha mint el vagy azt ezt ki most majd sem lesz "
                + "minden mert amely"),
        LatinLanguage(
            "ăâîşţ",
            "de la nu un o pe cu din este pentru care mai sau au fost prin dar ce lui al sunt dup ale "
                + "acest unei fi"),
        LatinLanguage(
            "čćđšž",
            "je i u na da se su za od koji iz s o kao ali ne to je bi bilo nije sve ili prema samo"),
        LatinLanguage(
            "čšž",
            "je in na da se so za od ki iz z o kot pa ne ni bi bilo tudi ali pri po leta"),
    ]

    private static let turkish = LatinLanguage(
        "çğıöşüâîûİ",
        "bir ve bu ile da de olarak daha gibi ama var olan kadar ne en sonra ki o mi oldu ya hem "
            + "bunu her ise")

    private static let baltic = [
        LatinLanguage(
            "ąčęėįšųūž",
            "ir kad yra tai su bet kaip buvo apie nuo iki po bei jau per savo ar dar"),
        LatinLanguage(
            "āčēģīķļņšūž",
            "un ir ka par no ar tika bija kas uz arī vai pie bet kad pirms"),
        LatinLanguage(
            "äöõüšž",
            "ja on ei et see oli mis ka kui ning aga oma ta siis kes ole nii"),
    ]
}
