/// What letters say around their text, folded, in the languages that most are written in.
struct MailPhrases {
    private let phrases: Set<String>
    private let needles: Needles

    private init(_ text: String) {
        phrases = Set(
            text.split(whereSeparator: \.isNewline).flatMap { line in
                line.split(separator: "|").map { TextFolding.fold(String($0)) }
            }.filter { !$0.isEmpty })
        needles = Needles(phrases.sorted())
    }

    /// Whether one stands anywhere in a line.
    func stand(in line: String) -> Bool { needles.stand(in: line.utf8Span.span) }

    /// Whether a line begins with one.
    func begin(_ line: String) -> Bool { phrases.contains { line.hasPrefix($0) } }

    /// Whether a line is made of such words only.
    func areAll(of line: String) -> Bool {
        let words = line.split { !$0.isLetter && !$0.isNumber }
        let letters = words.filter { $0.contains(where: \.isLetter) }
        return !letters.isEmpty && letters.allSatisfy { phrases.contains(String($0)) }
    }

    static let head = MailPhrases(
        """
        in your browser|in a browser|in browser|in the browser|view online|read online|view it online|web version|webversion
        online version|on the web|as a web page|as a webpage|read in app|open in app|forwarded this|forwarded to you
        forwarded this email|was this email forwarded|sent this by a friend|sign up here|subscribe here|subscribe now
        trouble viewing|trouble reading|problems viewing|not displaying|can't see this|cannot see this|no images
        enable images|display images|add us to your|add this address to|listen to this post|to your address book
        view this post on|view this email|view this newsletter|is this email difficult to read|get this newsletter
        forwarded message|weitergeleitete nachricht|message transfere|mensaje reenviado|messaggio inoltrato|mensagem encaminhada
        doorgestuurd bericht|vidarebefordrat|пересылаемое сообщение|转发的邮件|轉寄郵件|転送メッセージ
        im browser|in ihrem browser|in deinem browser|online ansehen|online lesen|webansicht|online-version|weitergeleitet bekommen
        weitergeleitet worden|nicht richtig dargestellt|nicht korrekt dargestellt|wird nicht richtig|hier anmelden
        dans votre navigateur|dans un navigateur|dans le navigateur|version en ligne|voir en ligne|lire en ligne|vous a transfere|s'affiche pas
        en tu navegador|en su navegador|en el navegador|ver en linea|version web|leer en linea|te han reenviado|te reenviaron
        nel browser|nel tuo browser|versione online|leggi online|ti hanno inoltrato|no navegador|no seu navegador|ver online|versao web
        in je browser|in uw browser|in de browser|bekijk online|lees online|doorgestuurd gekregen|webbversion|i webblasaren|i din webblasare
        i nettleseren|i browseren|w przegladarce|v prohlizeci|в браузере|веб-версия|вам переслали|у браузері|στον browser|tarayicida
        في المتصفح|בדפדפן|在浏览器|网页版|在瀏覽器|網頁版|ブラウザ|ウェブで|웹에서 보기|브라우저
        """)

    static let buttons = MailPhrases(
        """
        like|less|more|this|comment|comments|restack|share|subscribe|app|read|in|open|listen|now|upgrade|to|paid|gift|preview|save|facebook|twitter|linkedin|x|tweet|forward
        email|e-mail|whatsapp|telegram|instagram|youtube|threads|bluesky|mastodon|reddit|pinterest
        teilen|partager|compartir|condividi|compartilhar|partilhar|delen|dela|del|jaa|udostepnij|podaj|dalej|sdilet|megosztas|distribuie|paylas|поделиться|поділитися
        споделяне|подели|κοινοποιηση|分享|分享到|シェア|シェアする|공유|공유하기|مشاركة|شارك|שתף|שיתוף|แชร์|bagikan|kongsi
        """)

    static let sponsor = MailPhrases(
        """
        sponsored by|sponsored content|sponsored post|sponsored|presented by|brought to you by|together with|in partnership with|a message from our
        a word from our|from our sponsor|from our partner|our sponsor|today's sponsor|this week's sponsor|sponsor message|partner content
        advertisement|advertorial|paid content|anzeige|werbung|gesponsert|prasentiert von|unterstutzt von|publicite|sponsorise par|partenaire du jour
        publicidad|patrocinado|pubblicita|sponsorizzato|publicidade|patrocinio|advertentie|gesponsord|annons|annonse|annonce|reklama|sponsorowan
        реклама|на правах рекламы|партнерский материал|广告|廣告|赞助|広告|スポンサー|광고
        """)

    /// What says so within a line.
    static let sponsors = MailPhrases(
        """
        is brought to you by|is sponsored by|is presented by|is supported by|newsletter sponsor|our sponsor|from our sponsor|from our partners
        wird prasentiert von|wird unterstutzt von|est sponsorise par|vous est presente par|es patrocinado|e sponsorizzato|esta patrocinada
        """)

    /// Why one gets the letter; a line that begins so is no article's, however long.
    static let reasons = MailPhrases(
        """
        you received this|you are receiving this|you're receiving this|you are getting this|you're getting this|you got this|you have received this
        you received this message because you are subscribed|this email was sent to|this e-mail was sent to|this message was sent to|this newsletter was sent
        this mailing was sent|if you no longer wish|if you do not wish|to stop receiving|don't want these emails|don't want to receive|want to change how you receive
        you're currently a free|you're currently a paid|you are currently a|you're a free subscriber|you are subscribed to
        to unsubscribe|to view this discussion|to post to this group|to manage your|our mailing address|sent to you because|unsubscribe
        sie erhalten diese|sie haben diese|du erhaltst diese|du bekommst diese|diese e-mail wurde|diese mail wurde|wenn sie diesen newsletter|wenn sie keine
        falls sie keine|vous recevez|vous avez recu|cet e-mail a ete|cet email a ete|si vous ne souhaitez plus|pour vous desabonner|has recibido este|ha recibido este
        recibes este|recibe este|este correo|si no deseas|si ya no|para cancelar|hai ricevuto questa|ricevi questa|questa email|se non desideri|voce recebeu|voce esta recebendo
        recebeu este|este email foi|se nao deseja|je ontvangt deze|u ontvangt deze|deze e-mail is|du far detta|du far det har|du mottar|du modtager denne
        otrzymujesz|otrzymales|ta wiadomosc|вы получили это|вы получаете|это письмо|если вы не хотите|чтобы отписаться|您收到|你收到|如果您不想|このメールは|本メールは|이 메일은|본 메일은
        """)

    /// How to leave a list, and nothing else.
    static let leaving = MailPhrases(
        """
        unsubscribe|email preferences|e-mail preferences|subscription preferences|manage your subscription|manage preferences
        stop receiving|opt out|opt-out|subscribed to the google groups|mailing list|mailman/listinfo
        abmelden|abbestellen|abbestellung|austragen|newsletter verwalten|desabonner|desinscrire|desinscription|gerer vos preferences|darse de baja
        cancelar suscripcion|cancelar la suscripcion|date de baja|darte de baja|anular la suscripcion|disiscriviti|cancella iscrizione|annulla l'iscrizione
        disiscriverti|cancelar inscricao|cancelar a inscricao|cancelar a subscricao|cancelar subscricao|descadastrar|uitschrijven|afmelden|avregistrera|avsluta prenumeration
        avprenumerera|avmelde|meld deg av|afmeld|peruuta tilaus|wypisz|zrezygnuj|rezygnacj|odhlasit|leiratkoz|dezabon|отписаться|отказаться от рассылки
        відписатися|απεγγραφη|διαγραφη απο|abonelikten|aboneligi|إلغاء الاشتراك|הסר מרשימת|להסרה|退订|退訂|取消订阅|取消訂閱|配信停止|配信を停止|購読解除|登録解除
        수신거부|수신 거부|구독 취소|구독취소|ยกเลิกการรับ|ยกเลิกรับ|เลิกรับ|ยกเลิกการสมัคร|huy dang ky|berhenti berlangganan|odjavi|odjava|отпиши се|отписване
        """)

    static let foot = MailPhrases(
        """
        unsubscribe|email preferences|e-mail preferences|your preferences|subscription preferences|manage your subscription|manage subscription|manage preferences
        update your profile|no longer wish to receive|stop receiving|opt out|opt-out|you received this|you are receiving this|you're receiving this|why did i get this
        why am i getting|was sent to|all rights reserved|mailing address is|forward to a friend|forward this email|forward this to|forward it to|share this newsletter
        share this issue|share this post|thanks for reading|thank you for reading|invite your friends|invite friends|refer a friend|referral|upgrade to paid
        become a paid|become a subscriber|start writing|powered by|get the app|add us to your address book|view in your browser|view in browser|view online|read online
        was this email forwarded|email forwarded to you|did you enjoy this|enjoyed this issue|built with convertkit|visit topic
        how did you like|what did you think of|rate this|was this useful|how was this|more like this|less like this|you just read|archives of this
        transferer a un ami|transferez|envoyer a un ami|reenviar a un amigo|reenviar a un conocido|inoltra a un amico|encaminhar a um amigo|encaminhar para um amigo
        doorsturen naar een vriend|stuur door|vidarebefordra till|skicka vidare|videresend til|laheta ystavalle|weiterleiten an|an freunde weiterleiten|przeslij znajomemu
        przekaz dalej|poslat priteli|preposlat|tovabbkuldes|trimite unui prieten|переслать другу|переслати другу|προωθηση σε φιλο|bir arkadasina ilet|arkadasina gonder
        转发给朋友|轉寄給朋友|友だちに転送|友達に転送|친구에게 전달|إعادة توجيه إلى صديق|ارسل إلى صديق|העבר לחבר|chuyen tiep cho ban|teruskan ke teman
        full archive|this email brought to you|this email was brought to you|links: you receive|group owner|mute this topic|view/reply online|don't want these emails
        wie hat ihnen|wie fanden sie|privacy policy|terms of service|terms of use|you are subscribed|you're subscribed|subscribed to the google groups|mailing list|to this group and stop|reply to this email
        was this forwarded|forwarded this email|advertise with us|sponsor this newsletter|copyright ©|© 20|(c) 20|©20|no. registered|registered office
        abmelden|abbestellen|abbestellung|austragen|newsletter verwalten|einstellungen andern|profil aktualisieren|impressum|datenschutz|alle rechte vorbehalten|weiterempfehlen|leiten sie
        desabonner|desinscrire|desinscription|se desabonner|gerer vos preferences|mentions legales|tous droits reserves|darse de baja|cancelar suscripcion|cancelar la suscripcion
        date de baja|darte de baja|anular la suscripcion|todos los derechos|gestionar preferencias|aviso legal|disiscriviti|cancella iscrizione|annulla l'iscrizione|tutti i diritti
        disiscriverti|cancelar inscricao|cancelar a subscricao|descadastrar|todos os direitos|uitschrijven|afmelden|voorkeuren|alle rechten voorbehouden|avregistrera|avsluta prenumeration|avprenumerera
        avmelde|meld deg av|afmeld|peruuta tilaus|wypisz|zrezygnuj|rezygnacj|odhlasit|leiratkoz|dezabon|отписаться|отказаться от рассылки|настройки рассылки|все права защищены|відписатися
        απεγγραφη|abonelikten|aboneligi|إلغاء الاشتراك|הסר מרשימת|להסרה|退订|退訂|取消订阅|取消訂閱|配信停止|配信を停止|購読解除|登録解除|수신거부|수신 거부|구독 취소|구독취소
        """)
}
