import Foundation
import Storage
import Testing

/// `verify` of a store that another process files in: here one that holds still until the look pauses.
@Suite struct VerifyWhileFilingTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    private func fill() throws -> ArticleStore {
        let store = try fixture.open()
        _ = try store.file((1...6).map { StoreFixture.filing(StoreFixture.words($0)) })
        return store
    }

    /// Verifies beside the store; `meanwhile` is what the other process does in the first pause.
    private func verify(
        part: VerifyPart? = nil, meanwhile: () throws -> Void = {}
    ) throws -> (report: VerifyReport, pauses: Int) {
        var pauses = 0
        var fault: (any Error)?
        let report = try ArticleStore.verify(
            storeAt: fixture.path, identify: StoreFixture.rules, part: part
        ) { _ in
            pauses += 1
            guard pauses == 1 else { return }
            do { try meanwhile() } catch { fault = error }
        }
        if let fault { throw fault }
        return (report, pauses)
    }

    private func move(_ path: String, to other: String) throws {
        try FileManager.default.moveItem(
            atPath: fixture.path + "/" + path, toPath: fixture.path + "/" + other)
    }

    @Test func `waits for nothing where all is sound`() throws {
        let store = try fill()
        let (report, pauses) = try verify()
        #expect(report.isSound && report.articles == 6 && report.originals == 6)
        #expect(pauses == 0)
        _ = store
    }

    @Test func `finds nothing in what is filed, revised or forgotten while it looks`() throws {
        let store = try fill()
        let files = try fixture.files("articles")
        let listed = try store.catalogue.articles(ArticleQuery()).items
        // A file whose row is still to be committed, one that is being moved, and an original without its row.
        try fixture.decay(files[0])
        try move(files[1], to: "articles/between.md")
        let orphan = fixture.path + "/originals/00/" + String(repeating: "0", count: 64) + ".gz"
        try FileManager.default.createDirectory(
            atPath: fixture.path + "/originals/00", withIntermediateDirectories: true)
        #expect(FileManager.default.createFile(atPath: orphan, contents: Data([1])))
        let (report, pauses) = try verify {
            let damaged = try #require(listed.first { $0.path == files[0] })
            _ = try store.forget(damaged.id, isForGood: true)
            try move("articles/between.md", to: files[1])
            try FileManager.default.removeItem(atPath: orphan)
        }
        #expect(report.findings == [] && report.isSound)
        #expect(pauses >= 1)
    }

    @Test func `reports what stays wrong, in the order of places`() throws {
        let store = try fill()
        let files = try fixture.files("articles")
        let originals = try fixture.files("originals")
        try fixture.decay(files[0])
        try fixture.decay(originals[0])
        #expect(
            FileManager.default.createFile(
                atPath: fixture.path + "/articles/stranger.md", contents: Data([1])))
        let (report, pauses) = try verify()
        #expect(report.findings.map(\.kind) == [.corrupt, .unknown, .corrupt])
        #expect(report.faultCount == 3 && !report.isSound)
        #expect(pauses == ArticleStore.pausesBesideDaemon.count)
        _ = store
    }

    @Test func `takes an edit by hand for none of its findings`() throws {
        let store = try fill()
        try fixture.edit(try fixture.files("articles")[0]) { $0 + "\nAnd more words.\n" }
        let report = try verify().report
        #expect(report.isSound && report.editedCount == 1 && report.faultCount == 0)
        #expect(report.findings.map(\.kind) == [.edited])
        _ = store
    }

    @Test func `looks at everything once in all its parts together`() throws {
        let store = try fill()
        let files = try fixture.files("articles")
        try fixture.decay(files[2])
        try fixture.decay(try fixture.files("originals")[3])
        #expect(
            FileManager.default.createFile(
                atPath: fixture.path + "/articles/stranger.md", contents: Data([1])))
        var (articles, originals) = (0, 0)
        var found: [VerifyReport.Finding] = []
        for number in 1...5 {
            let part = try #require(VerifyPart(number, of: 5))
            let beside = try verify(part: part).report
            let within = try store.verify(part: part)
            #expect(beside == within)
            articles += beside.articles
            originals += beside.originals
            found += beside.findings
        }
        let whole = try store.verify()
        #expect(articles == whole.articles && originals == whole.originals)
        #expect(Set(found.map(\.path)) == Set(whole.findings.map(\.path)) && found.count == 3)
    }

    @Test(arguments: ["", "3", "0/12", "13/12", "1/0", "1/367", "-1/2", "a/b", "1/2/3", "next/12"])
    func `takes no other text for a part`(text: String) { #expect(VerifyPart(text) == nil) }
}

@Suite struct VerifyRecordTests {
    private func run(
        _ part: VerifyPart?, _ ended: Int64, faults: Int = 0
    ) -> VerifyRecord.Run {
        var report = VerifyReport()
        report.articles = 10
        report.faultCount = faults
        if faults > 0 {
            report.findings = [
                .init(kind: .edited, path: "e", why: "w", next: "n"),
                .init(kind: .missing, path: "p\(ended)", why: "w", next: "n"),
            ]
        }
        return .init(report, part: part, ended: ended)
    }

    @Test func `goes through the parts, and begins with the one that was missed`() throws {
        var record = VerifyRecord()
        for round in 0..<2 {
            for number in 1...4 {
                let part = try #require(record.next(of: 4))
                #expect(part.number == number)
                record.add(run(part, Int64(round * 10 + number)))
            }
        }
        record.add(run(VerifyPart(1, of: 4), 30))
        record.add(run(VerifyPart(3, of: 4), 31))
        #expect(record.next(of: 4)?.number == 2)
        #expect(record.next(of: 7)?.number == 1)
        #expect(record.next(of: 0) == nil)
    }

    @Test func `keeps a fault until its part, or everything, was looked at again`() throws {
        var record = VerifyRecord()
        record.add(run(VerifyPart(2, of: 3), 1, faults: 2))
        record.add(run(VerifyPart(1, of: 3), 2))
        #expect(record.faults == 2 && record.firstFault?.finding.path == "p1")
        #expect(record.firstFault?.seen == 1 && record.last?.ended == 2)
        record.add(run(VerifyPart(2, of: 3), 3))
        #expect(record.faults == 0 && record.firstFault == nil)
        record.add(run(nil, 4, faults: 1))
        for number in 1...2 { record.add(run(VerifyPart(number, of: 3), Int64(4 + number))) }
        #expect(record.faults == 1)
        record.add(run(VerifyPart(3, of: 3), 9))
        #expect(record.faults == 0 && record.runs.count == 3)
        record.add(run(nil, 10))
        #expect(record.runs.count == 1)
    }

    @Test func `is read as it was written, and empty where there is nothing`() throws {
        let folder = FileManager.default.temporaryDirectory.path + "/verified-\(UUID())"
        #expect(VerifyRecord.read(in: folder) == VerifyRecord())
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var record = VerifyRecord()
        record.add(run(VerifyPart(2, of: 3), 1, faults: 2))
        for _ in 0..<2 { try record.write(in: folder) }
        #expect(VerifyRecord.read(in: folder) == record)
        try Data("{".utf8).write(to: URL(filePath: folder + "/" + VerifyRecord.name))
        #expect(VerifyRecord.read(in: folder) == VerifyRecord())
    }
}
