import BriefModel
import Foundation
import Hashing
import Packing
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

    @Test func `gives briefctl the line that it prints, without the path`() throws {
        let text = "The ferry \"Möwe\" ran aground. Nobody was hurt, and the tide lifted it."
        let request = ExtractionRequest(
            bytes: Array("# Aground\n\n\(text)\n".utf8), type: .markdown,
            name: "/secret/folder/aground.md", arrival: Date(timeIntervalSince1970: 1_790_000_000))
        let answer = try Frame.report(request).answered(by: DocumentReader())
        let members = try answer.decodeReport()
        let line = ExtractReport.line(path: "a \"path\".md", members: members)
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        let read = try DocumentReader().read(request)
        #expect(object["path"] as? String == "a \"path\".md" && object["ok"] as? Bool == true)
        #expect(object["text"] as? String == read.article.text)
        #expect(object["content_hash"] as? String == read.identity.contentHash)
        #expect(object["title"] as? String == "Aground" && object["error"] is NSNull)
        let failed = ExtractReport.line(path: "b", error: "no \"such\" file")
        let other = try #require(
            try JSONSerialization.jsonObject(with: Data(failed)) as? [String: Any])
        #expect(Set(other.keys) == Set(object.keys) && other["ok"] as? Bool == false)
        #expect(other["error"] as? String == "no \"such\" file")
    }

    @Test func `unpacks up to the limit that was asked for`() throws {
        let bytes = [UInt8](repeating: 0x61, count: 300_000)
        let packed = Gzip.compress(bytes)
        let whole = try Frame.unpack(packed, limit: 300_000).answered(by: DocumentReader())
        #expect(whole.kind == .answer && whole.body == bytes)
        for (sent, limit, code) in [
            (packed, 299_999, "unpacks-too-large"),
            (Array(packed.dropLast(9)), 300_000, "not-gzip"),
            (bytes, 300_000, "not-gzip"), (packed, -1, "unpacks-too-large"),
        ] {
            let answer = try Frame.unpack(sent, limit: limit).answered(by: DocumentReader())
            #expect(answer.kind == .refusal)
            #expect(try answer.decodeHead(as: ReadingError.self).code == code)
        }
    }

    @Test(arguments: [Compression.xz, .bzip2, .zstd])
    func `unpacks whatever compression it is`(one: Compression) throws {
        let bytes = [UInt8](repeating: 0x61, count: 300_000)
        let packed = one.packed(bytes)
        let whole = try Frame.unpack(packed, limit: 300_000).answered(by: DocumentReader())
        #expect(whole.kind == .answer && whole.body == bytes)
        for (sent, limit, code) in [
            (packed, 299_999, "unpacks-too-large"),
            (Array(packed.dropLast(9)), 300_000, "damaged"),
        ] {
            let answer = try Frame.unpack(sent, limit: limit).answered(by: DocumentReader())
            #expect(try answer.decodeHead(as: ReadingError.self).code == code)
        }
    }

    @Test func `bounds what may be unpacked by what was asked for`() throws {
        let frame = try Frame.unpack([1, 2, 3], limit: 1 << 20)
        #expect(frame.answerLimit >= 1 << 20 && frame.answerLimit < 2 << 20)
    }

    @Test func `goes over in one piece where it is short`() {
        let short = Frame(kind: .read, number: 3, head: [1, 2], body: [3])
        #expect(short.pieces == [short.prefix + [1, 2, 3]])
        let long = Frame(kind: .read, head: [1], body: [UInt8](repeating: 2, count: 2 << 20))
        #expect(long.pieces == [long.prefix + [1], long.body])
    }
}
