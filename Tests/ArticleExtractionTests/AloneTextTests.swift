import Testing

@testable import ArticleExtraction

/// Of a file that holds the article alone no short line at its ends is lost.
@Suite struct AloneTextTests {
    private let prose =
        "The bridge over the brook was closed for two winters, and whoever wanted to see the doctor had to walk by the mill, as their grandparents did."

    private func read(_ text: String) -> (title: String?, lines: [String]) {
        let body = PlainTextReader.read(text)
        return (body.title, body.blocks.map { InlineText.plain($0) })
    }

    @Test(arguments: [
        "Yes.", "No.", "Vote: 5 in favour, 2 against", "A. Marl (54), B. Vale (61)", "3 : 1",
        "41 %",
        "Verdict: not guilty", "評決：無罪",
    ])
    func `keeps a short line at either end`(line: String) {
        let first = read("The old bridge\n\n\(line)\n\n\(prose)\n\n\(prose)\n")
        #expect(first.title == "The old bridge")
        #expect(first.lines == [line, prose, prose])
        #expect(
            read("The old bridge\n\n\(prose)\n\n\(prose)\n\n\(line)\n").lines == [
                prose, prose, line,
            ])
    }

    @Test(arguments: [["4", "11", "19", "33"], ["2", "1"], ["81.42", "94.10"], ["3"], ["2:1"]])
    func `keeps the numbers on the last lines`(numbers: [String]) {
        let text = "The draw\n\n\(prose)\n\nThe numbers:\n\n\(numbers.joined(separator: "\n"))\n"
        #expect(read(text).lines == [prose, "The numbers:"] + numbers)
    }

    @Test func `keeps what a last line announces`() {
        let text = "The cup\n\n\(prose)\n\nNext round:\n\nAshwell – Kent\nTidemouth – Holm\n"
        #expect(read(text).lines == [prose, "Next round:", "Ashwell – Kent", "Tidemouth – Holm"])
    }

    @Test func `keeps every question and answer`() {
        let lines = [
            "Does it sail on Sunday?", "No.", "Are dogs allowed?", "Yes.", "Who pays for it?",
            prose,
            "Is there a ticket for a bicycle?", "No.",
        ]
        #expect(
            read("Questions on the boat\n\n\(lines.joined(separator: "\n\n"))\n").lines == lines)
    }

    @Test(arguments: ["12 May 2025", "By Ada Marl"])
    func `leaves out what is a fact by its form`(line: String) {
        #expect(
            read("The old bridge\n\n\(prose)\n\n\(prose)\n\n\(line)\n").lines == [prose, prose])
    }

    @Test func `reads facts that look like the head of a mail`() {
        let notice = ["From: Monday 2 November", "To: Friday 6 November", "Subject: Mill Lane"]
        let text = "The lane\n\n\(notice.joined(separator: "\n"))\n\n\(prose)\n\n\(prose)\n"
        #expect(read(text).lines == notice + [prose, prose])
    }

    @Test(arguments: [
        "We use cookies, the notice says, and most of us press the button without reading a word of what stands above it. A study counts what follows.",
        "Already a subscriber? is asked on every page, and each third visitor leaves there because the word that opens the door was forgotten.",
    ])
    func `keeps paragraphs that tell of walls`(paragraph: String) {
        let lines = [paragraph, prose, prose, paragraph + " It did.", prose]
        #expect(read("The notice\n\n\(lines.joined(separator: "\n\n"))\n").lines == lines)
    }

    @Test func `leaves a wall out`() {
        let wall =
            "We use cookies to give you the best experience on our website, and if you continue we assume that you agree to all of them."
        #expect(!read("The bridge\n\n\(wall)\n\n\(prose)\n\n\(prose)\n").lines.contains(wall))
    }
}
