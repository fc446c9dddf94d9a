import Foundation
import Glibc
import LinuxIO
import Spooling
import Testing

@Suite struct SpoolCensusTests {
    private let fixture: SpoolFixture

    init() throws { fixture = try SpoolFixture() }

    /// Gives a folder an old time, so that what is known of it is believed.
    private func age(_ folder: String) throws {
        let old = Date().addingTimeInterval(-3600)
        try FileManager.default.setAttributes(
            [.modificationDate: old], ofItemAtPath: fixture.url(folder).path)
    }

    @Test func `counts what comes and goes, in folders that were counted before too`() throws {
        try fixture.drop("a.txt")
        try fixture.drop("deep/er/b.txt")
        try fixture.drop("deep/er/c.part")
        for folder in ["incoming/deep/er", "incoming/deep", "incoming"] { try age(folder) }
        for _ in 1...2 { #expect(try fixture.spool.counts().incoming == 2) }
        try fixture.drop("deep/er/d.txt")
        #expect(try fixture.spool.counts().incoming == 3)
        try FileManager.default.removeItem(at: fixture.url("incoming/deep"))
        #expect(try fixture.spool.counts().incoming == 1)
    }

    @Test func `does not believe a folder that changed a moment ago`() throws {
        try fixture.drop("a.txt")
        #expect(try fixture.spool.counts().incoming == 1)
        let folder = fixture.url("incoming").path
        let time = try FileManager.default.attributesOfItem(atPath: folder)[.modificationDate]
        try fixture.drop("b.txt")
        // As if the clock had not ticked in between.
        try FileManager.default.setAttributes(
            [.modificationDate: time as Any], ofItemAtPath: folder)
        #expect(try fixture.spool.counts().incoming == 2)
    }

    @Test func `names the file that has been in corrupt for the longest time`() throws {
        #expect(try fixture.spool.census().oldestCorrupt == nil)
        for (number, name) in ["z.xlsx", "sub/a.xlsx", "m.xlsx"].enumerated() {
            try fixture.drop(name)
            _ = try fixture.spool.scan(now: fixture.at(Double(number) * 10))
            _ = try fixture.spool.scan(now: fixture.at(Double(number) * 10 + 2))
            Thread.sleep(forTimeInterval: 0.01)
        }
        let census = try fixture.spool.census()
        #expect(census.counts.corrupt == 3)
        #expect(census.oldestCorrupt?.name == "z.xlsx")
        #expect(census.oldestCorrupt?.reason?.contains("not supported") == true)
    }
}
