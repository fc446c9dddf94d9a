/// The families of phrases by which `Furniture` tells what is not an article.
///
/// One language or two a line, named at its beginning, phrases between bars. "phrase" is a whole line, "phrase*" its start,
/// "*phrase" stands anywhere in it; "!" before it says that no article has it. Case, accents, punctuation and numbers at the ends do not count.
enum FurniturePhrases {
    static let all: [(Furniture.Kind, String)] = [
        (.share, share), (.follow, follow), (.subscribe, subscribe), (.consent, consent),
        (.comments, comments), (.related, related), (.adBlock, adBlock),
        (.advertisement, advertisement), (.credit, credit), (.chatbot, chatbot), (.logIn, logIn),
        (.navigation, navigation), (.copyright, copyright), (.count, count), (.tags, tags),
        (.authorNote, authorNote), (.resources, resources),
    ]

    private static let share = """
        [pl de nl fr es it pt ru tr]ocen artykul*|ocen ten artykul*|bewerten sie diesen artikel*|artikel bewerten|beoordeel dit artikel*|notez cet article*|valora este articulo*|vota questo articolo*|avalie este artigo*|оцените статью*|оцените материал*|bu yaziyi oyla*
        [it fr es pt de nl pl ru]stampa la ricetta*|vai alla ricetta*|imprimer la recette*|aller a la recette*|imprimir receta*|imprimir la receta*|ir a la receta*|imprimir a receita*|ir para a receita*|rezept drucken*|rezept ausdrucken*|zum rezept springen*|direkt zum rezept*|recept printen*|ga naar recept*|naar het recept*|drukuj przepis*|wydrukuj przepis*|przejdz do przepisu*|распечатать рецепт*|перейти к рецепту*
        [en]print recipe|pin recipe|jump to video|save recipe|rate this recipe*|cook mode*|share this*|share on*|share via*|share with*|share to*|share it|share article|share story|share post|sharing is caring|share the post*|share your*|please share*|pin it|pin it on*|tweet this*|tweet it|click to share*|click to print*|click to email*|copy link|copy url|copied|link copied*|print this*|print article|print page|print friendly|printer friendly*|email this*|email a friend|email article|send to a friend|send this*|spread the word|like this|like loading|like us*|more sharing*|save this*|save article|save for later|bookmark this*|add to favorites|add to reading list|listen to this article*|listen to article|forward to a friend|download pdf|view pdf|text size|font size*|gift this article|gift article|open in app|report this*|embed
        [de]artikel teilen*|beitrag teilen*|teilen auf*|teilen mit*|teilen via*|diesen artikel*|link kopieren|link kopiert|artikel drucken|seite drucken|drucken|per mail*|per e-mail*|artikel merken|merken|vorlesen|artikel anhoren|weitersagen|jetzt teilen*
        [fr]partager*|partagez*|imprimer*|copier le lien*|envoyer par*|lien copie|ecouter l'article|enregistrer l'article|offrir cet article*
        [es]compartir*|comparte*|copiar enlace|copiar link|imprimir|enviar por*|enlace copiado|escuchar|guardar articulo
        [it]condividi*|stampa|copia link|copia il link|invia per*|ascolta l'articolo|salva articolo
        [pt]compartilhe*|compartilhar*|copiar o link|partilhar*|partilhe*|ouvir noticia
        [nl]deel dit*|deel artikel|delen via*|deel op*|link kopieren|artikel printen|stuur door
        [sv]dela artikel*|dela pa*|kopiera lank*|skriv ut|dela
        [da no]del artikel*|del pa*|kopier link*|udskriv|del denne*|del saken|kopier lenke
        [fi]jaa artikkeli|jaa facebookissa*|kopioi linkki|tulosta|jaa
        [pl]udostepnij*|podziel sie*|skopiuj link|drukuj|kopiuj link
        [cs sk]sdilet*|sdilejte*|kopirovat odkaz|tisk|vytisknout
        [ru]поделиться*|поделитесь*|скопировать ссылку|копировать ссылку|распечатать|версия для печати|ссылка скопирована|отправить
        [uk]поділитися*|скопіювати посилання
        [tr]paylas*|linki kopyala|yazdir|baglantiyi kopyala
        [el]κοινοποιηση*|μοιραστειτε*|εκτυπωση|αντιγραφη συνδεσμου
        [ar]شارك*|مشاركة*|نسخ الرابط|طباعة|انشر*
        [he]שתפו*|שיתוף*|הדפסה|העתק קישור
        [id vi]bagikan*|salin tautan|cetak|chia se*|sao chep lien ket
        [zh ja ko]分享*|分享到*|*分享至|*扫一扫|*扫描二维码|打印|打印本页|复制链接|收藏|收藏本文|转发|微信扫*|字号*|大中小|シェア*|シェアする|ツイート*|印刷|印刷する|リンクをコピー*|はてなブックマーク*|ポストする|文字サイズ*|공유하기|공유|기사 공유*|링크 복사|url 복사*|프린트|인쇄|글자 크기*|스크랩
        """

    private static let follow = """
        [en]follow us*|follow me*|follow him*|follow her*|follow the author*|follow on*|*follow us on|*find us on|*join us on|connect with us*|stay connected|stay in touch|stay updated|get in touch|join the conversation|join our*|like us on*|find us*|visit us on*|our social media*|social media|on social media|subscribe to our youtube*|follow|following|unfollow|download our app*|download the app*|get the app*|get our app*|also available on*|available on google play|*app for ios and android|*apps for ios and android|*app on ios and android|*app store and google play|*app store or google play|*google play and the app store|*google play or the app store|add as preferred source*|add us on google*
        [de]folgen sie uns*|folge uns*|folgt uns*|*folgen sie uns auf|besuchen sie uns*|bleiben sie auf dem laufenden|folgen|*app fur ios und android|*app store und google play
        [fr]suivez-nous*|suivez nous*|*suivez-nous sur|rejoignez-nous*|retrouvez-nous*|nous suivre|suivre
        [es]siguenos*|*siguenos en|siganos*|seguinos*|sigue a*|seguir
        [it]seguici*|*seguici su|segui*|seguiteci*|resta aggiornato
        [pt]siga-nos*|siga a*|siga o*|nos siga*|*siga nosso canal|siga nas redes*|redes sociais
        [nl sv da no fi]volg ons*|*volg ons op|blijf op de hoogte*|folj oss*|folg os*|folg oss*|seuraa meita*|seuraa
        [pl cs sk]obserwuj nas*|sledz nas*|dolacz do nas*|sledujte nas*|sledovat
        [ru]подписывайтесь на*|*подписывайтесь на наш|читайте нас*|следите за*|мы в соцсетях|присоединяйтесь*|*наш телеграм-канал|*наш telegram-канал|читайте нас в*
        [uk bg tr el]підписуйтесь*|bizi takip*|takip et|*takip edin|ακολουθηστε*|*ακολουθηστε το
        [bg sk]харесайте ни*|последвайте ни*|следвайте ни*|pridajte sa k nam*
        [ar]*تابعوا صفحتنا على|*تابعوا حسابنا على|*تابعنا على|*تابعوا صفحاتنا
        [ar he id vi]تابعنا*|*تابعونا على|تابعوا*|עקבו אחרינו*|ikuti kami*|theo doi chung toi*
        [hu ro]kovess minket*|kovessen minket*|kovessen bennunket*|kovess bennunket*|urmareste-ne*|urmariti-ne*
        [hi bn th]*हमें फॉलो करें|*पर फॉलो करें|*আমাদের অনুসরণ করুন|*আমাদের ফলো করুন|ติดตามเรา*|ติดตามข่าวอื่น*|ติดตามข่าวสาร*
        [fa uk cs pl]*ما را دنبال کنید|підписуйтесь на*|стежте за нами*|sledujte nas*|obserwuj nas*
        [zh]!*更多原创资讯|!*更多精彩资讯请|!*更多内容请下载|!*下载客户端查看
        [zh ja ko]关注我们*|关注*|*关注公众号|*官方微信|*微信公众号|*官方微博|フォローする|フォロー|公式アカウント*|*でフォロー|*をフォローして|*上关注|*上關注|팔로우*|구독하기|*네이버 채널
        """

    private static let subscribe = """
        [en]!cancel any time*|!cancel anytime*|!like what you read*|!like what you're reading*|!if you like what you read*|subscribe|subscribe to*|!subscribe now*|subscribe for*|!subscribe today*|subscribe below*|subscribe here*|subscribe via*|*subscribe to our|*subscribe to the newsletter|sign up for*|*sign up for our|*sign up to our|sign up to*|signup for*|sign up now|sign up here*|sign up today*|get our newsletter*|get the newsletter*|get the latest news*|get the latest stories*|get the latest headlines*|get the latest updates*|get the latest posts*|get the latest from*|get our latest*|get unlimited*|get full access*|*delivered to your inbox|*straight to your inbox|*in your inbox|newsletter|newsletters|our newsletter*|newsletter signup|newsletter sign up|email newsletter*|*our free newsletter|join our newsletter*|join our mailing*|*mailing list|enter your email*|your email address|email address|enter email*|i agree to receive*|*you can unsubscribe at any time|unsubscribe*|support us*|support our*|*support our journalism|donate|donate now|donate today|make a donation|become a member*|become a supporter*|become a subscriber*|become a patron*|buy me a coffee*|!*already a subscriber|!this article is for subscribers only|!this content is for subscribers only|!this story is for subscribers only|!this post is for paid subscribers*|!this post is for subscribers*|start your free trial*|this article is for subscribers*|*subscribers only|*to continue reading|*continue reading this article|continue reading|thank you for subscribing*|thanks for subscribing*|you have successfully subscribed*|success you have*|be the first to know*|never miss*|don't miss out*|want more stories*|*rss feed|register now*|try it free*|gift subscriptions|manage subscription*|subscribe with*
        [de]newsletter*|jetzt abonnieren*|abonnieren*|abonnieren sie*|*newsletter abonnieren|*unseren newsletter|*zum newsletter|jetzt anmelden*|jetzt kostenlos*|weiterlesen mit*|*jetzt testen|abo*|spenden*|unterstutzen sie*|jetzt spenden|melden sie sich*|e-mail-adresse*|ihre e-mail*
        [fr]abonnez-vous*|s'abonner*|*notre newsletter|inscrivez-vous*|recevez*|*article reserve aux abonnes|je m'abonne*|deja abonne*|*il vous reste|faire un don*|soutenez*|adresse e-mail|votre email*
        [es]suscribete*|suscribirse*|suscribase*|*nuestro newsletter|*nuestro boletin|recibe*|boletin*|hazte socio*|*para suscriptores|registrate*|correo electronico|dona*
        [it]iscriviti*|*alla newsletter|*nostra newsletter|abbonati*|sostieni*|ricevi*|inserisci la tua email*
        [pt]assine*|*nossa newsletter|inscreva-se*|receba*|cadastre-se*|apoie*|subscreva*|*conteudo exclusivo para assinantes
        [nl]schrijf je in*|*onze nieuwsbrief|meld je aan*|nieuwsbrief*|abonneer*|word lid*|steun ons*
        [sv da no fi]prenumerera*|*vart nyhetsbrev|nyhetsbrev*|bli prenumerant*|tilmeld dig*|*nyhedsbrev|nyhedsbrev*|meld deg pa*|abonner*|bliv medlem*|tilaa*|*uutiskirje|uutiskirje*
        [pl cs sk]zapisz sie*|*nasz newsletter|subskrybuj*|wesprzyj*|prenumerata*|odebirat*|prihlaste se*|predplatne*|podporte*
        [ru uk]подпишитесь*|подписаться*|подписка*|*на нашу рассылку|поддержите*|поддержать*|оформите подписку*|ваш email*|підпишіться*|підписатися*
        [tr el]abone ol*|*bultenimize|e-bulten*|εγγραφειτε*|εγγραφη*|*το newsletter
        [ar he id vi]اشترك*|*النشرة البريدية|*نشرتنا|הרשמו*|הירשמו*|*לניוזלטר|berlangganan*|dang ky nhan*
        [de]unterstutzen sie unabhangigen*|unterstutzen sie unseren*|*mit einer spende unterstutzen
        [fr es it pt nl]soutenez le journalisme*|soutenez notre*|apoya el periodismo*|apoye el periodismo*|sostieni il giornalismo*|sostieni l'informazione*|apoie o jornalismo*|steun onafhankelijke*
        [sv da no fi]stod oberoende*|stot uafhaengig*|stott uavhengig*|tue riippumatonta*|tilaa ilmainen*|tilaa uutiskirje*|*uutiskirjeemme
        [pl cs]zapisz sie do*|*naszego newslettera|*bezplatnego newslettera|wesprzyj niezalezne*|prihlaste se k odberu*|*odberu newsletteru|podporte nezavislou*
        [hu ro]iratkozzon fel*|iratkozz fel*|feliratkozas*|*hirlevelunkre|*ingyenes hirlevel|tamogassa a fuggetlen*|fizessen elo*|aboneaza-te*|abonati-va*|*newsletterul nostru|sustine presa*|sustineti presa*
        [ru uk]подпишитесь на*|*бесплатную рассылку|поддержите независимую*|підпишіться на*|*безкоштовну розсилку|підтримайте незалежну*
        [tr el]bultenimize abone*|ucretsiz bulten*|bagimsiz gazeteciligi destekle*|εγγραφειτε στο*|*δωρεαν newsletter|*newsletter μας|στηριξτε την ανεξαρτητη*
        [ar he fa]اشترك في*|اشترك مجانا*|*نشرتنا البريدية|ادعم الصحافة*|הירשמו לניוזלטר*|הצטרפו לניוזלטר*|*לניוזלטר שלנו|תמכו בעיתונות*|*خبرنامه ما|*خبرنامه رایگان|در خبرنامه*|از روزنامه نگاری*|از روزنامهنگاری*
        [hi id vi]हमारे न्यूज़लेटर*|*न्यूज़लेटर की सदस्यता|स्वतंत्र पत्रकारिता का*|berlangganan newsletter*|*newsletter gratis|*buletin kami|dukung jurnalisme*|dang ky nhan ban tin*|ung ho bao chi*
        [th]*จดหมายข่าว|*สนับสนุนสื่ออิสระ
        [zh ja ko]订阅我们*|*免费电子报|*电子报|訂閱我們*|*電子報|独立した報道をご支援*|独立した報道を支援*|뉴스레터 구독*|무료 뉴스레터*|독립 언론을*
        [en]!view this email in your browser*|!view this email in browser*|!view in your browser|!view in browser|!read online|!you are receiving this email*|!you are receiving this because*|!you're receiving this email*|!you're receiving this because*|!you received this email because*|!this email was sent to*|!unsubscribe from this list*|!update your preferences*|!forward this email*|!if you no longer wish to receive*
        [de fr es it pt nl]!im browser ansehen*|!im browser anzeigen*|!sie erhalten diese e-mail*|!sie erhalten diesen newsletter*|!voir dans le navigateur*|!voir cet e-mail dans*|!vous recevez cet e-mail*|!se desabonner*|!ver en el navegador*|!recibes este correo*|!recibe este correo*|!visualizza nel browser*|!ricevi questa email*|!ver no navegador*|!recebe este e-mail*|!bekijk in browser*|!bekijk deze e-mail in*|!je ontvangt deze e-mail*|!u ontvangt deze e-mail*
        [zh]!阅读原文|!点击阅读原文*|!查看原文|!扫码下载*|!扫码关注*
        [ru uk]*в нашем телеграм|*в нашем telegram|*нашем телеграм-канале|*нашому телеграм|*нашому telegram-каналі
        [ko]!제보는 카카오톡*|!제보는 이메일*|!제보하기*
        [es pt it]!tu suscripcion se esta usando*|!quieres anadir otro usuario*|!sua assinatura esta sendo usada*
        [ja]!いいなと思ったら応援*|!チップで応援*|!よろしければ応援*
        [zh]!点击上方蓝字*|!点击蓝字关注*|!长按识别二维码*|!长按二维码*|!点击下方名片*|!扫描下方二维码*
        [ja zh ko]!この記事は会員限定*|!この記事は有料会員*|!*会員限定記事です|!この記事は有料記事*|!本文为付费内容*|!此内容为付费*|!이 기사는 유료*|!유료회원 전용*
        [ja]この記事が気に入ったら*|気に入ったらサポート|*サポートをしてみませんか|よろしければサポート*
        [fr es it pt]cet article vous a plu*|vous avez aime cet article*|te ha gustado este articulo*|te gusto este articulo*|te ha gustado lo que*|ti e piaciuto questo articolo*|l'articolo ti e piaciuto*|gostou deste artigo*|gostou da materia*|gostou do conteudo*|quer receber noticias*|quer receber as noticias*
        [de nl pl ru tr]hat ihnen der artikel gefallen*|hat dir der artikel gefallen*|vond je dit artikel*|vond u dit artikel*|podobal ci sie artykul*|podoba ci sie ten*|понравилась статья*|понравился материал*|понравился пост*|bu yaziyi begendiniz mi*
        [zh ja ko]订阅*|*订阅我们|登録する|メルマガ*|*メールマガジン|ニュースレター*|会員登録*|*有料会員|구독*|*뉴스레터|기사제보*|*제보는|후원하기*
        """

    private static let consent = """
        [en]*this site uses cookies|*this website uses cookies|*we use cookies|*we and our partners|*our use of cookies|uses cookies to|*accept cookies|*accept all cookies|accept all|reject all|accept|decline|i accept|i agree|agree and close|got it|cookie policy|cookie settings|cookies settings|cookie preferences|manage cookies|manage preferences|manage options|manage consent*|privacy settings|*your privacy choices|your privacy*|we value your privacy*|we care about your privacy*|*cookie consent|*consent to the use of|*by continuing to use|*by continuing to browse|*by using this site you agree|*by using our site you|*you agree to our use|*your consent preferences|strictly necessary cookies|necessary cookies*|functional cookies|analytics cookies|performance cookies|marketing cookies|targeting cookies|always active|always enabled|save preferences|save and accept|show purposes|allow all|deny|view preferences|read our privacy policy|necessary|statistics|marketing|gdpr|personalise content and ads|personalize content and ads|do not sell*|vendors list|legitimate interest|essential cookies*
        [de]*mit ihrer einwilligung wird|*mit ihrer einwilligung werden|hier finden sie externe inhalte*|an dieser stelle befindet sich*|externe inhalte|*diese website verwendet cookies|*diese webseite verwendet cookies|*diese seite verwendet cookies|*wir verwenden cookies|*wir nutzen cookies|unsere partner|verwendung von cookies|einsatz von cookies|alle akzeptieren|alle ablehnen|akzeptieren|ablehnen|zustimmen|zustimmen und weiter*|einstellungen|cookie-einstellungen|datenschutzeinstellungen|auswahl speichern|nur notwendige*|nutzung von cookies|externer inhalt*|*wollen wir ihnen externe inhalte|*mit ihrer zustimmung|personenbezogene daten|einverstanden
        [fr]*ce site utilise des cookies|*nous utilisons des cookies|utilisation de cookies|utilisation des cookies|tout accepter|tout refuser|accepter|refuser|continuer sans accepter|parametrer*|gerer les cookies|nos partenaires|personnaliser|*en poursuivant votre navigation|accepter et fermer|depot de cookies
        [es]*este sitio utiliza cookies|*este sitio web utiliza cookies|*utilizamos cookies|*usamos cookies|uso de cookies|aceptar|aceptar todo|aceptar todas|rechazar|rechazar todo|configurar cookies|politica de cookies|nuestros socios
        [it]*questo sito utilizza cookie|*questo sito utilizza i cookie|*utilizziamo i cookie|*utilizziamo cookie|uso dei cookie|accetta|accetta tutti|accetta tutto|rifiuta|rifiuta tutti|cookie policy|informativa sulla privacy|personalizza|nostri partner
        [pt]*este site usa cookies|*este site utiliza cookies|*usamos cookies para|o uso de cookies|aceitar|aceitar todos|rejeitar|rejeitar todos|politica de privacidade|aceito|prosseguir
        [nl]*deze website gebruikt cookies|*deze site gebruikt cookies|*wij gebruiken cookies|*we gebruiken cookies|gebruik van cookies|alles accepteren|accepteren|weigeren|cookie-instellingen|onze partners
        [sv da no]*denna webbplats anvander cookies|*vi anvander cookies|anvander kakor|acceptera alla|acceptera|avvisa|godkann alla*|anvandningen av cookies|*denne hjemmeside bruger cookies|*vi bruger cookies|*vi bruker cookies|informasjonskapsler|brug af cookies|accepter alle|accepter|godta alle|afvis alle|tillad alle*
        [fi]*kaytamme evasteita|*tama sivusto kayttaa evasteita|hyvaksy kaikki|hyvaksy|evasteiden kaytto|hylkaa|evasteasetukset
        [pl]*ta strona uzywa cookies|*ta strona korzysta z plikow cookies|*uzywamy plikow cookie|*uzywamy plikow cookies|*korzystamy z plikow cookies|*uzywamy cookies|pliki cookies|akceptuje*|odrzuc*|zaakceptuj*|polityka prywatnosci|ustawienia cookies|zgadzam sie|naszych partnerow
        [cs sk]*pouzivame cookies|*tento web pouziva cookies|*tato stranka pouziva cookies|soubory cookie|prijmout vse|prijmout|odmitnout|odmitnout vse|souhlasim*|nastaveni cookies|pouzivanim cookies
        [ru uk]*мы используем cookie|*мы используем файлы cookie|*сайт использует cookie|*сайт использует файлы cookie|использование cookie|использование файлов cookie|*используем куки|принять|принять все|отклонить|отклонить все|согласен|соглашаюсь|политика конфиденциальности|хорошо|понятно|настройки cookie|политикой конфиденциальности|обработку персональных данных|*ми використовуємо файли cookie|*ми використовуємо cookie|прийняти
        [tr]*bu site cerez kullan|*bu web sitesi cerez*|*cerezleri kullaniyoruz|cerez kullanimi|cerezler kullan|cerez politikasi|kabul et|kabul ediyorum|tumunu kabul et|tumunu reddet|reddet|cerez ayarlari|kvkk|*cerez kullanilmaktadir
        [el]*χρησιμοποιουμε cookies|*χρησιμοποιει cookies|αποδοχη|αποδοχη ολων|απορριψη|αποδεχομαι|συμφωνω|πολιτικη απορρητου|χρηση cookies|ρυθμισεις cookies
        [ar]*ملفات تعريف الارتباط|*نستخدم ملفات|الكوكيز|قبول|قبول الكل|رفض|موافق|سياسة الخصوصية|أوافق
        [he id vi]*האתר משתמש בעוגיות|קובצי cookie|אישור|מדיניות הפרטיות|*situs ini menggunakan cookie|*menggunakan cookie|terima semua|*trang web nay su dung cookie
        [zh ja ko]*使用cookie|*使用cookies|*本网站使用|隐私政策|隐私权政策|接受所有*|接受全部*|接受|全部拒绝|拒绝|同意|我同意|*クッキーを使用|*cookieを使用|cookieの使用|同意する|すべて許可|すべて拒否|拒否する|プライバシーポリシー|*쿠키를 사용|동의|동의합니다|모두 동의|모두 허용|거부|개인정보처리방침|개인정보 처리방침
        """
}
