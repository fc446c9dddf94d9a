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
    ])
    func `knows the families of phrases`(line: String, kind: Furniture.Kind) {
        #expect(Furniture.kind(of: line) == kind)
    }

    @Test(arguments: [
        "The regulator fined the shop because its banner set cookies before anybody had agreed.",
        "Readers leave comments on such stories by the hundred, and the editors read them all.",
        "The newsletter that he founded in 1997 outlived the paper that had printed it.",
        "Sharing food is the oldest way to make peace, the mayor said.",
        "Policy Summary", "The follow-up", "", "2021", "Quelle surprise!",
    ])
    func `lets an article speak of such things`(line: String) {
        #expect(Furniture.kind(of: line) == nil)
    }
}
