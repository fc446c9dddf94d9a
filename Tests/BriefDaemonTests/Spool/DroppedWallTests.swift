import BriefModel
import Testing

@testable import BriefDaemon

/// Dropped pages that hold nothing but a wall.
@Suite struct DroppedWallTests {
    private func page(
        _ title: String, _ text: String, asksForProof: Bool = false, isArticle: Bool = false,
        words: Int = 20
    ) -> Article {
        Article(
            title: title, text: text, markdown: text, wordCount: words, type: .html,
            statement: PageStatement(
                titles: [title], isArticle: isArticle, asksForProof: asksForProof))
    }

    @Test(arguments: [
        ("Just a moment...", "Checking your browser before you go on. This takes some seconds."),
        ("Page not found", "The page that you look for has moved or was never here."),
        ("Seite nicht gefunden", "Gehen Sie zur Startseite oder suchen Sie."),
        ("ページが見つかりません", "トップページへ戻る"),
    ])
    func `are told by their titles`(title: String, text: String) {
        #expect(DroppedWall.stands(in: page(title, text)))
    }

    @Test func `are told by what they ask for`() {
        let text = "Please log in to read this story. Your account is free."
        #expect(DroppedWall.stands(in: page("Harbour Notes", text, asksForProof: true)))
        #expect(!DroppedWall.stands(in: page("Harbour Notes", text)))
    }

    @Test(arguments: [
        (
            "Calder Notes",
            "Avec votre accord, nos partenaires et nous utilisons des traceurs.\nVous pouvez retirer votre consentement à tout moment.\nTout accepter"
        ),
        (
            "Ferries in winter",
            "Subscribe to continue reading. You have read all of your free articles this month.\nAlready a subscriber? Sign in."
        ),
        ("しばらくお待ちください", "人間であることを確認します。\nお使いの接続のセキュリティを確認しています。\nRay ID: 8f1c2d3e"),
        (
            "Underhåll pågår",
            "Vi uppdaterar just nu vår sajt. Vi är snart tillbaka.\nTack för ditt tålamod."
        ),
        ("451: Unavailable due to legal reasons", "Readers in some countries cannot see this."),
        ("429 Too Many Requests", "Slow down."),
        ("로그인", "이 기사는 회원 전용입니다. 로그인 후 이용해 주세요.\n아이디와 비밀번호를 입력하시면 됩니다."),
        (
            "Calder Notes",
            "Для роботи сайту потрібно увімкнути JavaScript.\nБудь ласка, оновіть браузер."
        ),
        (
            "Calder Notes",
            "Hai un ad blocker attivo. Disattivalo per continuare a leggere, oppure abbonati."
        ),
        (
            "Are you over 18?",
            "You must be eighteen years or older to view this content. Please confirm your age."
        ),
        (
            "Phiên đăng nhập đã hết hạn",
            "Phiên làm việc của bạn đã hết hạn. Vui lòng đăng nhập lại để đọc."
        ),
        (
            "You are now in line",
            "When it is your turn, you have ten minutes. Do not leave this page."
        ),
    ])
    func `are told by what they are made of`(title: String, text: String) {
        #expect(DroppedWall.stands(in: page(title, text)))
    }

    @Test(arguments: [
        (
            "500 people march through Skelby",
            "Five hundred people marched through Skelby on Sunday. They asked for a second ferry. The mayor met them at the quay."
        ),
        (
            "Why banners ask the wrong question",
            "We use cookies, the banner says, and most of us click. A study counts what happens next. In two of three cases the larger button won. The council wants a signal of the browser, set once."
        ),
        (
            "Courier puts up a wall",
            "The Courier asks its readers for money from Monday on. Already a subscriber? is asked on every page. The editor says that court reports are read to the end. Planning notices are too."
        ),
        ("図書館が閉館", "図書館は月曜から閉館する。システムのメンテナンス中も本は返せるという。館長は三日で終わると話した。市民からは早く開けてほしいとの声が出ている。"),
    ])
    func `are no short articles about such things`(title: String, text: String) {
        #expect(!DroppedWall.stands(in: page(title, text, words: 45)))
    }

    @Test func `are told of pages that call themselves articles, where nothing else stands there`()
    {
        let text =
            "Subscribe to continue reading. You have read all of your free articles this month.\nAlready a subscriber? Sign in."
        #expect(DroppedWall.stands(in: page("Ferries in winter", text, isArticle: true)))
        let beginning =
            "The ferries stop in winter, the council said on Monday, and nobody knows for how long.\n"
            + text
        #expect(!DroppedWall.stands(in: page("Ferries in winter", beginning, isArticle: true)))
    }

    @Test func `are no articles: long ones, those that call themselves so, and texts`() {
        let title = "Wreck not found after three days"
        #expect(!DroppedWall.stands(in: page(title, "The boats came back.", words: 140)))
        #expect(!DroppedWall.stands(in: page(title, "The boats came back.", isArticle: true)))
        var text = page(title, "The boats came back.")
        text.type = .text
        text.statement = nil
        #expect(!DroppedWall.stands(in: text))
    }
}
