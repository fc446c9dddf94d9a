import Testing

@testable import ArticleExtraction

@Suite struct EmbeddedPostsTests {
    private let prose =
        "<p>The ferry, the quay and the lock were mended by hand, says the parish of Ashwell, and nobody was paid.</p>"

    private func written(_ post: String) -> String {
        let page = "<article><h1>Ferry</h1>\(prose)\(prose)\(post)\(prose)</article>"
        let read = HTMLDocumentReader.read(
            Array(page.utf8), url: "https://paper.example/f", scope: .page, judge: .shared)
        return MarkdownWriter.write(read.body.blocks)
    }

    @Test func `keeps a post with its author, its day and its link`() {
        let post = """
            <blockquote class="twitter-tweet"><p>The ferry stays.</p>&mdash; Ada Marl (@ada)
            <a href="https://social.example/ada/1">March 4, 2026</a></blockquote>
            """
        let lines = written(post)
        #expect(lines.contains("> The ferry stays."))
        #expect(
            lines.contains("> — Ada Marl (@ada) [March 4, 2026](https://social.example/ada/1)"))
        #expect(!lines.contains("Post:"))
    }

    @Test func `quotes a post that the server wrote`() {
        let post = """
            <div class="tweet"><a href="https://social.example/kim/2"><div><span>Kim Vale</span> @kim</div>
            <p>Nobody asked the ferrymen.</p><div>3:04 PM - Mar 4, 2026</div></a></div>
            """
        let lines = written(post)
        #expect(lines.contains("> Kim Vale @kim"))
        #expect(lines.contains("> Nobody asked the ferrymen."))
        #expect(lines.contains("> 3:04 PM"))
    }

    @Test func `quotes a post by its link and its handle, whatever its box is called`() {
        let post = """
            <div class="x1y2"><a href="https://twitter.com/kim/status/99"><div><span>Kim Vale</span> <span>@kim</span></div>
            <div>Nobody asked the ferrymen of the upper quay.</div><div>3:04 PM - Mar 4, 2026</div></a>
            <div>12 Likes 3 Retweets</div></div>
            """
        let lines = written(post)
        #expect(lines.contains("> Kim Vale @kim"))
        #expect(lines.contains("> ") && lines.contains("Nobody asked the ferrymen"))
        #expect(!lines.contains("Retweets"))
    }

    @Test func `leaves the link of a post that only a script shows`() {
        let post = """
            <blockquote class="instagram-media"><a href="https://pictures.example/p/xyz/">View this post</a>
            </blockquote>
            """
        #expect(
            written(post).contains("[Post: pictures.example/p/xyz](https://pictures.example/p/xyz/")
        )
    }

    @Test func `leaves the way to a post that says nothing itself`() {
        let post = """
            <blockquote class="mastodon-embed"><a href="https://social.example/@ada/1"><div>Post by Ada</div>
            <div>View on Mastodon</div></a></blockquote>
            """
        let lines = written(post)
        #expect(lines.contains("[Post: social.example/@ada/1](https://social.example/@ada/1"))
        #expect(!lines.contains("View on Mastodon"))
    }

    @Test func `quotes a post for readers without scripts`() {
        let post = """
            <div data-tweet="1"></div><noscript><blockquote class="twitter-tweet"><p>The ferry stays.</p>&mdash; Ada
            Marl (@ada) <a href="https://social.example/ada/1">March 4, 2026</a></blockquote></noscript>
            """
        let lines = written(post)
        #expect(lines.contains("> The ferry stays."))
        #expect(lines.contains("https://social.example/ada/1"))
    }

    @Test func `leaves out what one does with a post`() {
        let post = """
            <div class="react-tweet-theme"><article><a href="https://x.com/ada/status/1"><span>Ada Marl</span></a>
            <p>The ferry stays.</p><div><a href="https://x.com/ada/status/1"><time>Mar 4, 2026</time></a></div>
            <div><a href="https://x.com/intent/like?tweet_id=1">311</a></div><div><a href="#">Copy link</a></div>
            </article></div>
            """
        let lines = written(post)
        #expect(lines.contains("> Ada Marl") || lines.contains("> [Ada Marl]"))
        #expect(lines.contains("> The ferry stays."))
        #expect(lines.contains("https://x.com/ada/status/1"))
        #expect(!lines.contains("311") && !lines.contains("Copy link"))
    }
}
