import Foundation
import Testing

@testable import ContentIdentity

@Suite struct TextNormalisationTests {
    private func normal(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        TextNormalisation.forEachScalar(of: text) { view.append($0) }
        return String(view)
    }

    @Test func `agrees with NFKC on every scalar, alone and before a combining mark`() {
        var differing: [UInt32] = []
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = String(scalar) + "x" + String(scalar) + "\u{301}"
            let expected = text.decomposedStringWithCompatibilityMapping
                .precomposedStringWithCanonicalMapping
            // Folding is idempotent, so that it can be laid over what Foundation says.
            if !normal(text).unicodeScalars.elementsEqual(normal(expected).unicodeScalars) {
                differing.append(value)
            }
        }
        #expect(differing.isEmpty)
    }

    @Test func `keeps what stands beyond the first plane`() {
        #expect(Array(normal("\u{100A8}\u{301}").unicodeScalars).map(\.value) == [0x100A8, 0x301])
        #expect(Array(normal("\u{11099}\u{110BA}").unicodeScalars).map(\.value) == [0x1109A])
        #expect(normal("\u{1D400}") == "A")
    }

    @Test func `takes linear time over marks without end`() {
        let text = "a" + String(repeating: "\u{301}\u{323}", count: 100_000)
        #expect(ContentHash.hash(ofText: text) != nil)
    }

    @Test(arguments: [0, 1, 63, 64, 65, 127, 128, 200])
    func `hashes what is normalised, without white space`(count: Int) {
        for end in ["", "é", "\u{301}", "e\u{301} \u{2019}x", "\u{A0}b\t\n c"] {
            let text =
                String(repeating: "a ", count: count / 2) + String(repeating: "b", count: count % 2)
                + end
            let form = TextNormalisation.hashForm(of: text + text).map {
                String(decoding: $0, as: UTF8.self)
            }
            let expected = String(
                String.UnicodeScalarView(
                    normal(text + text).unicodeScalars.filter { !$0.properties.isWhitespace }))
            let hasWords = expected.contains { $0.isLetter }
            #expect(
                form.map { Array($0.utf8) } == (hasWords ? Array(expected.utf8) : nil), "\(end)")
        }
    }
}
