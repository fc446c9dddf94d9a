import BriefModel
import Foundation
import GRDB
import Testing

@testable import Storage

@Suite struct StoreProofTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private func open(_ fixture: StoreFixture) throws -> ArticleStore {
        try ArticleStore(at: fixture.path, identify: StoreFixture.rules, keepsProof: true)
    }

    private func verify() throws -> ProofReport { try StoreProof(at: fixture.path).verify() }

    private func kinds() throws -> [String] {
        try lines().map { try #require($0.firstMatch(of: /"kind":"(\w+)"/)).1 }.map(String.init)
    }

    private func lines() throws -> [String] {
        try fixture.text("proof/log").split(separator: "\n").map(String.init)
    }

    /// A filing, a revision, a sighting, an update and a variant.
    private func fill(_ store: ArticleStore) throws {
        for filing in [
            StoreFixture.filing(StoreFixture.words(1), key: "a"),
            StoreFixture.filing(StoreFixture.words(2), key: "a"),
            StoreFixture.filing(StoreFixture.words(2), source: "spool:again.html", raw: "other"),
            StoreFixture.filing(StoreFixture.words(2), title: "Another title", key: "a"),
            StoreFixture.filing(StoreFixture.words(3)),
        ] { _ = try store.file(filing) }
    }

    @Test func `enters each filing once, under a checkpoint`() throws {
        try fill(try open(fixture))
        #expect(
            try kinds() == [
                "begun", "filed", "superseded", "revision", "sighting", "update", "filed",
            ])
        let report = try verify()
        #expect(report.files.findings == [])
        #expect(report.entries == 7 && report.checkpoint?.size == 7)
        #expect(report.files.articles == 3 && report.files.sightings == 3)
        _ = try open(fixture)
        #expect(try lines().count == 7)
    }

    @Test func `keeps none unless it is asked to, and then takes in what is there`() throws {
        do {
            let store = try fixture.open()
            try fill(store)
            #expect(!FileManager.default.fileExists(atPath: fixture.path + "/proof"))
            #expect(throws: StorageError.noProof(store: fixture.path)) {
                try StoreProof(at: fixture.path)
            }
        }
        do { _ = try open(fixture) }
        #expect(try kinds().sorted() == ["begun", "filed", "revision", "superseded"])
        #expect(try verify().files.findings == [])
        // Once begun it is kept up.
        let store = try fixture.open()
        _ = try store.file(StoreFixture.filing(StoreFixture.words(9)))
        #expect(try lines().count == 5)
        #expect(try verify().isSound)
    }

    @Test func `finds every altered byte and names its file`() throws {
        try fill(try open(fixture))
        var generator = SystemRandomNumberGenerator()
        for folder in ["proof", "articles", "superseded", "originals", "sightings"] {
            for path in try FileManager.default.subpathsOfDirectory(
                atPath: fixture.path + "/" + folder
            ).map({ folder + "/" + $0 }).filter({ !isFolder($0) }) {
                let full = fixture.path + "/" + path
                let bytes = try #require(FileManager.default.contents(atPath: full))
                let places =
                    bytes.count < 900
                    ? Array(bytes.indices)
                    : bytes.indices.shuffled().prefix(300)
                        + [0, bytes.count - 1]
                for place in places {
                    var altered = bytes
                    altered[place] ^= UInt8.random(in: 1...255, using: &generator)
                    try altered.write(to: URL(filePath: full))
                    let findings = try StoreProof(at: fixture.path).verify().files.findings
                    #expect(findings.contains { $0.path == path }, "\(path), byte \(place)")
                    // What an altered entry said, nobody can tell: the files that it was of are told of behind it.
                    #expect(
                        findings.first?.path == path
                            && (path == "proof/log" || Set(findings.map(\.path)).count == 1),
                        "\(path), byte \(place): \(findings)")
                }
                try bytes.write(to: URL(filePath: full))
            }
        }
        #expect(try verify().isSound)
    }

    private func isFolder(_ path: String) -> Bool {
        let values = try? URL(filePath: fixture.path + "/" + path)
            .resourceValues(forKeys: [.isDirectoryKey])
        return values?.isDirectory ?? false
    }

    /// Cuts the log off behind so many entries, as a crash does that came before the rest was written, and takes the
    /// rows back too where `withRows` is set.
    private func cut(to entries: Int, torn: String = "") throws {
        let kept = try lines().prefix(entries).map { $0 + "\n" }.joined() + torn
        try Data(kept.utf8).write(to: URL(filePath: fixture.path + "/proof/log"))
    }

    @Test(arguments: ["", "0123 {\"kind"]) func `enters again what a crash left out, once`(
        torn: String
    ) throws {
        do {
            let store = try open(fixture)
            try fill(store)
        }
        // The catalogue as it was before the last group, and the log without it.
        let queue = try DatabaseQueue(path: fixture.path + "/catalogue.sqlite")
        try queue.write { db in
            try db.execute(sql: "DELETE FROM proofs; DELETE FROM proof_end")
        }
        try queue.close()
        try cut(to: 6, torn: torn)
        do { _ = try open(fixture) }
        #expect(try lines().count == 7)
        #expect(try kinds().last == "filed")
        #expect(try verify().isSound)
        _ = try open(fixture)
        #expect(try lines().count == 7)
    }

    @Test func `a log that went ahead of the catalogue is not written twice`() throws {
        do {
            let store = try open(fixture)
            _ = try store.file(StoreFixture.filing(StoreFixture.words(1), key: "a"))
        }
        let old = try Data(contentsOf: URL(filePath: fixture.path + "/catalogue.sqlite"))
        do {
            let store = try open(fixture)
            _ = try store.file(StoreFixture.filing(StoreFixture.words(2), key: "a"))
            _ = try store.file(StoreFixture.filing(StoreFixture.words(3)))
            _ = try store.file(StoreFixture.filing(StoreFixture.words(3), raw: "again"))
        }
        for suffix in ["-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: fixture.path + "/catalogue.sqlite" + suffix)
        }
        try old.write(to: URL(filePath: fixture.path + "/catalogue.sqlite"))
        let log = try lines()
        let store = try open(fixture)
        #expect(try lines() == log)
        #expect(store.mended.disputed.isEmpty)
        #expect(try verify().isSound)
    }

    @Test func `knows an edit by hand once it was taken down`() throws {
        do { try fill(try open(fixture)) }
        let path = try #require(try fixture.files("articles").last)
        try fixture.edit(path) { $0.replacing("x5 ", with: "x5, edited, ") }
        let findings = try verify().files.findings
        #expect(findings.map(\.path) == [path] && findings[0].kind == .corrupt)
        do { _ = try open(fixture) }
        let report = try verify()
        #expect(report.isSound && report.files.editedCount == 1)
        #expect(try kinds().last == "edited")
    }

    @Test func `follows what is forgotten, recalled, made current and collected`() throws {
        let store = try open(fixture)
        try fill(store)
        let first = try #require(
            try store.catalogue.articles(ArticleQuery(limit: 10)).items.last?.id)
        _ = try store.forget(first)
        #expect(try verify().isSound)
        _ = try store.recall(first)
        #expect(try verify().files.findings == [])
        #expect(try kinds().last == "recalled")
        _ = try store.forget(first)
        _ = try store.collectGarbage(
            superseded: .bytes(0), originals: .forever, now: Date(), isRehearsal: false)
        #expect(try kinds().contains("removed"))
        #expect(try verify().files.findings == [])
    }

    @Test func `a rebuild appends nothing and tells what disagrees`() throws {
        do { try fill(try open(fixture)) }
        let log = try lines()
        #expect(
            try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules).disputed
                .isEmpty)
        #expect(try lines() == log)
        // The file of another filing of the same text: sound in itself, and not the one that was entered.
        let other = try StoreFixture()
        do {
            let store = try other.open()
            _ = try store.file(
                StoreFixture.filing(StoreFixture.words(3), source: "spool:forged.html"))
        }
        let path = try #require(try other.files("articles").first)
        try FileManager.default.removeItem(atPath: fixture.path + "/" + path)
        try FileManager.default.copyItem(
            atPath: other.path + "/" + path, toPath: fixture.path + "/" + path)
        let report = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(report.disputed.items.map(\.path) == [path])
        #expect(try lines() == log)
        #expect(try verify().files.findings.map(\.path) == [path])
    }

    @Test func `another log, or a shorter one, is told of and goes on`() throws {
        do { try fill(try open(fixture)) }
        try cut(to: 6)
        do {
            let store = try open(fixture)
            #expect(!store.mended.disputed.isEmpty)
            _ = try store.file(StoreFixture.filing(StoreFixture.words(20)))
        }
        #expect(
            FileManager.default.fileExists(atPath: fixture.path + "/proof/checkpoint.disputed-1"))
        let report = try verify()
        #expect(report.files.findings == [])
    }

    @Test func `goes into the backup and comes back`() throws {
        let root = fixture.path + "-backup"
        defer { try? FileManager.default.removeItem(atPath: root) }
        let store = try open(fixture)
        try fill(store)
        _ = try store.backup(to: root + "/copy")
        _ = try ArticleStore.restore(
            from: root + "/copy", to: root + "/new", state: root + "/state")
        _ = try ArticleStore(at: root + "/new", identify: StoreFixture.rules)
        let copied = try String(contentsOfFile: root + "/new/proof/log", encoding: .utf8)
        #expect(try copied == fixture.text("proof/log"))
        #expect(try StoreProof(at: root + "/new").verify().isSound)
    }

    @Test func `proves an article to who has the checkpoint`() throws {
        let store = try open(fixture)
        for seed in 0..<20 { _ = try store.file(StoreFixture.filing(StoreFixture.words(seed))) }
        let id = try #require(try store.catalogue.articles(ArticleQuery(limit: 1)).items.first?.id)
        let proof = try StoreProof(at: fixture.path).prove(String(id.prefix(8)))
        let checkpoint = try #require(ProofCheckpoint(proof.checkpoint))
        let path = proof.path.compactMap { HexText.bytes($0) }
        let leaf = MerkleTree.leaf(Array(proof.entry.utf8))
        #expect(
            MerkleTree.root(from: leaf, at: proof.index, size: checkpoint.size, path)
                == checkpoint.root)
        #expect(proof.entry.contains(id) && proof.markdownFile != nil)
        #expect(throws: StorageError.noArticle(id: "ffff0000ffff")) {
            try StoreProof(at: fixture.path).prove("ffff0000ffff")
        }
    }
}
