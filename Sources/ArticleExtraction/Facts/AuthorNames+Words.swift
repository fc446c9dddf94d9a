/// The words by which names are told from what stands around them; folded.
extension AuthorNames {
    static let joiners: Set<String> = [
        "and", "&", "und", "et", "y", "i", "och", "og", "ja", "и", "ve", "with", "mit", "avec",
        "con", "και", "a\u{300}", "|", "•", "·", "/", "+", "sowie", "та", "и,", "and,", "e",
    ]
    static let domains: Set<String> = [
        "com", "net", "org", "info", "cn", "ru", "de", "fr", "it", "es", "pl", "nl", "br", "jp",
        "uk", "eu", "io",
    ]
    static let tailWords: Set<String> = [
        "-", "|", "for", "in", "at", "from", "via", "updated", "published", "posted", "on", "über",
        "fur", "(", "•", "·", "—", "–", "is", "was", "a", "aus", "bei",
        "am", "edited", "reviewed", "illustration", "illustrations", "photos", "vom",
        "时间", "時間", "来源", "來源", "日期", "编辑", "編輯", "发布时间", "發佈時間", "发表于", "發表於", "点击", "點擊",
        "浏览", "瀏覽", "阅读", "閱讀", "字号", "访问统计",
    ]
    /// What leads to the day behind a name: "Ada Marl le 4 mars".
    static let dayWords: Set<String> = [
        "le", "el", "il", "em", "op", "den", "on", "am", "vom", "at", "dne", "v", "w", "dnia", "la",
        "u", "в",
        "от", "kl", "um", "pada", "ngay", "a", "the", "published", "updated", "posted",
    ]
    static let titles: Set<String> = [
        "dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame", "rev", "hon", "phd", "mag",
        "dipl-ing", "ing", "drs", "herr", "frau", "doktor", "dott", "sen", "rep", "gov",
    ]
    static let degrees: Set<String> = [
        "phd", "ph.d", "md", "m.d", "mba", "esq", "msc", "jd", "rn", "cfa", "cfp", "dds", "dvm",
        "ms", "ma", "rd", "rdn", "ld", "cpa", "msw", "lcsw", "dnp", "pharmd", "psyd", "edd",
        "cissp",
    ]
    static let particles: Set<String> = [
        "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "das", "do", "du",
        "la",
        "le", "el", "al", "bin", "ibn", "ben", "zu", "zur", "ter", "ten", "af", "av", "e", "y", "d",
        "des", "vom", "abu", "bint", "lo", "san", "st", "der", "i",
    ]
    static let roles: Set<String> = Set<String>(
        [
            "editor", "editors", "reporter", "correspondent", "columnist", "writer", "writers",
            "contributor", "contributors", "journalist", "producer", "photographer", "analyst",
            "redakteur", "redakteurin", "korrespondent", "korrespondentin", "redacteur",
            "redattore",
            "giornalista", "periodista", "corresponsal", "redactor", "jornalista",
            "author",
            "director", "bureau", "desk", "intern", "freelancer", "blogger", "moderator", "member",
            "administrator", "webmaster", "officer", "founder", "cofounder", "co-founder",
            "president",
            "manager", "expert", "specialist", "attorney", "consultant", "ceo", "cto", "muhabiri",
            "корреспондент", "журналист", "обозреватель", "প্রতিবেদক", "সংবাদদাতা", "संवाददाता",
            "correspondente",
            "corrispondente", "correspondante",
        ].map(TextFolding.fold))
    static let notNames: Set<String> = [
        "admin", "administrator", "editor", "staff", "guest", "author", "authors", "by", "unknown",
        "anonymous user", "user", "none", "null", "webmaster", "the author", "comments", "share",
        "follow", "updated", "published", "posted", "home", "news", "read more", "advertisement",
        "shares", "top stories", "view profile", "view all posts", "see more", "read more",
        "wordpress",
        "root", "default", "super user", "guest author", "weiter", "mehr", "red", "agenturen",
        "agencies", "agences", "agencias", "agenzie", "agentschappen", "agencje", "агентства",
        "video player", "sponsored", "sponsored links", "sponsored content", "facebook", "twitter",
        "instagram", "linkedin", "youtube", "whatsapp", "tiktok", "telegram", "contributors",
        "undefined", "no author", "noauthor", "author unknown", "unknown author", "not available",
        "n/a", "nan", "center", "centre", "institute", "department", "office", "bureau", "council",
        "committee", "foundation", "society", "ministry", "association", "coalition", "campaign",
        "unbekannt", "inconnu", "desconocido", "本报讯", "本网讯", "本站讯", "本台讯", "综合",
        "綜合", "综合报道", "綜合報導", "佚名", "未知", "本报", "本刊",
    ]
    static let agencies: Set<String> = [
        "reuters", "ap", "afp", "dpa", "associated press", "the associated press", "upi", "efe",
        "agence france-presse", "ansa", "tass", "тасс", "риа новости", "interfax", "интерфакс",
        "xinhua", "新华社", "pti", "ians", "ani", "bloomberg", "apa", "sda", "sid", "kna", "epd",
        "belga", "anp", "lusa", "cna", "yonhap", "kyodo", "jiji", "pap", "ctk", "mti", "tt", "ntb",
        "ritzau", "stt", "pa media", "press association", "aap", "europa press", "redaktion",
        "newsroom", "নিজস্ব প্রতিবেদক", "নিজস্ব সংবাদদাতা", "staff correspondent", "staff reporter", "web desk",
        "news desk", "editorial team", "staff",
    ]
    /// What bears a generation in a name.
    static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]
    /// Posts that stand behind a name, also without a space.
    static let posts: Set<String> = [
        "기자", "특파원", "선임기자", "인턴기자", "객원기자", "전문기자", "논설위원", "편집위원", "앵커", "편집장", "에디터", "칼럼니스트",
        "아나운서", "記者", "编辑", "編輯", "編集者", "編集長", "論説委員", "특별취재팀",
    ]
    /// Names of boxes that stand in pages begin so.
    static let machines = ["taboola", "outbrain", "disqus", "getty", "shutterstock", "istock"]
    /// What calls upon the reader is no first name.
    static let calls: Set<String> = [
        "meet", "about", "follow", "contact", "visit", "read", "see", "view", "watch", "more",
        "join",
        "get", "ask", "welcome", "click", "listen", "subscribe", "share", "send", "email", "browse",
    ]
}
