/// Words that follow "By", "Von", "Par" or "Por" and name nobody: "By Train", "By Tuesday Morning", "Par thème".
enum UnnamedWords {
    /// Whether a folded text consists of nothing else.
    static func areAll(of folded: String) -> Bool {
        let list = TextFolding.words(ofFolded: folded)
        return !list.isEmpty && list.allSatisfy { words.contains(String($0)) }
    }

    private static let words: Set<String> = Set(
        (english + others).joined(separator: " ").split(separator: " ").map(String.init))

    private static let english = [
        "train bus car plane boat ferry bike bicycle foot air sea land road rail taxi metro tram",
        "underground subway coach ship helicopter motorcycle hand mail email e-mail phone telephone",
        "post fax text sms design appointment invitation demand request choice chance mistake",
        "accident surprise force proxy definition example contrast comparison association extension",
        "agreement consent vote ballot resolution decree default reason means way order law nature",
        "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night",
        "noon midnight today tomorrow yesterday weekend spring summer autumn fall winter early late",
        "day days week weeks month months year years date dates hour hours minute minutes decade",
        "january february march april may june july august september october november december",
        "category categories topic topics type types region regions country countries state states",
        "city cities county province district area zone continent place places location locations",
        "price prices size sizes brand brands number numbers name names title titles relevance",
        "popularity popular rating ratings review reviews newest oldest latest comment comments",
        "subject subjects section sections department departments industry industries sector sectors",
        "product products model models service services solution solutions use case cases role roles",
        "author authors writer editor format language series issue volume theme themes genre style",
        "season event events venue map age gender race income level grade school team teams player",
        "players position company companies market business community platform device technology",
        "skill experience job career collection material colour color occasion interest interests",
        "special public private general first last next end beginning half law invitation only and",
        "or the a an of in using clicking signing continuing subscribing all any every our your my",
        "press release world news middle east west north south united nations kingdom states europe",
        "africa asia america latin australia science health climate change politics economy culture",
        "sport sports opinion analysis business finance technology environment education travel food",
        "breaking exclusive featured feature story stories report reports statement update updates",
        "blog post posts article articles podcast video videos photo photos gallery newsletter local",
        "national international global new york london paris berlin moscow washington beijing tokyo",
        "human rights foreign affairs home page top read min minutes hardware software bio people",
        "login log account create free sign up select language shop revised edition image images",
        "log-in sign-in sign-up register profile settings menu search cart help support contact",
    ]
    private static let others = [
        "zug auto bahn flugzeug schiff fahrrad fuss hand beginn anfang oben unten aussen innen",
        "montag dienstag mittwoch donnerstag freitag samstag sonntag morgen abend nacht mittag",
        "januar februar marz mai juni juli oktober dezember thema themen kategorie region land",
        "avion bateau voiture velo pied courriel telephone theme pays categorie auteur defaut exemple",
        "lundi mardi mercredi jeudi vendredi samedi dimanche matin soir nuit mois annee semaine",
        "tren barco coche bicicleta correo fecha tema pais categoria autor ejemplo favor supuesto fin",
        "lunes martes miercoles jueves viernes sabado domingo manana tarde noche mes ano semana",
        "treno aereo nave piede data paese giorno settimana anno mese esempio caso aviao navio",
        "comboio carro exemplo padrao segunda terca quarta quinta sexta trein boot fiets voet",
        "weitere artikel nachrichten mehr alle anmelden registrieren startseite politik wirtschaft kultur",
    ]
}
