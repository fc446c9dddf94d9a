import Foundation
import LinuxIO
import Testing

@Suite struct DirectoryTests {
    private let path = NSTemporaryDirectory() + "briefd-directory-\(UUID().uuidString)"

    @Test func `lists, opens and renames names that are not text`() throws {
        let directory = try Directory(creating: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let name = FileName(bytes: [0xFF, 0x0A, 0x62])
        try directory.createFile(name).write([1, 2])
        let entries = try directory.entries()
        #expect(entries.map(\.name) == [name])
        #expect(entries.first?.kind == .file)
        #expect(try directory.names().unreadable == 1)
        let other = FileName(bytes: [0xFE])
        try directory.rename(name, into: directory, as: other)
        #expect(try directory.openFile(other).readAll(limit: 2) == [1, 2])
        #expect(try directory.status(of: name) == nil)
    }

    @Test func `never leads outside`() throws {
        let directory = try Directory(creating: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createSymbolicLink(
            atPath: path + "/out", withDestinationPath: "/etc")
        #expect(throws: SystemError.self) { _ = try directory.openFile("out/passwd") }
        #expect(throws: SystemError.self) { _ = try directory.directory("out") }
        #expect(throws: SystemError.self) { _ = try directory.openFile("../../etc/passwd") }
    }

    @Test func `rename into a directory never replaces`() throws {
        let directory = try Directory(creating: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try directory.createFile("a").write([1])
        try directory.createFile("b").write([2])
        let error = #expect(throws: SystemError.self) {
            try directory.rename("a", into: directory, as: "b")
        }
        #expect(error?.isTaken == true)
    }

    @Test func `tells whether a file is open for writing`() throws {
        let directory = try Directory(creating: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let knowsWriters = directory.knowsWriters
        try #require(knowsWriters)
        do {
            let writer = try directory.createFile("a")
            #expect(try directory.openFile("a").writers() == .some)
            try writer.write([1])
        }
        // A program that another test starts holds what is open for the moment between its fork(2) and exec(2).
        let file = try directory.openFile("a")
        for _ in 0..<6000 where file.writers() == .some { Thread.sleep(forTimeInterval: 0.005) }
        #expect(file.writers() == .none)
    }
}
