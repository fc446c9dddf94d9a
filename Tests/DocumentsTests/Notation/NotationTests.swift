import BriefModel
import Foundation
import Testing
import Workers

@testable import Documents

/// One article of our own in four notations.
@Suite struct NotationTests {
    static let names = ["ferry.md", "ferry.org", "ferry.rst", "ferry.adoc"]

    static let texts: [String: String] = [
        "ferry.md": """
        ---
        title: The last ferry
        author: Ada Marl
        date: 2026-03-01
        ---

        The *last* ferry of the season left the **harbour** at nine, with eleven people on it and a piano that nobody had
        asked for. Its number was `PK-204`, says [the log](https://harbour.example/log).

        ## What came

        - A piano, black, with two candlesticks.
        - Its bench, which was lost on the way:
          - first the left leg,
          - then the rest.
        - A note for the school.

        ## What it cost

        1. Four hours of work.
        2. One rope.

        | Item | Price |
        |---|---|
        | Rope | 40 |
        | Soup | 12 |

        > Nobody asked who had sent it, and I did not either.

        ```python
        def fare(people):
            return people * 4
        ```

        The piano stands in the school now, a little out of tune, and the children play it between their lessons.
        """,
        "ferry.org": """
        #+TITLE: The last ferry
        #+AUTHOR: Ada Marl
        #+DATE: <2026-03-01 Sun>
        #+OPTIONS: toc:nil

        The /last/ ferry of the season left the *harbour* at nine, with eleven people on it and a piano that nobody had
        asked for. Its number was =PK-204=, says [[https://harbour.example/log][the log]].
        # Ask again whether that is the right log.

        * DONE What came                                                :cargo:
        :PROPERTIES:
        :ID: 12
        :END:
        - A piano, black, with two candlesticks.
        - Its bench, which was lost on the way:
          + first the left leg,
          + then the rest.
        - A note for the school.

        * TODO [#A] What it cost
        SCHEDULED: <2026-03-02 Mon>
        1. Four hours of work.
        2. One rope.

        | Item | Price |
        |------+-------|
        | Rope |    40 |
        | Soup |    12 |
        #+TBLFM: $2=vsum(@2..@3)

        #+BEGIN_QUOTE
        Nobody asked who had sent it, and I did not either.
        #+END_QUOTE

        #+begin_src python :results none
        def fare(people):
            return people * 4
        #+end_src

        The piano stands in the school now, a little out of tune, and the children play it between their lessons.

        * Ideas                                                        :noexport:
        Write about the bench.
        """,
        "ferry.rst": """
        ==============
        The last ferry
        ==============

        :Author: Ada Marl
        :Date: 2026-03-01

        .. contents:: What is here

        The *last* ferry of the season left the **harbour** at nine, with eleven people on it and a piano that nobody had
        asked for. Its number was ``PK-204``, says `the log <https://harbour.example/log>`_.

        What came
        =========

        * A piano, black, with two candlesticks.
        * Its bench, which was lost on the way:

          * first the left leg,
          * then the rest.

        * A note for the school.

        .. Ask again whether that is the right log.

        What it cost
        ============

        1. Four hours of work.
        2. One rope.

        +------+-------+
        | Item | Price |
        +======+=======+
        | Rope | 40    |
        +------+-------+
        | Soup | 12    |
        +------+-------+

        ..

          Nobody asked who had sent it, and I did not either.

        .. code-block:: python
           :linenos:

           def fare(people):
               return people * 4

        The piano stands in the school now, a little out of tune, and the children play it between their lessons.
        """,
        "ferry.adoc": """
        = The last ferry
        Ada Marl <ada@harbour.example>
        v1.1, 2026-03-01
        :toc:
        :log: https://harbour.example/log

        The _last_ ferry of the season left the *harbour* at nine, with eleven people on it and a piano that nobody had
        asked for. Its number was `PK-204`, says https://harbour.example/log[the log].
        // Ask again whether that is the right log.

        [[cargo]]
        == What came

        * A piano, black, with two candlesticks.
        * Its bench, which was lost on the way:
        ** first the left leg,
        ** then the rest.
        * A note for the school.

        == What it cost

        . Four hours of work.
        . One rope.

        [cols="2,1",options="header"]
        |===
        |Item |Price

        |Rope
        |40

        |Soup |12
        |===

        ____
        Nobody asked who had sent it, and I did not either.
        ____

        [source,python]
        ----
        def fare(people):
            return people * 4 <1>
        ----

        The piano stands in the school now, a little out of tune, and the children play it between their lessons.
        """,
    ]

    private func read(_ name: String, _ text: String) throws -> ReadDocument {
        try DocumentReader().read(
            ExtractionRequest(
                bytes: Array(text.utf8), name: name,
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    @Test(arguments: names)
    func `one article is the same in every notation`(name: String) throws {
        let model = try read("ferry.md", #require(Self.texts["ferry.md"]))
        let other = try read(name, #require(Self.texts[name]))
        #expect(other.article.text == model.article.text)
        #expect(other.identity.contentHash == model.identity.contentHash)
        #expect(other.article.title == "The last ferry")
        #expect(other.article.authors == ["Ada Marl"])
        #expect(other.article.published == "2026-03-01")
        #expect(other.article.markdown.contains("[the log](https://harbour.example/log)"))
        #expect(
            other.article.markdown.contains(
                "```python\ndef fare(people):\n    return people * 4\n```"))
    }

    @Test func `a page or a text whose name ends like a host's is read as what it is`() throws {
        let words = "Nobody on the quay could say who had sent it, and the captain did not ask."
        let page = try read(
            "harbour.org",
            "<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1><p>\(words) \(words)</p><p>\(words)</p></article></body></html>"
        )
        #expect(page.article.title == "The ferry")
        #expect(!page.article.text.contains("<"))
        let text = try read(
            "harbour.org", "The ferry\n\n\(words) The fare is 3 * 4 * 2.\n\n\(words)\n")
        #expect(text.article.text.contains("3 * 4 * 2"))
    }

    /// What opens in a block and ends nowhere in it, and how the same is fenced further down.
    static let unclosed: [(name: String, text: String)] = [
        ("x.adoc", "====\n----\nwords in it\n====\n\n----\ncode below\n----\n"),
        ("x.adoc", "* item\n+\n--\n....\nwords in it\n--\n\n....\ncode below\n....\n"),
        (
            "x.adoc",
            "[cols=\"1a\"]\n|===\n|----\nwords in it\n|===\n\n----\ncode below\n----\n"
        ),
        (
            "x.org",
            "#+BEGIN_QUOTE\n#+BEGIN_SRC c\nwords in it\n#+END_QUOTE\n\n#+BEGIN_SRC c\ncode below\n#+END_SRC\n"
        ),
        (
            "x.org",
            "- item\n  #+begin_example\n  words in it\n\n#+begin_example\ncode below\n#+end_example\n"
        ),
        (
            "x.org",
            "* One\n#+begin_src\nwords in it\n* Two\n#+begin_src\ncode below\n#+end_src\n"
        ),
    ]

    @Test(arguments: unclosed.indices)
    func `a block left open in another one is no matter of those behind it`(index: Int) throws {
        let (name, text) = Self.unclosed[index]
        let bytes = Array(text.utf8)
        let document = name == "x.org" ? OrgReader.read(bytes) : AsciiDocReader.read(bytes)
        let html = String(decoding: document.bytes, as: UTF8.self)
        #expect(html.contains(/<pre><code[^>]*>code below\n/), "\(html)")
        #expect(html.contains("words in it"))
    }

    static let hostile: [(kind: String, text: String)] = [
        ("stars", String(repeating: "*a *b ", count: 4_000)),
        ("brackets", String(repeating: "[[", count: 10_000)),
        ("backquotes", String(repeating: "`a <", count: 6_000)),
        ("markers in one line", String(repeating: "- ", count: 6_000)),
        ("notes in one line", String(repeating: ".. [1] ", count: 4_000)),
        ("begins without ends", String(repeating: "#+BEGIN_QUOTE\n----\n:X:\n", count: 2_000)),
        (
            "depth",
            (0..<200).map { String(repeating: " ", count: $0) + "- x" }.joined(separator: "\n")
        ),
        ("terms", String(repeating: "a:: b:: ", count: 3_000)),
        ("bars", "|===\n" + String(repeating: "|", count: 10_000) + "\n|===\n"),
        ("rules", String(repeating: "=====\nx\n=====\n", count: 2_000)),
        ("fences", String(repeating: "====\n--\n", count: 2_000)),
        ("begins, each of its own kind", (0..<20_000).map { "#+BEGIN_X\($0)\n" }.joined()),
        (
            "fences, each longer",
            (4..<600).map { String(repeating: "-", count: $0) + "\n" }.joined()
        ),
        ("addresses", String(repeating: "http://a", count: 4_000)),
        ("fields", String(repeating: ":a: b\n", count: 4_000)),
    ]

    @Test(arguments: hostile.indices, ["x.org", "x.rst", "x.adoc"])
    func `hostile text ends soon, and breaks nothing`(kind: Int, name: String) {
        let bytes = Array(("= T\n\n* x\n#+X: y\n\n" + Self.hostile[kind].text).utf8)
        let clock = ContinuousClock()
        let time = clock.measure {
            switch name {
            case "x.org": _ = OrgReader.read(bytes)
            case "x.rst": _ = RestructuredReader.read(bytes)
            default: _ = AsciiDocReader.read(bytes)
            }
        }
        #expect(time < .seconds(20), "\(Self.hostile[kind].kind)")
    }

    @Test func `takes the headline of a file of one entry for its title`() {
        func known(_ text: String) -> KnownFacts { OrgReader.read(Array(text.utf8)).known }
        let entry =
            "* The last ferry :clip:\n:PROPERTIES:\n:AUTHOR: Ada Marl\n:END:\n\nIt left at nine.\n"
        #expect(known(entry).title == "The last ferry")
        #expect(known(entry).authors == ["Ada Marl"])
        #expect(known(entry + "** What came\n\nA piano.\n").title == "The last ferry")
        #expect(known(entry + "* Another entry\n\nA piano.\n").title == nil)
        #expect(known("It left at nine.\n\n" + entry).title == nil)
    }
}
