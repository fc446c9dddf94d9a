/// What walls and soft 404s say, in lower case: the last that is asked, after addresses, structure and common words.
enum WallPhrases {
    /// Whether a text says that there is no page, or that something is to be done first.
    static func stand(in text: String) -> Bool {
        let text = text.lowercased().replacing("\u{2019}", with: "'")
        return missing.contains { text.contains($0) } || asking.contains { text.contains($0) }
    }

    private static let missing = [
        "404", "not found", "can't be found", "cannot be found", "could not be found",
        "couldn't find", "could not find", "can't find", "cannot find", "no longer available",
        "no longer exists", "doesn't exist", "does not exist", "nothing was found", "nothing here",
        "nicht gefunden", "existiert nicht", "nicht mehr verfügbar", "introuvable", "n'existe pas",
        "n'existe plus", "no encontrad", "no se encontr", "no se ha encontrado", "no existe",
        "non trovat", "non esiste", "não encontrad", "não foi encontrad", "não existe",
        "niet gevonden", "bestaat niet", "hittades inte", "finns inte", "ikke funnet",
        "ikke fundet", "findes ikke", "finnes ikke", "ei löyd", "ei löytynyt", "nie znaleziono",
        "nie została znaleziona", "nie istnieje", "nenalezen", "neexistuje", "nem található",
        "bulunamadı", "не найден", "не существует", "не знайден", "не існує", "nu a fost găsit",
        "nije pronađen", "δεν βρέθηκε", "tidak ditemukan", "không tìm thấy", "見つかりません",
        "存在しません", "找不到", "不存在", "未找到", "찾을 수 없", "존재하지 않", "غير موجود",
        "לא נמצא", "नहीं मिला", "ไม่พบ",
    ]

    private static let asking = [
        "just a moment", "checking your browser", "checking if the site", "attention required",
        "enable javascript", "javascript is disabled", "javascript is required",
        "requires javascript", "javascript aktivier", "activer javascript", "habilite javascript",
        "abilita javascript", "javascript を有効", "javascriptを有効", "captcha", "are you a robot",
        "you are human", "you're human", "not a robot", "unusual traffic", "access denied",
        "access to this page has been denied", "verify you are", "verifying you are",
        "before you continue", "bevor sie fortfahren", "avant de continuer", "antes de continuar",
        "prima di continuare", "voordat je verdergaat", "we value your privacy",
        "we use cookies", "wir verwenden cookies", "nous utilisons des cookies",
        "utilizamos cookies", "utilizziamo i cookie", "accept all cookies", "accept cookies",
        "alle akzeptieren", "tout accepter", "aceptar todo", "accetta tutto",
        "log in to continue", "sign in to continue", "log in to read", "sign in to read",
        "please log in", "please sign in", "you must be logged in", "subscribe to continue",
        "subscribe to read", "bitte melden sie sich an", "einloggen", "connectez-vous",
        "inicia sesión", "faça login", "accedi per", "log in om", "войдите", "用户登录", "请登录",
        "ログイン",
    ]
}
