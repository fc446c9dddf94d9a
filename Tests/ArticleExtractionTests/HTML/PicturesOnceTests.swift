import Testing

@testable import ArticleExtraction

@Suite struct PicturesOnceTests {
    private func pictures(_ html: String) -> [String] {
        markdown(of: html).split(separator: "\n").filter { $0.hasPrefix("!") }.map(String.init)
    }

    @Test func `shows a picture once, in whatever size it comes again`() {
        let html = """
            <p>Words before it.</p><img src='/boat.jpg?w=640&h=480' alt='Boat'><p>Words between.</p>
            <img src='/boat.jpg?w=1200' alt='Boat'><p>More words.</p><img src='/boat-300x200.jpg'><p>The last.</p>
            """
        #expect(pictures(html) == ["![Boat](https://paper.example/boat.jpg?w=640&h=480)"])
    }

    @Test func `tells pictures by what their addresses ask for`() {
        let html = """
            <p>Words before it.</p><img src='/show?id=1&w=640' alt='Boat'><p>Words between.</p>
            <img src='/show?id=2&w=640' alt='Quay'><p>More words.</p>
            """
        #expect(pictures(html).count == 2)
    }

    @Test func `says where it stands first what is said of it later`() {
        let html = """
            <p>Words before it.</p><p><img src='/boat.jpg'></p><p>Words between.</p>
            <p><img src='/boat.jpg' alt='The boat at the quay'></p><p>More words.</p>
            """
        #expect(pictures(html) == ["![The boat at the quay](https://paper.example/boat.jpg)"])
    }

    @Test func `shows a picture again of which something else is said`() {
        let html = """
            <p>Words before it.</p><img src='/boat.jpg' alt='The bow of the boat'><p>Words between.</p>
            <img src='/boat.jpg' alt='Rust on her stern'><p>More words.</p>
            """
        #expect(pictures(html).count == 2)
    }
}
