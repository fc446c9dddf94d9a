import Testing

@testable import ArticleExtraction

@Suite struct FurnitureTests {
    @Test(arguments: [
        ("Share this:", Furniture.Kind.share), ("Facebook Twitter WhatsApp Email", .share),
        ("Artikel teilen", .share), ("分享到微信", .share), ("Follow us on Example", .follow),
        ("Sign up for our newsletter", .subscribe), ("Newsletter abonnieren", .subscribe),
        ("We use cookies to improve your visit. By staying you agree to this.", .consent),
        ("Tout accepter", .consent),
        ("Wir verwenden Cookies, um diese Seite zu verbessern.", .consent),
        ("3 Comments", .comments), ("Leave a Reply", .comments), ("Комментарии", .comments),
        ("Your email address will not be published.", .comments),
        ("You may also like", .related), ("Lesen Sie auch:", .related), ("相关阅读", .related),
        ("Advertisement", .advertisement), ("Ad blocker detected!", .adBlock),
        ("Photo: Ada Example", .credit), ("Log in", .logIn), ("Back to top ↑", .navigation),
        ("© 2024 Example House", .copyright), ("4 min read", .count), ("Tags: one, two", .tags),
        ("About the author", .authorNote), ("Sure! Here is the text you asked for:", .chatbot),
        ("Let me know if you'd like me to shorten it.", .chatbot),
        ("Follow Ann Miller on Instagram and YouTube.", .follow),
        ("Sigue a la redacción en WhatsApp", .follow),
        ("Twitterでフォローしてください。", .follow), ("请在微博上关注本报记者", .follow),
        ("Get the Example app for iOS and Android", .follow),
        ("Comments are moderated and appear on working days only.", .comments),
        ("الكلمات الدلالية: الخليج", .tags), ("Back to index", .navigation),
        ("View this email in your browser", .subscribe), ("Advertisement", .advertisement),
        ("Artiklen fortsætter efter annoncen", .advertisement), ("Print Recipe", .share),
        ("¿Te ha gustado este artículo?", .subscribe),
        ("Leggi i commenti", .comments), ("Pour aller plus loin", .related),
        ("This entry was posted on 3 May 2021 at noon", .related),
    ])
    func `knows the families of phrases`(line: String, kind: Furniture.Kind) {
        #expect(Furniture.kind(of: line) == kind)
    }

    @Test(arguments: [
        "Related: Nine harbours that froze over, one after another, while keepers looked for a tug that was strong enough",
        "VEA TAMBIÉN: El puerto que nadie quiso construir y los tres alcaldes que lo prometieron una y otra vez",
        "Lesetipp: Wie ein Dorf seinen Bahnhof zurückkaufte und was daraus in den zehn Jahren danach geworden ist",
    ])
    func `knows what announces another article, however long its headline is`(line: String) {
        #expect(Furniture.kind(of: line) == .related)
    }

    @Test(arguments: [
        "The regulator fined the shop because its banner set cookies before anybody had agreed.",
        "Readers leave comments on such stories by the hundred, and the editors read them all.",
        "The newsletter that he founded in 1997 outlived the paper that had printed it.",
        "Sharing food is the oldest way to make peace, the mayor said.",
        "Follow the river for an hour, and join the path to the lighthouse at the second bridge.",
        "More people took the train than ever, and the company had read none of its own forecasts.",
        "Policy Summary", "The follow-up", "", "2021", "Quelle surprise!",
    ])
    func `lets an article speak of such things`(line: String) {
        #expect(Furniture.kind(of: line) == nil)
    }

    @Test(arguments: [
        "Iratkozzon fel hírlevelünkre!", "Подпишитесь на нашу рассылку", "Bültenimize abone olun",
        "Εγγραφείτε στο newsletter μας", "در خبرنامه ما عضو شوید", "הירשמו לניוזלטר שלנו",
        "订阅我们的电子报。", "สมัครรับจดหมายข่าว", "Zapisz się do naszego newslettera",
        "Apoya el periodismo libre", "Unterstützen Sie unabhängigen Journalismus",
    ])
    func `knows calls to subscribe and to give in many languages`(line: String) {
        #expect(Furniture.kind(of: line) == .subscribe)
    }

    @Test(arguments: [
        "Hirdetés", "تبلیغات", "विज्ञापन", "โฆษณา", "Iklan", "Continua após a publicidade",
    ])
    func `knows the label of an advertisement in many languages`(line: String) {
        #expect(Furniture.kind(of: line) == .advertisement)
    }
}
