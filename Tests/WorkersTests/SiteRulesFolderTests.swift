import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct SiteRulesFolderTests {
    private func folder(_ files: [String: String], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("rules-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try body(folder.path)
    }

    @Test func `reads the files that are named after hosts`() throws {
        let files = [
            "paper.example.txt": "body: //main\ntidy: no", ".paper.example.txt": "strip: //aside",
            "LICENSE.txt": "Free words.", "README.md": "# Rules",
        ]
        try folder(files) { path in
            let rules = try SiteRules.load(path)
            #expect(rules.rules.keys.sorted() == [".paper.example.txt", "paper.example.txt"])
            #expect(rules.rule(for: "https://www.paper.example/a")?.text.hasPrefix("body") == true)
            #expect(rules.notes.count == 1)
        }
    }

    @Test func `tells every fault of every file`() throws {
        let files = ["a.example.txt": "title: //h1\nbody: //p[", "b.example.txt": "bodi: //p"]
        try folder(files) { path in
            let error = try #require(throws: SiteRuleError.self) { try SiteRules.load(path) }
            let lines = error.description.split(separator: "\n")
            #expect(lines.count == 2)
            #expect(lines[0].hasPrefix(path + "/a.example.txt:2: body cannot be evaluated: "))
            #expect(lines[1].hasPrefix(path + "/b.example.txt:1: \"bodi\" is no directive; "))
        }
    }

    @Test func `refuses a folder that is not there`() {
        #expect(throws: SiteRuleError.self) { try SiteRules.load("/nonexistent/rules") }
    }

    @Test func `sends the rule with the page`() throws {
        var request = ExtractionRequest(
            bytes: Array("<main><p>One.</p></main><div><p>Two.</p></div>".utf8), type: .html,
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        request.siteRule = SiteRule(file: "a.example.txt", text: "body: //div")
        let frame = try Frame.request(request).answered(by: DocumentReader())
        #expect(try frame.decodeDocument().article.text == "Two.")
    }
}
