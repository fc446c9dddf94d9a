import Foundation
import Testing

@Suite struct WatchTests {
    @Test func `reads a folder that something else owns and leaves it as it is`() async throws {
        let root = try TestRoot()
        let scans = root.url.appendingPathComponent("scans")
        try FileManager.default.createDirectory(at: scans, withIntermediateDirectories: true)
        let file = scans.appendingPathComponent("letter.txt")
        try Data(Prose.text(7).utf8).write(to: file)
        try root.configure("[[watch]]\npath = \"scans\"\ntags = [\"post\"]\nleave = true")
        for _ in 1...2 {
            let end = try await run(
                "briefd", ["run", "--once", "--config", root.configuration.path])
            #expect(end.status == 0, "\(end.errors)")
        }
        #expect(try Data(contentsOf: file) == Data(Prose.text(7).utf8))
        #expect(root.articles().count == 1)
        #expect(root.sightings().isEmpty)
        #expect(root.articleTexts().first?.contains("\"post\"") == true)
    }

    @Test func `empties a folder that it owns`() async throws {
        let root = try TestRoot()
        let drop = root.url.appendingPathComponent("drop")
        try FileManager.default.createDirectory(at: drop, withIntermediateDirectories: true)
        try Data(Prose.text(8).utf8).write(to: drop.appendingPathComponent("letter.txt"))
        try root.configure("[[watch]]\npath = \"drop\"")
        let end = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(end.status == 0, "\(end.errors)")
        #expect(root.articles().count == 1)
        #expect(root.files(below: drop).isEmpty)
    }
}
