import Testing

@testable import ArticleExtraction

@Suite struct LineFeaturesTests {
    static let text = """
        Home
        News

        The Winter of the Ferry

        By Ada Example
        March 3, 2019

        The harbour of the small town was frozen for nine weeks, and the ferry lay still beside the pier.
        When the ice broke at last, the first boat carried nothing but mail for the islanders.

        3 Comments
        Jo Reader says:
        March 4, 2019
        I was there, and it was colder than anybody says today!
        Al Writer says:
        March 5, 2019
        My father told me of that winter, when I was a child of six.
        """

    private func traits(_ text: String) -> [LineTraits] {
        Unwrapper(LineSplitter.lines(of: text)).unwrapped().map { LineTraits($0) }
    }

    @Test(arguments: [text, "", "one line", "第一行。\n第二行，没有空格。"])
    func `gives as many figures a line as the weights were fitted to`(text: String) {
        let lines = traits(text)
        #expect(LineFeatures(lines).figures().count == lines.count * LineFeatures.count)
    }

    @Test func `tells training the same as the reader sees`() {
        let data = LineTrainingData(text: Self.text)
        let lines = traits(Self.text)
        #expect(data.features.count == lines.count)
        #expect(data.features.allSatisfy { $0.count == LineFeatures.count })
        #expect(data.features.flatMap { $0 } == LineFeatures(lines).figures())
        #expect(data.words.count == lines.count)
        #expect(data.hard == lines.map(\.isFurniture))
        let model = LineModel.shared
        let many = traits(String(repeating: Self.text + "\n\n", count: 400))
        let features = LineFeatures(many)
        #expect(many.count > 5_000)
        #expect(
            features.probabilities(by: model) == model.probabilities(of: features.figures()))
    }

    @Test func `knows weights that fit the figures`() {
        #expect(LineModel.shared.isLoaded)
        #expect(LineLexicon.shared.isLoaded)
    }

    @Test func `counts lines of one shape whatever their names and numbers`() {
        let lines = traits(Self.text)
        let copies = LineShape.copies(lines)
        let index = lines.firstIndex { $0.line.text == "Jo Reader says:" }
        #expect(index.map { copies[$0] } == 2)
        // A sentence has no shape that could return.
        #expect(zip(lines, copies).allSatisfy { $0.weight <= 20 || $1 == 0 })
    }

    @Test func `ranks clusters of prose and sections by their prose`() {
        let lines = traits(Self.text)
        let clusters = LineClusters(lines, gap: 1)
        #expect(clusters.clusters.count == 3)
        #expect(clusters.clusters[0].rank == 0)
        let sections = LineClusters(lines, dividedBy: \.isDated)
        #expect(sections.clusters.map(\.end).last == lines.count)
        #expect(!sections.indices.contains(-1))
    }

    @Test func `gives a word one number wherever it stands`() {
        let words = LineLexicon.words(of: "ferry and ferry 12 and 1999")
        #expect(words.count == 6)
        #expect(words[0] == words[2])
        #expect(words[3] == words[5])
        #expect(LineLexicon.words(of: "天气很好").count == 3)
        var row: [Float] = []
        LineLexicon(weights: []).figures(of: traits("a b c")).append(0, to: &row)
        #expect(row == [Float](repeating: 0, count: LineLexicon.count))
    }
}
