import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct FrameTests {
    @Test func `gives back the lengths that a prefix states`() throws {
        let head: [UInt8] = [1, 2, 3]
        let frame = Frame(kind: .read, head: head, body: [UInt8](repeating: 9, count: 70_000))
        let read = try #require(Frame.parse(prefix: frame.prefix))
        #expect(read.kind == .read && read.head == 3 && read.body == 70_000)
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 9), [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 1], [1, 2],
    ])
    func `refuses a prefix that makes no sense`(prefix: [UInt8]) {
        #expect(Frame.parse(prefix: prefix) == nil)
    }

    @Test func `carries a document there and its article back`() throws {
        let text = "The tide tables of the harbour were printed on a Monday. Nobody knew why."
        let request = ExtractionRequest(
            bytes: Array("Tide tables\n\n\(text)\n".utf8), type: .text,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        let answer = try Frame.request(request).answered(by: DocumentReader())
        #expect(answer.kind == .answer)
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
