import Testing

@testable import ArticleExtraction

@Suite struct CommentsHeadingTests {
    private func matches(_ line: String) -> Bool { CommentsHeading.matches(Array(line.utf8)[...]) }

    @Test(arguments: [
        "Comments", "3 Comments", "Comments (12)", "{ 167 comments }", "Leave a Reply",
        "12 thoughts on “The pier”", "One Response to “The pier”",
        "45 users responded in \"The pier\"", "Comments are now closed for this story",
        "Kommentare (4)", "Laisser un commentaire", "Комментарии", "评论", "コメントを残す",
        "コメント一覧", "댓글 목록", "评论列表", "Hozzászólások",
        "Diskusia (2)", "Komentari", "Коментари (3)", "Comentaris", "Maoni", "تبصرے",
    ])
    func `knows a heading of comments`(line: String) {
        #expect(matches(line))
    }

    @Test(arguments: [
        "Comments (0)", "Comment", "Reply", "3", "",
        "Comments on the plan came in by the hundred, and the council read them all.",
        "Responses to the flood differed from town to town.",
    ])
    func `knows what is none`(line: String) {
        #expect(!matches(line))
    }
}
