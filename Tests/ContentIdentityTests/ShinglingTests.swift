import BriefModel
import Testing

@testable import ContentIdentity

@Suite struct ShinglingTests {
    private let brief = (0..<120).map { "word\($0 * 7 % 61)" }.joined(separator: " ")

    @Test func `counts one shingle for every five words in a row`() {
        #expect(Shingling.shingles(of: "one two three four five six").hashes.count == 2)
        #expect(Shingling.shingles(of: "one two three").hashes.count == 1)
        #expect(Shingling.shingles(of: "… — !").hashes.isEmpty)
    }

    @Test func `takes characters where words are not spaced`() {
        #expect(Shingling.shingles(of: "今日は雨が降る").hashes.count == 3)
        #expect(Shingling.shingles(of: "今日は、雨が\n降る。") == Shingling.shingles(of: "今日は雨が降る"))
    }

    @Test func `does not see case, quotes and line ends`() {
        let one = Shingling.shingles(of: "The “quick” brown fox doesn’t jump over ÄPFEL")
        let two = Shingling.shingles(of: "the quick\nbrown FOX doesn't jump, over äpfel.")
        #expect(one == two)
    }

    @Test func `gives the same numbers in every run`() {
        let shingles = Shingling.shingles(of: "one two three four five")
        #expect(shingles.hashes == [672_546_819_186_279_375])
    }

    @Test func `finds a text near to itself with another end`() {
        let one = Shingling.shingles(of: brief)
        let two = Shingling.shingles(of: brief + " and a short end that the other has not")
        #expect(one != two && one.isNear(two))
        #expect(
            !one.isNear(Shingling.shingles(of: "something else that shares no five words with it")))
    }

    @Test func `puts hash and shingles into one identity`() {
        let identity = Identity(text: brief)
        #expect(identity.contentHash == ContentHash.hash(ofText: brief))
        #expect(identity.hashVersion == 1)
        #expect(identity.shingles == Shingling.shingles(of: brief))
        let bare = Identity(hashOf: brief)
        #expect(bare.contentHash == identity.contentHash && bare.hashVersion == 1)
        #expect(bare.shingles == Shingles())
    }
}
