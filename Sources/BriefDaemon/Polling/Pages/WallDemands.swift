/// What walls ask of a reader, or say of themselves, sentence by sentence: a proof that one is human, consent, a log-in,
/// money, scripts, another browser, an age, patience. Each is a phrase that hardly stands in an article; how much of a
/// text is made of such sentences tells a wall from an article about one.
struct WallDemands: Equatable {
    /// How many different phrases stand in it.
    private(set) var count = 0
    /// How much of its words stand in sentences with one, 0 to 1; buttons are left aside.
    private(set) var share = 0.0

    /// Letters of a button: it says nothing of what the text is.
    private static let button = 14

    /// - Parameter text: of any length; only the first 4,000 characters are looked at.
    init(_ text: String) {
        let folded = text.prefix(4_000).lowercased().replacing("\u{2019}", with: "'")
        var found: Set<Int> = []
        var (asking, all) = (0, 0)
        for sentence in Self.sentences(of: folded) {
            let length = sentence.count { $0.isLetter }
            var asks = false
            for (index, phrase) in Self.phrases.enumerated() where sentence.contains(phrase) {
                found.insert(index)
                asks = true
            }
            guard asks || length > Self.button else { continue }
            all += length
            if asks { asking += length }
        }
        count = found.count
        share = all == 0 ? 0 : Double(asking) / Double(all)
    }

    private static func sentences(of text: String) -> [Substring] {
        text.split(whereSeparator: \.isNewline).flatMap { line in
            var sentences: [Substring] = []
            var start = line.startIndex
            var index = line.startIndex
            while index < line.endIndex {
                let next = line.index(after: index)
                let ends =
                    "。！？".contains(line[index])
                    || ".!?؟।".contains(line[index]) && (next == line.endIndex || line[next] == " ")
                if ends {
                    sentences.append(line[start..<next])
                    start = next
                }
                index = next
            }
            if start < line.endIndex { sentences.append(line[start...]) }
            return sentences
        }
    }

    private static let phrases = [
        english, german, french, spanish, italian, portuguese, dutch, northern, polish, czech,
        hungarian, russian, ukrainian, southern, turkish, arabic, southAsian, chinese, japanese,
        korean,
    ].flatMap { $0.split(whereSeparator: { $0 == "|" || $0.isNewline }).map(String.init) }

    private static let english = """
        verify you are human|verifying you are human|you are a human|you are not a robot|you're not a robot|not a bot|ray id:|security of your connection
        security by cloudflare|press & hold|unusual traffic|automation tools|complete the captcha|reference #|reference id:
        need to enable javascript|please enable javascript|javascript is disabled|javascript is required|requires javascript|browser does not support
        browser is not supported|please update your browser|upgrade your browser|to view this content|to continue reading|already a subscriber|free articles this
        free articles left|start your trial|start your free trial|cancel at any time|cancel anytime|unlimited access|for subscribers only|subscribe to read
        log in to continue|sign in to continue|log in to read|sign in to read|create a free account|forgot your password|scheduled maintenance|back shortly|be back soon
        thank you for your patience|temporarily unavailable|under maintenance|due to legal reasons|for legal reasons|european economic area|in your country|in your region
        cannot be granted|don't have permission to access|access denied|access to this page|on this server|confirm your age|years or older|over 18|by entering this site
        too many requests|try again later|contact the administrator|in line|wait time|your turn|do not leave this page|do not refresh|queue-it|session has expired
        ad blocker|adblocker|page you are looking for|page you were looking for|page you requested|check the address|check the url|back to the home|return to the home|page not found
        and our partners|withdraw your consent|manage your choices|we use cookies|accept all cookies|help desk|status page|contact our support
        """

    private static let german = """
        sind sie ein mensch|kein roboter|sicherheit ihrer verbindung|ungewöhnliche zugriffe|javascript aktivieren|aktivieren sie javascript|javascript ist deaktiviert
        browser wird nicht unterstützt|aktualisieren sie ihren browser|für abonnenten|bereits abonnent|schon abonnent|hier anmelden|bitte melden sie sich an|jederzeit kündbar
        jederzeit kündigen|jetzt weiterlesen|weiterlesen mit|um weiterzulesen|kostenlos testen|testen sie unser|passwort vergessen|und unsere partner|unsere partner|stimmen sie zu
        ihre einwilligung|alle akzeptieren|pur-abo|wartungsarbeiten|sind bald wieder|wenig geduld|ihre geduld|in ihrem land nicht|in ihrer region nicht|rechtlichen gründen nicht
        zugriff verweigert|keine berechtigung|bestätigen sie ihr alter|mindestens 18 jahre|über 18|zu viele anfragen|später erneut|ihre sitzung|sitzung ist abgelaufen|werbeblocker|adblocker
        die gesuchte seite|die angeforderte seite|seite nicht gefunden|existiert nicht|wurde verschoben|zur startseite|in der warteschlange|wartezeit beträgt
        """

    private static let french = """
        êtes humain|pas un robot|sécurité de votre connexion|trafic inhabituel|activer javascript|activez javascript|javascript est désactivé|navigateur n'est pas pris en charge
        mettre à jour votre navigateur|réservé aux abonnés|réservé à nos abonnés|déjà abonné|pour lire la suite|pour continuer la lecture|abonnez-vous|sans engagement|mot de passe oublié
        connectez-vous pour|identifiez-vous|avec votre accord|nos partenaires|vos partenaires|votre consentement|tout accepter|continuer sans accepter|maintenance en cours|en maintenance
        de retour très|votre patience|disponible dans votre pays|disponible dans votre région|raisons légales|accès refusé|pas autorisé à accéder|plus de 18 ans|confirmer votre âge|confirmez votre âge
        trop de requêtes|réessayer plus tard|réessayez plus tard|session a expiré|bloqueur de publicité|bloqueur de pub|adblock|page que vous recherchez|page que vous cherchez|page demandée|page introuvable
        vérifiez l'adresse|retour à l'accueil|file d'attente
        """

    private static let spanish = """
        que usted es un ser humano|eres humano|no eres un robot|no es un robot|seguridad de su conexión|tráfico inusual|habilite javascript|habilita javascript|activar javascript|active javascript
        navegador no es compatible|actualice su navegador|actualiza tu navegador|para suscriptores|ya eres suscriptor|ya es suscriptor|para seguir leyendo|para continuar leyendo|suscríbete para|cancela cuando
        olvidaste tu contraseña|olvidó su contraseña|inicia sesión para|inicie sesión para|nuestros socios|su consentimiento|tu consentimiento|aceptar todo|en mantenimiento|mantenimiento programado|volveremos pronto
        disculpe las molestias|gracias por su paciencia|disponible en su país|disponible en tu país|disponible en su región|razones de derechos|razones legales|motivos legales|acceso denegado|no tiene permiso
        mayor de 18|mayores de 18|confirma tu edad|confirme su edad|demasiadas solicitudes|inténtelo más tarde|inténtalo más tarde|sesión ha expirado|sesión ha caducado|bloqueador de anuncios|bloqueador de publicidad
        página que busca|página que buscas|página que está buscando|página no encontrada|verifique la dirección|volver a la portada|volver al inicio|póngase en contacto con nosotros
        """

    private static let italian = """
        sei umano|non sei un robot|sicurezza della tua connessione|traffico insolito|abilita javascript|attiva javascript|abilitare javascript|browser non è supportato|aggiorna il tuo browser|per gli abbonati|agli abbonati
        sei già abbonato|per continuare a leggere|continua a leggere con|disdici quando|password dimenticata|accedi per|i nostri partner|tuo consenso|accetta tutto|in manutenzione|manutenzione programmata|torneremo presto|ci scusiamo per
        disponibile nel tuo paese|motivi legali|accesso negato|non hai il permesso|maggiore di 18|maggiorenne|conferma la tua età|troppe richieste|riprova più tardi|sessione è scaduta|ad blocker attivo|adblock|disattivalo per|hai disattivato il blocco
        disattivato il blocco|pagina che stai cercando|pagina che cerchi|pagina non trovata|è stata spostata|controlla l'indirizzo|torna alla home|campo di ricerca
        """

    private static let portuguese = """
        você é humano|não é um robô|não és um robô|segurança da sua conexão|segurança da sua ligação|tráfego incomum|ative o javascript|habilite o javascript|ativar o javascript|navegador não é suportado|atualize o seu navegador|atualize seu navegador
        para assinantes|já é assinante|para continuar a ler|para continuar lendo|assine para|cancele quando|inicie sessão|faça login para|crie uma conta gratuita|esqueceu-se da palavra-passe|esqueceu a senha|esqueceu sua senha|nossos parceiros
        seu consentimento|aceitar tudo|em manutenção|manutenção programada|voltaremos em breve|agradecemos a sua paciência|disponível no seu país|disponível em seu país|motivos legais|razões legais|acesso negado|não tem permissão|maior de 18|confirme sua idade|confirme a sua idade
        muitas solicitações|demasiados pedidos|tente novamente mais tarde|sessão expirou|bloqueador de anúncios|página que procura|página que você procura|página não encontrada|verifique o endereço|voltar à página inicial|palavra-passe
        """

    private static let dutch = """
        bent u een mens|je een mens bent|geen robot|beveiliging van uw verbinding|ongebruikelijk verkeer|javascript inschakelen|schakel javascript in|javascript in te schakelen|browser wordt niet ondersteund|update je browser|voor abonnees|al abonnee|om verder te lezen|lees verder met
        op elk moment opzegbaar|wachtwoord vergeten|log in om|onze partners|ga je akkoord|je toestemming|uw toestemming|alles accepteren|je keuze altijd|in onderhoud|onderhoud aan|zo weer terug|bedankt voor je geduld|beschikbaar in jouw land|beschikbaar in uw land|juridische redenen
        toegang geweigerd|geen toegang tot|18 jaar of ouder|bevestig je leeftijd|te veel verzoeken|probeer het later|sessie is verlopen|adblocker|de pagina die je zoekt|de pagina die u zoekt|pagina niet gevonden|controleer het adres|terug naar de homepage|wachtrij
        """

    private static let northern = """
        är en människa|inte en robot|aktivera javascript|slå på javascript|webbläsaren stöds inte|webbläsare stöds inte|för prenumeranter|redan prenumerant|för att läsa vidare|fortsätta läsa|glömt lösenord|logga in för att|våra partner|ditt samtycke|acceptera alla|underhåll pågår
        uppdaterar just nu|snart tillbaka|ditt tålamod|inte tillgänglig i ditt land|åtkomst nekad|över 18 år|bekräfta din ålder|för många förfrågningar|försök igen senare|sessionen har gått ut|annonsblockerare|sidan du söker|sidan kunde inte hittas|kontrollera adressen|kundtjänst
        er et menneske|ikke en robot|ikke er en robot|aktiver javascript|slå javascript til|browser understøttes ikke|nettleseren støttes ikke|for abonnenter|allerede abonnent|for å lese videre|for at læse videre|læs videre med|glemt adgangskode|glemt passord|log ind for at|logg inn for å
        vores partnere|våre partnere|dit samtykke|ditt samtykke|accepter alle|godta alle|vedligeholdelse|vedlikehold|snart tilbage|straks tilbake|din tålmodighed|ikke tilgængelig i dit land|ikke tilgjengelig i ditt land|adgang nægtet|ingen tilgang|over 18 år|bekræft din alder|bekreft alderen
        for mange anmodninger|for mange forespørsler|prøv igen senere|prøv igjen senere|sessionen er udløbet|økten er utløpt|siden du leder efter|siden du leter etter|siden blev ikke fundet|siden ble ikke funnet
        olet ihminen|et ole robotti|ota javascript käyttöön|selaintasi ei tueta|tilaajille|oletko jo tilaaja|jatka lukemista|unohtuiko salasana|kirjaudu sisään|kumppanimme|suostumuksesi|hyväksy kaikki|huoltokatko|palaamme pian|kärsivällisyydestä|ei ole saatavilla maassasi|pääsy estetty|yli 18-vuotias
        liian monta pyyntöä|yritä myöhemmin uudelleen|istunto on vanhentunut|mainosten esto|etsimääsi sivua|sivua ei löydy|sivua ei löytynyt
        """

    private static let polish = """
        jesteś człowiekiem|nie jesteś robotem|włącz javascript|włączyć javascript|obsługi javascript|przeglądarka nie jest obsługiwana|zaktualizuj przeglądarkę|dla subskrybentów|dla prenumeratorów|masz już subskrypcję|aby czytać dalej|czytać dalej|zapomniałeś hasła|nie pamiętasz hasła|zaloguj się, aby
        nasi partnerzy|naszych partnerów|twoją zgodę|swoją zgodę|akceptuję wszystko|zaakceptuj wszystko|przerwa techniczna|prace konserwacyjne|wrócimy wkrótce|za cierpliwość|niedostępna w twoim kraju|niedostępne w twoim kraju|odmowa dostępu|brak dostępu|ukończone 18 lat|mam 18 lat|potwierdź swój wiek
        zbyt wiele żądań|spróbuj ponownie później|sesja wygasła|blokowanie reklam|adblock|strona, której szukasz|strony, której szukasz|nie znaleziono strony|sprawdź adres|na stronę główną|błąd 404|napisz do redakcji
        """

    private static let czech = """
        jste člověk|nejste robot|povolte javascript|zapněte javascript|prohlížeč není podporován|nepodporovaný prohlížeč|aktuální verzi|pro předplatitele|už jste předplatitel|pro čtení celého|zapomenuté heslo|přihlaste se|našimi partnery|naši partneři|váš souhlas|přijmout vše|probíhá údržba|brzy budeme zpět|za trpělivost
        není ve vaší zemi|přístup odepřen|starší 18 let|potvrďte svůj věk|příliš mnoho požadavků|zkuste to později|platnost relace|blokování reklam|stránka, kterou hledáte|stránka nenalezena|zkontrolujte adresu|ste človek|nie ste robot|povoľte javascript|zapnite javascript|prehliadač nie je podporovaný|pre predplatiteľov
        zabudnuté heslo|prihláste sa|naši partneri|váš súhlas|prijať všetko|prebieha údržba|čoskoro sme späť|nie je vo vašej krajine|prístup zamietnutý|príliš veľa požiadaviek|skúste to neskôr|stránka, ktorú hľadáte|stránka sa nenašla
        """

    private static let hungarian = """
        ön ember|nem robot|engedélyezze a javascriptet|a böngésző nem támogatott|előfizetőink számára|csak előfizetőknek|már előfizető|elfelejtett jelszó|jelentkezzen be|partnereink|hozzájárulását|összes elfogadása|karbantartás|hamarosan visszatérünk|türelmét köszönjük|az ön országában nem|hozzáférés megtagadva|elmúltam 18
        túl sok kérés|próbálja újra később|a munkamenet lejárt|reklámblokkoló|a keresett oldal|az oldal nem található
        ești om|nu ești robot|activați javascript|activează javascript|browserul nu este acceptat|pentru abonați|ești deja abonat|pentru a continua să citești|ai uitat parola|autentifică-te|partenerii noștri|consimțământul|accept toate|în mentenanță|revenim în curând|nu este disponibil în țara|acces interzis|peste 18 ani
        prea multe cereri|încercați mai târziu|sesiunea a expirat|pagina pe care o căutați|pagina nu a fost găsită
        """

    private static let russian = """
        что вы человек|вы не робот|а не робот|похожи на автоматические|безопасность вашего подключения|включите javascript|отключен javascript|отключены файлы cookie|браузер не поддерживается|обновите браузер|только для подписчиков|для подписчиков|уже подписаны|чтобы продолжить чтение|чтобы читать дальше|забыли пароль|войдите, чтобы|войдите или
        наши партнеры|ваше согласие|принять все|технические работы|ведутся работы|скоро вернемся|за терпение|недоступен в вашей стране|недоступна в вашей стране|недоступно в вашей стране|доступ запрещен|доступ запрещён|доступ ограничен|нет прав для|вам есть 18|исполнилось 18|подтвердите свой возраст
        слишком много запросов|попробуйте позже|повторите попытку позже|сессия истекла|блокировщик рекламы|страница, которую вы ищете|страница не найдена|проверьте адрес|вернитесь на главную|smartcaptcha|ваша очередь
        """

    private static let ukrainian = """
        що ви людина|ви не робот|увімкнути javascript|увімкніть javascript|увімкніть його|браузер не підтримується|оновити браузер|оновіть браузер|для передплатників|для підписників|забули пароль|увійдіть, щоб|наші партнери|вашу згоду|прийняти все|технічні роботи|скоро повернемося|за терпіння|недоступний у вашій країні|доступ заборонено
        виповнилося 18|забагато запитів|спробуйте пізніше|сеанс закінчився|блокувальник реклами|сторінка, яку ви шукаєте|сторінку не знайдено|вие сте човек|не сте робот|активирайте javascript|браузърът не се поддържа|за абонати|забравена парола|нашите партньори|вашето съгласие|в процес на поддръжка|достъпът е отказан|страницата, която търсите
        страницата не е намерена|твърде много заявки
        """

    private static let southern = """
        είστε άνθρωπος|δεν είστε ρομπότ|ενεργοποιήστε το javascript|ενεργοποιήστε τη javascript|δεν υποστηρίζεται|για συνδρομητές|είστε ήδη συνδρομητής|για να συνεχίσετε|ξεχάσατε τον κωδικό|συνδεθείτε για|οι συνεργάτες μας|τη συγκατάθεσή σας|αποδοχή όλων|εργασίες συντήρησης|θα επιστρέψουμε σύντομα|για την υπομονή σας
        δεν είναι διαθέσιμο στη χώρα|απαγορεύεται η πρόσβαση|άνω των 18|πάρα πολλά αιτήματα|δοκιμάστε ξανά αργότερα|η σελίδα που αναζητάτε|η σελίδα δεν βρέθηκε|jeste li čovjek|niste robot|omogućite javascript|preglednik nije podržan|za pretplatnike|zaboravljena lozinka|prijavite se|naši partneri|vašu privolu|održavanje u tijeku|uskoro se vraćamo
        nije dostupno u vašoj zemlji|pristup odbijen|stranica koju tražite|stranica nije pronađena|previše zahtjeva
        """

    private static let turkish = """
        insan olduğunuzu|robot olmadığınızı|robot değilim|bağlantınızın güvenliğini|javascript'i etkinleştirin|javascript etkin|tarayıcınız desteklenmiyor|tarayıcınızı güncelleyin|abonelere özel|zaten abone|okumaya devam etmek için|şifremi unuttum|giriş yapın|ortaklarımız|rızanızı|tümünü kabul et|bakım çalışması|kısa süre içinde döneceğiz|sabrınız için
        ülkenizde kullanılamıyor|erişim engellendi|18 yaşından büyük|çok fazla istek|daha sonra tekrar deneyin|oturumunuzun süresi|reklam engelleyici|aradığınız sayfa|sayfa bulunamadı|adresi kontrol edin|ana sayfaya dönün
        """

    private static let arabic = """
        أنك إنسان|لست روبوت|أمان اتصالك|تفعيل جافا سكريبت|تفعيل javascript|متصفحك غير مدعوم|للمشتركين فقط|مشترك بالفعل|لمتابعة القراءة|نسيت كلمة المرور|تسجيل الدخول للمتابعة|يرجى تسجيل الدخول|شركاؤنا|شركائنا|موافقتك|قبول الكل|أعمال الصيانة|سنعود قريبا|شكرا لصبركم|غير متاح في بلدك|تم رفض الوصول|18 عاما|طلبات كثيرة
        حاول مرة أخرى|يرجى المحاولة|انتهت صلاحية الجلسة|مانع الإعلانات|الصفحة التي تبحث عنها|الصفحة غير موجودة|التأكد من العنوان|العودة إلى الصفحة الرئيسية|خطأ 404
        انسان هستید|ربات نیستید|جاوا اسکریپت را فعال|مرورگر شما پشتیبانی|ویژه مشترکان|رمز عبور را فراموش|وارد شوید|در دست تعمیر|دسترسی غیرمجاز|صفحه مورد نظر|صفحه یافت نشد
        שאתה אנושי|אינך רובוט|לא רובוט|הפעל javascript|יש להפעיל javascript|הדפדפן שלך אינו נתמך|למנויים בלבד|כבר מנוי|כדי להמשיך לקרוא|שכחת סיסמה|התחבר כדי|השותפים שלנו|הסכמתך|עבודות תחזוקה|נחזור בקרוב|אינו זמין במדינה|הגישה נדחתה|מעל גיל 18|יותר מדי בקשות|נסה שוב מאוחר|הדף שחיפשת|הדף לא נמצא
        """

    private static let southAsian = """
        आप इंसान हैं|रोबोट नहीं|जावास्क्रिप्ट सक्षम|javascript सक्षम|ब्राउज़र समर्थित नहीं|सदस्यों के लिए|पासवर्ड भूल गए|लॉग इन करें|हमारे भागीदार|रखरखाव|आपके देश में उपलब्ध नहीं|पहुँच अस्वीकृत|बाद में पुनः प्रयास|पेज नहीं मिला|पृष्ठ नहीं मिला
        คุณเป็นมนุษย์|ไม่ใช่หุ่นยนต์|เปิดใช้งาน javascript|เบราว์เซอร์ของคุณไม่รองรับ|สำหรับสมาชิก|ลืมรหัสผ่าน|เข้าสู่ระบบเพื่อ|กรุณาเข้าสู่ระบบ|พันธมิตรของเรา|ปิดปรับปรุง|ขออภัยในความไม่สะดวก|ไม่พร้อมใช้งานในประเทศ|ปฏิเสธการเข้าถึง|คำขอมากเกินไป|ลองใหม่อีกครั้ง|ไม่พบหน้าที่คุณ|หน้าที่คุณกำลังค้นหา|ตรวจสอบที่อยู่|กลับไปที่หน้าแรก
        bạn là con người|không phải là robot|bật javascript|trình duyệt của bạn không|dành cho thuê bao|dành cho thành viên|để tiếp tục đọc|quên mật khẩu|đăng nhập lại|đăng nhập để|vui lòng đăng nhập|đối tác của chúng tôi|đang bảo trì|quay lại sau|không khả dụng ở quốc gia|truy cập bị từ chối|đủ 18 tuổi|quá nhiều yêu cầu|đã hết hạn|trang bạn đang tìm|không tìm thấy trang|đăng ký tài khoản mới
        anda manusia|bukan robot|aktifkan javascript|browser anda tidak didukung|khusus pelanggan|sudah berlangganan|untuk melanjutkan membaca|lupa kata sandi|silakan masuk|mitra kami|persetujuan anda|sedang dalam pemeliharaan|segera kembali|tidak tersedia di negara|akses ditolak|di atas 18 tahun|terlalu banyak permintaan|coba lagi nanti|sesi anda|halaman yang anda cari|halaman tidak ditemukan
        """

    private static let chinese = """
        是否是真人|您是真人|您是人类|不是机器人|您的连接的安全|检查您的连接|启用javascript|启用 javascript|浏览器版本过低|浏览器不支持|升级浏览器|升级您的浏览器|访问过于频繁|完成验证|完成下方的验证|滑块|安全验证|拼图验证|账号安全|仅限会员|会员专享|订阅后|继续阅读请|阅读全文请|登录后|请登录|请先登录|忘记密码|我们的合作伙伴|您的同意|全部接受|系统维护|网站维护|维护中|稍后再试|稍后再来|感谢您的耐心|您所在的地区|您所在的国家
        无权访问|拒绝访问|访问被拒绝|年满18|年满十八|请求过多|会话已过期|广告拦截|您访问的页面|您要找的页面|页面不存在|页面未找到|返回首页|不是機器人|啟用javascript|啟用 javascript|您的連線|升級瀏覽器|瀏覽器不支援|會員專屬|登入後|請先登入|忘記密碼|系統維護|網站維護|稍後再試|您所在的地區|拒絕存取|存取被拒|您要找的頁面|找不到頁面|回首頁|請求過多|年滿18
        """

    private static let japanese = """
        人間であることを確認|ロボットではない|接続のセキュリティ|javascriptを有効|javascript を有効|ブラウザはサポートされ|最新のブラウザ|有料会員限定|会員限定|続きを読むには|会員登録が必要|会員の方はログイン|ログインしてください|ログインが必要|いつでも解約|初月は無料|パスワードをお忘れ|当社のパートナー|パートナー企業|同意して|すべて同意|メンテナンス中|メンテナンスを|ご不便をおかけ|しばらくしてから|お住まいの地域|お住まいの国|アクセスが拒否|アクセスできません|権限がありません
        18歳以上|年齢確認|リクエストが多すぎ|セッションの有効期限|広告ブロック|お探しのページ|ページが見つかりません|urlをご確認|トップページへ戻る|順番が来る
        """

    private static let korean = """
        사람인지 확인|로봇이 아닙|연결의 보안|자바스크립트를 활성화|javascript를 활성화|브라우저는 지원|브라우저를 업데이트|회원 전용|구독자 전용|유료 회원|계속 읽으려면|로그인 후 이용|로그인이 필요|로그인해 주세요|비밀번호 찾기|비밀번호를 잊|아이디와 비밀번호|파트너사|동의 철회|모두 동의|시스템 점검|서비스 점검|점검 중|이용에 불편|국가에서는 이용|지역에서는 이용|접근이 거부|접근 권한|19세 이상|18세 이상|요청이 너무 많|잠시 후 다시|세션이 만료|광고 차단|찾으시는 페이지|요청하신 페이지|페이지를 찾을 수 없|주소를 확인|대기 순서
        """
}
