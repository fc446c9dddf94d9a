/// Where passages stand to one another.
extension Page {
    /// The passage that an element stands in, or that begins in it.
    func passage(around node: Int) -> Int {
        let next = Int(passageAt[node])
        guard next > 0, passages[next - 1].nodes.upperBound > node else { return next }
        return next - 1
    }

    /// How many paragraphs of text stand between two passages.
    func paragraphs(from first: Int, to last: Int) -> Int {
        guard first < last else { return 0 }
        return passages.indices[(first + 1)..<last].count(where: isParagraph)
    }

    /// Whether a passage is a paragraph of text: long, or a sentence of a dozen words.
    func isParagraph(_ place: Int) -> Bool {
        let census = passages[place].census
        return census.words >= 25 || census.ideographs >= 50
            || census.words >= 12 && SentenceMarks.endsSentence(string(place))
    }
}
