import Foundation

/// A temporary folder that a test owns: configuration, state, spool, store and sockets of one daemon.
final class TestRoot {
    let url: URL

    init() throws {
        // Paths of Unix sockets are short (unix(7): 108 bytes), so the name is short too.
        let name = "bd-" + UUID().uuidString.prefix(8).lowercased()
        url = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: incoming, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var configuration: URL { url.appendingPathComponent("briefd.toml") }
    var incoming: URL { url.appendingPathComponent("state/spool/incoming") }
    var corrupt: URL { url.appendingPathComponent("state/spool/corrupt") }
    var store: URL { url.appendingPathComponent("state/store") }
    var runtime: URL { url.appendingPathComponent("run") }

    /// Writes the configuration: this root's paths, quick settling, and whatever the test adds.
    func configure(spool: String = "", _ more: String = "") throws {
        let text = """
            [paths]
            state = "state"
            runtime = "run"

            [spool]
            settle = "200ms"
            \(spool)

            \(more)
            """
        try text.write(to: configuration, atomically: true, encoding: .utf8)
    }

    /// Drops a file as a careful program does: written under a hidden name, then renamed.
    func drop(_ name: String, _ bytes: Data) throws {
        let hidden = incoming.appendingPathComponent("." + UUID().uuidString)
        let target = incoming.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: hidden)
        try FileManager.default.moveItem(at: hidden, to: target)
    }

    func drop(_ name: String, _ text: String) throws {
        try drop(name, Data(text.utf8))
    }

    /// All files below a folder, relative, sorted.
    func files(below folder: URL) -> [String] {
        let all = FileManager.default.subpaths(atPath: folder.path) ?? []
        return all.filter {
            let path = folder.appendingPathComponent($0).path
            let kind = try? FileManager.default.attributesOfItem(atPath: path)[.type]
            return kind as? FileAttributeType != .typeDirectory
        }.sorted()
    }

    /// The Markdown files of current articles.
    func articles() -> [String] {
        files(below: store.appendingPathComponent("articles")).filter { $0.hasSuffix(".md") }
    }

    /// The texts of current articles.
    func articleTexts() -> [String] {
        articles().compactMap {
            try? String(
                contentsOf: store.appendingPathComponent("articles/" + $0), encoding: .utf8)
        }
    }

    /// The lines of all sightings files.
    func sightings() -> [String] {
        files(below: store.appendingPathComponent("sightings")).flatMap { name in
            let text = try? String(
                contentsOf: store.appendingPathComponent("sightings/" + name), encoding: .utf8)
            return (text ?? "").split(separator: "\n").map(String.init)
        }
    }
}
