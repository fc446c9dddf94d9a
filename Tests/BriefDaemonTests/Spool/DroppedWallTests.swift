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
