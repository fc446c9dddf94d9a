import BriefModel
import Testing

@testable import ContentIdentity

/// Whether two texts were read from documents that hold the same.
@Suite struct DocumentAgreementTests {
    private static let body = (0..<10).map { number in
        "In the \(number)th year the council of the \(number * 3)th ward asked who owns the path beside the mill of number \(number)."
    }
    private static let caption =
        "The mill on 4 March 2021, “as it never was before”, seen from the 2nd bridge."

    private func agree(
        _ page: [String], of whole: [String], _ copy: [String], of copied: [String]
    ) -> Bool {
        func lines(_ blocks: [String]) -> String { blocks.joined(separator: "\n") }
        let one = WholeText(text: lines(page), document: lines(whole))
        let other = WholeText(text: lines(copy), document: lines(copied))
        #expect(DocumentAgreement.holds(one, other) == DocumentAgreement.holds(other, one))
        return DocumentAgreement.holds(one, other)
    }

    private let body = Self.body
    private var captioned: [String] { body.prefix(5) + [Self.caption] + body.dropFirst(5) }

    @Test func `takes a caption that one judge kept and the other dropped`() {
        #expect(agree(body, of: ["Home"] + captioned, captioned, of: captioned))
    }

    @Test func `takes the end of a block that the other judge cut off`() {
        var longer = body
        longer[9] += " First published in the 3rd issue of our 2019 reader"
        #expect(agree(body, of: longer + ["Imprint"], longer, of: longer))
    }

    @Test func `takes no caption that the page does not show`() {
        #expect(!agree(body, of: ["Home"] + body, captioned, of: captioned))
    }

    @Test(arguments: ["not", "7"]) func `takes no word more in a sentence`(word: String) {
        var other = body
        other[4] = other[4].replacing("asked who", with: "asked \(word) who")
        // The word stands on the page, but not there.
        #expect(!agree(body, of: body + ["Do not ask 7 times"], other, of: other))
    }

    @Test func `takes no other figure`() {
        var other = body
        other[4] = other[4].replacing("12th ward", with: "13th ward")
        #expect(!agree(body, of: body, other, of: other))
        #expect(agree(body, of: body, body, of: body))
    }

    @Test func `takes no half`() {
        let half = Array(body.prefix(5))
        #expect(!agree(body, of: body, half, of: body))
    }
}
