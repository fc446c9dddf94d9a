import BriefModel
import Testing

@testable import ContentIdentity

/// Which shingles of a text an index holds.
@Suite struct WinnowingTests {
    private static func words(_ numbers: Range<Int>) -> String {
        numbers.map { "word\($0)" }.joined(separator: " ")
    }

    private func share(_ one: String, _ other: String) -> Bool {
        let (left, right) = (Shingling.shingles(of: one), Shingling.shingles(of: other))
        return !Set(left.fingerprints).isDisjoint(with: right.fingerprints)
    }

    @Test(arguments: [0, 3, 40, 90]) func `finds 25 words of the beginning`(start: Int) {
        #expect(share(Self.words(start..<start + 25), Self.words(0..<900)))
    }

    @Test(arguments: [0, 137, 400, 830]) func `finds 70 words from anywhere`(start: Int) {
        #expect(share(Self.words(start..<start + 70), Self.words(0..<900)))
    }

    @Test func `holds few of each text, and a thousand at most`() {
        let shingles = Shingling.shingles(of: Self.words(0..<600))
        #expect((20...60).contains(shingles.fingerprints.count))
        #expect(Set(shingles.fingerprints).isSubset(of: shingles.hashes))
        let long = Shingling.shingles(of: Self.words(0..<200_000)).fingerprints
        #expect((300...1_024).contains(long.count))
        #expect(Shingling.shingles(of: "").fingerprints.isEmpty)
        #expect(Shingling.shingles(of: "one").fingerprints.count == 1)
    }

    @Test func `is quick where all words are the same`() {
        let same = Array(repeating: "word", count: 300_000).joined(separator: " ")
        #expect(Shingling.shingles(of: same).fingerprints.count == 1)
    }
}
