import BriefModel
import Foundation
import GRDB
import Testing

@testable import Storage

/// One altered byte, wherever it is.
@Suite struct AlteredByteTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private func fill(_ count: Int, keepsProof: Bool) throws {
        let store = try ArticleStore(
            at: fixture.path, identify: StoreFixture.rules, keepsProof: keepsProof)
        for start in stride(from: 0, to: count, by: 100) {
            var filings: [Filing] = []
            for seed in start..<min(start + 100, count) {
                let text = StoreFixture.words(seed, count: 40 + seed % 5)
                var filing = StoreFixture.filing(
                    text, title: "The title of \(seed)", key: "k\(seed / 2)",
                    url: "https://example.org/a/\(seed / 2)")
                filing.article.authors = ["Ann \(seed)"]
                filing.article.excerpt = "How it begins: \(seed)."
                filings.append(filing)
                if seed % 10 == 0 {
                    filings.append(StoreFixture.filing(text, source: "spool:\(seed).txt", raw: "x"))
                }
            }
            for result in try store.file(filings) { _ = try result.get() }
        }
    }

    /// Every file of another hundred at a time: each is found whatever befell the others.
    @Test func `in any file of many is found and named by the log of evidence`() throws {
        try fill(1_000, keepsProof: true)
        let files =
            try fixture.files("articles") + fixture.files("superseded")
            + fixture.files("originals")
        #expect(files.count > 2_000)
        var generator = SystemRandomNumberGenerator()
        for part in 0..<4 {
            let some = Set(files.shuffled().prefix(200))
            var sound: [String: Data] = [:]
            for path in some {
                let url = URL(filePath: fixture.path + "/" + path)
                let bytes = try Data(contentsOf: url)
                sound[path] = bytes
                var altered = bytes
                let place = Int.random(in: bytes.indices, using: &generator)
                altered[place] ^= UInt8.random(in: 1...255, using: &generator)
                try altered.write(to: url)
            }
            let findings = try StoreProof(at: fixture.path).verify().files.findings
            #expect(Set(findings.map(\.path)) == some, "part \(part)")
            for (path, bytes) in sound {
                try bytes.write(to: URL(filePath: fixture.path + "/" + path))
            }
        }
        for path in try ["proof/log", "proof/checkpoint"] + fixture.files("sightings") {
            let url = URL(filePath: fixture.path + "/" + path)
            let bytes = try Data(contentsOf: url)
            for _ in 0..<3 {
                var altered = bytes
                let place = Int.random(in: bytes.indices, using: &generator)
                altered[place] ^= UInt8.random(in: 1...255, using: &generator)
                try altered.write(to: url)
                let findings = try StoreProof(at: fixture.path).verify().files.findings
                #expect(findings.first?.path == path, "\(path), byte \(place)")
            }
            try bytes.write(to: url)
        }
        #expect(try StoreProof(at: fixture.path).verify().isSound)
    }

    private static let name = "catalogue.sqlite"

    /// What is listed of all articles.
    private func listed(_ store: StoreFixture) throws -> [String] {
        try DatabaseQueue(path: store.path + "/" + Self.name).read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, path, title, published, site, url, filed, content_hash, supersedes,
                        superseded_by, authors, excerpt, word_count FROM articles ORDER BY id
                    """
            ).map { "\($0)" }
        }
    }

    /// The store with another catalogue.
    private func trial(_ catalogue: Data) throws -> StoreFixture {
        let trial = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: trial)
        try catalogue.write(to: URL(filePath: trial.path + "/" + Self.name))
        return trial
    }

    /// Whether a start, or `verify` behind it, tells of something.
    private func isTold(_ store: StoreFixture) -> Bool {
        do {
            let store = try store.open()
            return try store.mended != MendReport() || !store.verify().isSound
        } catch {
            return true
        }
    }

    @Test func `in the catalogue is found, or changes nothing that is told of an article`() throws {
        try fill(12, keepsProof: false)
        let before = try listed(fixture)
        let bytes = try Data(contentsOf: URL(filePath: fixture.path + "/" + Self.name))
        #expect(try !isTold(trial(bytes)))
        for _ in 0..<80 {
            var altered = bytes
            let place = Int.random(in: bytes.indices)
            altered[place] ^= UInt8.random(in: 1...255)
            let trial = try trial(altered)
            if !isTold(trial) {
                let after = try listed(trial)
                #expect(Set(after).symmetricDifference(before) == [], "byte \(place)")
            }
        }
    }

    @Test(arguments: ["The title of 7", "How it begins: 7.", "https://example.org/a/3", "Ann 7"])
    func `of what the catalogue says of an article is named`(fact: String) throws {
        try fill(12, keepsProof: false)
        var bytes = try Data(contentsOf: URL(filePath: fixture.path + "/" + Self.name))
        // Wherever the row was moved to: copies that are used no more may lie about.
        var start = bytes.startIndex
        while let found = bytes.range(of: Data(fact.utf8), in: start..<bytes.endIndex) {
            bytes[found.upperBound - 2] ^= 1
            start = found.upperBound
        }
        let trial = try trial(bytes)
        let store = try trial.open()
        let findings = try store.verify().findings
        #expect(
            store.mended.setAside != nil
                || findings.contains { $0.path == Self.name && $0.kind == .corrupt },
            "\(findings)")
        withExtendedLifetime(trial) {}
    }
}
