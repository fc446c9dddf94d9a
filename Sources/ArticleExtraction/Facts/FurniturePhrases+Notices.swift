extension FurniturePhrases {
    static let adBlock = """
        [en]adblock detected*|ad blocker detected*|adblocker detected*|ad block detected*|*disable your ad blocker|*disabling your adblocker|*disabling your ad blocker|*disable your adblocker|*turn off your ad blocker|*using an ad blocker|*using an adblocker|*your ad blocker|*your adblocker|*whitelist our site|*whitelist this site|please disable adblock*|*enable javascript to continue|*please enable javascript|*javascript is disabled|*javascript must be enabled|*your browser does not support|*you need to enable javascript|*upgrade your browser|*update your browser|*browser is out of date|please support us by disabling*|*by disabling your ad
        [de]*deaktivieren sie ihren adblocker|*ihren adblocker|*adblocker aktiviert|werbeblocker*|*schalten sie den adblocker|*javascript aktivieren
        [fr]*bloqueur de publicite|*desactiver votre bloqueur|*votre adblock|*activer javascript
        [es pt]*bloqueador de anuncios|*desactiva tu bloqueador|*bloqueador de publicidad|*disattiva il tuo adblock|*adblock attivo|*desative o bloqueador|*adblocker uit te schakelen|*je adblocker
        *din annonsblockerare|*din annonceblokker|*annonseblokkering|*mainosten esto|*wylacz adblocka|*wylaczenie adblocka|*blokowanie reklam|*vypnete adblock|*blokovani reklam
        *отключите блокировщик|*блокировщик рекламы|*отключите adblock|*reklam engelleyici|*adblock kullan|*μπλοκαρισμα διαφημισεων|*مانع الإعلانات|*חוסם פרסומות
        *广告拦截|*请关闭广告|*広告ブロック|*광고 차단
        """

    static let advertisement = """
        [en]advertisement|advertisements|advertising|ads|ad|advert|sponsored|sponsored by*|promoted by*|paid content|paid post|partner content|ad feedback|advertise with us|advertise here*|story continues below advertisement|article continues below*|story continues after*|advertisement scroll to continue|advertisement continue reading below|continue reading below*|continue reading the main story*|scroll to continue*|remove ads|this ad will end*|skip ad|ads by*|*affiliate links|*we may earn a commission|*we may receive a commission|*as an amazon associate|supported by|report this ad|loading|loading...|click here|buy now|shop now|learn more|image|video|photo|gallery|enlarge|expand|close|open|play|pause|play video|watch|watch video*|enlarge this image|click to enlarge*|image gallery|view gallery|slideshow|view slideshow|photo gallery|photos|hide caption|toggle caption|caption
        [en]!*we may earn an affiliate|!*earn an affiliate commission|!*may contain affiliate links|!*contains affiliate links|!*may earn commission|!*may earn us a commission|!*independently selected by*|!*earn a small commission|!*we check over 250 million products*|!as an amazon associate*
        [de fr nl]!*affiliate-links enthalten|!*erhalten wir eine provision|!*bekommen wir eine provision|!*so genannte affiliate-links|!*sogenannte affiliate-links|!*contenir des liens affilies|!*contient des liens affilies|!*toucher une commission|!*bevat affiliate links|!*affiliate links bevatten
        [es it pt]!*enlaces de afiliados|!*enlaces de afiliado|!*contenere link affiliati|!*contiene link affiliati|!*link di affiliazione|!*ricevere una commissione|!*links de afiliados|!*receber uma comissao
        [pl sv da no]!*zawierac linki afiliacyjne|!*linki afiliacyjne|!*innehaller annonslankar|!*innehaller affiliatelankar|!*indeholder affiliate-links|!*inneholder annonselenker|!*inneholder affiliatelenker
        [pl cs de nl]!dalszy ciag materialu pod*|!dalsza czesc artykulu pod*|!ciag dalszy artykulu pod*|!clanek pokracuje pod*|!artikel geht unter dem video*|!tekst loopt door onder*
        [zh ja ko]!*アフィリエイト広告を利用|!*アフィリエイトリンクを含|!*プロモーションが含まれ|!*쿠팡 파트너스 활동|!*일정액의 수수료를 제공
        advertisement|advertisements|scroll to continue with content|!*artiklen fortsætter efter annoncen|!*artiklen fortsætter under annoncen|!*artikkelen fortsetter under annonsen|!*artikel geht nach der anzeige|!*artikel wird unter der anzeige|!*gulir ke bawah untuk melanjutkan|!*reklamdan sonra devam
        anzeige|anzeigen|werbung|gesponsert|sponsored post|bild vergrossern|zum vergrossern*|bildergalerie|artikel hort hier nicht auf*
        publicite|annonce|contenu sponsorise|la suite apres la publicite|la suite apres cette publicite|publi-redactionnel|sponsorise
        publicidad|anuncio|contenido patrocinado|patrocinado|pubblicita|contenuto sponsorizzato|annuncio|publicidade|continua depois da publicidade|continua apos a publicidade|conteudo patrocinado|patrocinado
        advertentie|advertenties|annons|annonser|annonce|annoncer|reklame|mainos|ilmoitus|annonse|artikeln fortsatter efter annonsen|artikkeli jatkuu mainoksen jalkeen
        !*continua depois da publicidade|!*continua apos a publicidade|!*continua despues de la publicidad|!*la suite apres la publicite|!*nach der anzeige weiterlesen|!*artikel wird nach der anzeige|!*continua dopo la pubblicita|!*lees verder onder de advertentie|!*tekst gaat verder onder de advertentie|!*artikeln fortsatter under annonsen|!*saken fortsetter etter annonsen|!*artiklen fortsaetter efter annoncen|!*продолжение после рекламы|!*текст продолжается после рекламы|!*a cikk a hirdetes utan folytatodik|!*dalsza czesc artykulu pod
        বিজ্ঞাপন|reklama|reklamy|materialy sponsorowane|artykul sponsorowany|inzerce|реклама|на правах рекламы|рекламный блок|reklam|ilan|διαφημιση|διαφημισεις|إعلان|إعلانات|פרסומת|iklan|advertisement scroll to continue with content|quang cao
        [hu ro hi th id vi]hirdetes|publicitate|विज्ञापन|โฆษณา|iklan|quang cao
        [ar he fa]إعلان|اعلان|פרסומת|تبلیغات|آگهی
        广告|推广|赞助内容|広告|スポンサーリンク|スポンサードリンク|pr|광고|ad광고
        """

    static let credit = """
        [en]photo by*|photos by*|photo:*|photos:*|photo credit*|photo courtesy*|photo taken from*|photo source*|photo via*|photograph by*|photograph:*|photographs by*|photography by*|photographer:*|image:*|images:*|image by*|image credit*|image courtesy*|image source*|image via*|image taken from*|featured image*|header photo*|header image*|cover photo*|cover image*|picture:*|picture by*|picture credit*|illustration by*|illustration:*|illustrations by*|graphic by*|graphic:*|video by*|video courtesy*|credit:*|credits:*|courtesy of*|getty images|via getty images|(getty images)|shutterstock|*getty images|*/getty|*via ap|ap photo*|(ap photo*|afp photo*|reuters/*|*shutterstock.com|*/shutterstock|screenshot*|file photo*|stock photo*|*/afp|*/reuters|*/ap|*/bloomberg|*istockphoto|*istock|*unsplash|*pixabay|*pexels|*wikimedia commons
        [de]foto:*|fotos:*|foto von*|bild:*|bilder:*|bildquelle*|bildnachweis*|titelbild*|symbolbild*|symbolfoto*|fotocredit*|fotoquelle*|quelle:*|grafik:*|*/dpa|picture alliance*|imago*|© *
        [fr]photo :*|photos :*|credit photo*|credits photo*|photographie :*|illustration :*|image :*|© photo*|*/sipa|*/hans lucas|legende
        [es it pt]foto:*|fotos:*|foto de*|foto por*|fotos de*|fotografia de*|fotografia:*|imagen:*|imagen de*|imagenes:*|credito:*|ilustracion:*|foto di*|foto a cura*|immagine:*|crediti:*|*/ansa|imagem:*|credito:*|reproducao*|divulgacao|foto: reproducao*|*efe/
        [nl sv da no fi pl cs sk hu vi]foto: *|anh: *|beeld:*|beeld *|fotograaf*|bild: *|fotograf*|kuva:*|kuvat:*|kuva *|zdj*|fot *|fot:*|foto archiwum*|autor foto*|zdroj:*|foto:*
        [ru uk bg tr el ar he]фото:*|фото -*|фото *|источник фото*|изображение:*|иллюстрация:*|скриншот*|фото из*|fotograf:*|gorsel:*|φωτο:*|φωτογραφια:*|πηγη φωτο*|الصورة:*|صورة:*|تصوير:*|תצלום*|צילום:*
        [zh ja ko]图片来源*|*图片来自|图:*|图/*|摄影:*|*摄影|*记者 摄|*供图|*资料图|圖片來源*|圖/*|圖:*|写真:*|写真は*|*写真提供|*撮影|画像:*|사진=*|사진:*|*사진 제공|*기자 촬영
        """

    static let chatbot = """
        okay here's*|ok here's*|okay here is*|ok here is*|sure here's*|sure here is*|sure! here*|certainly here's*|certainly here is*|certainly! here*|of course here's*|of course here is*|absolutely here's*|absolutely! here*|here's a breakdown*|here is a breakdown*|here's a summary*|here is a summary of the*|here's a rewritten*|here is a rewritten*|here's a revised*|here is a revised*|here's the rewritten*|here is the rewritten*|here's the revised*|here is the revised*|here's an article*|here is an article*|here's a draft*|here is a draft*|here's a comprehensive*|here's a detailed*|here's a polished*|here's an analysis*|here are the key*|as an ai*|as a language model*|as a large language model*|let me know if you'd like*|let me know if you want*|let me know if you need*|let me know if there*|let me know if this*|*let me know if you'd like me to|would you like me to*|do you want me to*|if you'd like i can*|if you want i can*|i can also*|i hope this helps*|hope this helps*|feel free to ask*|feel free to let me*|feel free to adjust*|is there anything else*|i'll organize it*|this breakdown*|i've organized*|i have organized*|i've rewritten*|i've drafted*|thank you for sharing*|great question*|*based on the provided text|*presented in the provided text|*the text you provided|*you provided a*
        hier ist eine zusammenfassung*|hier ist der uberarbeitete*|gerne hier ist*|naturlich hier*|lass mich wissen*|lassen sie mich wissen*|mochtest du dass ich*|mochten sie dass ich*|ich hoffe das hilft*|soll ich*
        voici un resume*|voici une version*|bien sur voici*|voici l'article*|n'hesitez pas a me*|souhaitez-vous que je*|voulez-vous que je*|faites-moi savoir*|j'espere que cela*|dites-moi si*
        aqui tienes*|claro aqui*|por supuesto aqui*|aqui esta un resumen*|dejame saber*|hazme saber*|quieres que*|espero que te sirva*|avisame si*
        ecco un riassunto*|ecco una versione*|certo ecco*|fammi sapere*|vuoi che*|spero che*|claro aqui esta*|aqui esta um resumo*|me avise se*|gostaria que eu*|espero que isso ajude*
        hier is een samenvatting*|natuurlijk hier*|laat me weten*|wil je dat ik*|har ar en sammanfattning*|vill du att jag*|hat mich wissen*|oto podsumowanie*|oczywiscie oto*|daj mi znac*|daj znac jesli*|czy chcesz zebym*
        вот краткое изложение*|вот переработанный*|вот переписанный*|конечно вот*|дайте знать*|дай знать*|хотите чтобы я*|хочешь чтобы я*|надеюсь это поможет*|если хотите я могу*
        iste bir ozet*|tabii iste*|tabii ki iste*|isterseniz*|bana bildirin*|yardimci olabilmemi*
        إليك ملخص*|بالطبع إليك*|أخبرني إذا*|هل تريد أن*|هل ترغب في أن*
        以下是对*|以下是为您*|以下是改写*|当然以下是*|好的以下是*|好的,以下是*|当然,以下是*|如果您需要*|如果你需要我*|如需进一步*|希望这对*|希望对您有*|请告诉我*|以下は要約*|もちろんです*|ご希望でしたら*|他にご質問*|お役に立てれば*|다음은 요약*|물론입니다*|원하시면*|도움이 되었기를*
        """

    static let logIn = """
        [en]log in|login|log out|logout|sign in|sign out|sign up|signin|signup|register|create account|create an account*|create a free account*|my account|account|your account|forgot password*|forgot your password*|lost your password*|remember me|keep me logged in|username|password|*already have an account|don't have an account*|not a member*|sign in with*|log in with*|continue with google|continue with facebook|continue with apple|continue with email|profile|my profile|welcome back*|login to your account*|log into your account*|your username|your password|recover your password*|a password will be e-mailed*|a password will be emailed*|sign in or*|log in or*|please log in*|please sign in*|you are not logged in*|sign in to*|log in to*|login or register*|login with*|login / register*|welcome guest*|welcome log into*
        [de fr]anmelden|einloggen|registrieren|abmelden|passwort vergessen*|mein konto|noch kein konto*|jetzt registrieren*|login abo|se connecter|connexion|s'inscrire|s'identifier|mot de passe oublie*|mon compte|creer un compte*|deja un compte*|inscription|identifiez-vous*
        [es it pt]iniciar sesion*|registrarse|acceder|mi cuenta|olvidaste tu contrasena*|crear cuenta|cerrar sesion|accedi|registrati|password dimenticata*|area riservata|entrar|cadastro|esqueceu a senha*|minha conta|fazer login|criar conta
        [nl sv da no fi]inloggen|aanmelden|registreren|wachtwoord vergeten*|mijn account|logga in|logga ut|mitt konto|skapa konto|log ind|log ud|logg inn|logg ut|min side|min konto|opret konto|kirjaudu*|rekisteroidy|luo tili|oma tili
        [pl cs sk]zaloguj*|zarejestruj*|wyloguj*|moje konto|zapomniales hasla*|logowanie|rejestracja|prihlasit*|prihlaseni|registrace|muj ucet|zapomenute heslo*|odhlasit*
        [ru uk bg tr]войти|вход|регистрация|зарегистрироваться|авторизация|личный кабинет|забыли пароль*|выйти|вход на сайт|войти через*|увійти|реєстрація|giris*|giris yap|uye ol|kayit ol|sifremi unuttum*|uye girisi|hesabim|cikis yap
        [el ar he id vi]συνδεση|εγγραφη|αποσυνδεση|ξεχασατε τον κωδικο*|تسجيل الدخول|تسجيل|حسابي|إنشاء حساب|نسيت كلمة*|התחברות|הרשמה|masuk|daftar|dang nhap|dang ky
        [zh ja ko]登录|登陆|注册|登录/注册|忘记密码*|退出|我的账户|用户名|密码|会员登录|登入|註冊|ログイン|ログアウト|新規登録|マイページ|新規会員登録|로그인|회원가입|로그아웃|마이페이지|아이디|비밀번호
        """
}
