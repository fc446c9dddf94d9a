import Foundation
import Testing

/// `briefctl` reads documents in a caged child of its own.
@Suite struct CagedReadingTests {
    /// Bytes of one character in a set that a page declares, and the character.
    struct Sample: Sendable, CustomTestStringConvertible {
        var charset: String
        var bytes: [UInt8]
        var character: String
        var testDescription: String { charset }
    }

    private static let samples: [Sample] = [
        Sample(charset: "windows-1250", bytes: [0x9F], character: "ź"),
        Sample(charset: "windows-1251", bytes: [0xE6], character: "ж"),
        Sample(charset: "windows-1253", bytes: [0xF9], character: "ω"),
        Sample(charset: "windows-1257", bytes: [0xE0], character: "ą"),
        Sample(charset: "iso-8859-2", bytes: [0xB1], character: "ą"),
        Sample(charset: "koi8-r", bytes: [0xD6], character: "ж"),
        Sample(charset: "gb18030", bytes: [0xD6, 0xD0], character: "中"),
        Sample(charset: "big5", bytes: [0xA4, 0xA4], character: "中"),
        Sample(charset: "shift_jis", bytes: [0x92, 0x86], character: "中"),
        Sample(charset: "euc-jp", bytes: [0xC3, 0xE6], character: "中"),
        Sample(charset: "euc-kr", bytes: [0xC7, 0xD1], character: "한"),
    ]

    @Test func `knows every character set although it can open no file`() async throws {
        let folder = try TestFolder()
        var paths: [String] = []
        for sample in Self.samples {
            let words = Array(sample.bytes + sample.bytes + [0x20])
            let line = Array((0..<40).flatMap { _ in words })
            let head = Array("<meta charset=\"\(sample.charset)\"><p>".utf8)
            paths.append(try folder.write(sample.charset + ".html", Data(head + line)))
        }
        let done = try await run("briefctl", ["extract", "--format", "text"] + paths)
        #expect(done.status == 0 && done.errors.isEmpty, "\(done.errors)")
        let lines = done.output.split(separator: "\n")
        for (sample, line) in zip(Self.samples, lines) {
            #expect(line.hasPrefix(sample.character + sample.character + " "), "\(sample): \(line)")
        }
        #expect(lines.count == Self.samples.count)
    }

    @Test func `says the same of a document in all ways to ask for it`() async throws {
        let folder = try TestFolder()
        let page = try folder.write("page.html", Data(Prose.page(5).utf8))
        let feed = try folder.write("feed.xml", Data(FeedText([1, 2]).rss.utf8))
        let one = try await run("briefctl", ["extract", page])
        let lines = String(repeating: page + "\t\n", count: 3)
        let many = try await run("briefctl", ["extract", "--batch"], input: lines)
        let article = try objects(one.output)
        #expect(one.status == 0 && article.count == 1)
        #expect(try objects(many.output) == article + article + article)
        let explained = try await run("briefctl", ["explain", page, "--json"])
        #expect(explained.output.contains(#""kept" : true"#), "\(explained)")
        let parsed = try await run("briefctl", ["parse-feed", feed])
        #expect(parsed.output.contains(Prose.title(1)), "\(parsed)")
        let refused = try folder.write("paper.pdf", Data("%PDF-1.7 \0\0".utf8))
        let pdf = try await run(
            "briefctl", ["extract", "--batch"], input: refused + "\t\n" + lines)
        let answers = try objects(pdf.output)
        #expect(answers.count == 4 && answers[0]["ok"] as? Bool == false, "\(pdf.output)")
        #expect(answers.dropFirst() == (article + article + article)[...])
    }

    /// The members of an object have no order.
    private func objects(_ lines: String) throws -> [NSDictionary] {
        try lines.split(separator: "\n").compactMap {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
        }
    }
}

/// A temporary folder of documents.
final class TestFolder {
    private let url: URL

    init() throws {
        url = URL(fileURLWithPath: NSTemporaryDirectory())
            .appendingPathComponent("docs-" + UUID().uuidString.prefix(8))
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ bytes: Data) throws -> String {
        let file = url.appendingPathComponent(name)
        try bytes.write(to: file)
        return file.path
    }
}
