import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct FrameTests {
    @Test func `gives back the lengths and the number that a prefix states`() throws {
        let head: [UInt8] = [1, 2, 3]
        let frame = Frame(
            kind: .read, number: 70_001, head: head, body: [UInt8](repeating: 9, count: 70_000))
        let read = try #require(Frame.parse(prefix: frame.prefix, limit: 70_003))
        #expect(read == .init(kind: .read, number: 70_001, head: 3, body: 70_000))
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 13), [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        [1, 2], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 99],
    ])
    func `refuses a prefix that makes no sense`(prefix: [UInt8]) {
        #expect(Frame.parse(prefix: prefix, limit: Frame.requestLimit) == nil)
    }

    @Test func `refuses head and body that pass the limit together`() {
        let frame = Frame(kind: .answer, head: [1, 2, 3], body: [4, 5])
        #expect(Frame.parse(prefix: frame.prefix, limit: 5) != nil)
        #expect(Frame.parse(prefix: frame.prefix, limit: 4) == nil)
    }

    @Test func `lets a document be answered with a few times its size`() {
        let small = Frame(kind: .read, head: [], body: [1])
        let large = Frame(kind: .read, head: [], body: [UInt8](repeating: 1, count: 32 << 20))
        #expect(small.answerLimit < 9 << 20)
        #expect(large.answerLimit == 192 << 20)
    }

    @Test func `carries a document there and its article back`() throws {
        let text = "The tide tables of the harbour were printed on a Monday. Nobody knew why."
        let request = ExtractionRequest(
            bytes: Array("Tide tables\n\n\(text)\n".utf8), type: .text,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        var question = try Frame.request(request)
        question.number = 9
        let answer = try question.answered(by: DocumentReader())
        #expect(answer.kind == .answer && answer.number == 9)
        let document = try answer.decodeDocument()
        let direct = try DocumentReader().read(request)
        #expect(document == direct)
        #expect(!document.identity.shingles.hashes.isEmpty)
    }

    @Test func `answers with the reason where a document cannot be read`() throws {
        let request = ExtractionRequest(
            bytes: Array("%PDF-1.7 ".utf8) + [0, 1, 2], type: .text,
            arrival: Date(timeIntervalSince1970: 0))
        let answer = try Frame.request(request).answered(by: DocumentReader())
        #expect(answer.kind == .refusal)
        let error = try answer.decodeHead(as: ReadingError.self)
        #expect(error.description.contains("PDF"))
    }
}
