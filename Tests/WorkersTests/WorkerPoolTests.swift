import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct WorkerPoolTests {
    private let request = ExtractionRequest(
        bytes: Array("A text of some words.".utf8), type: .text,
        arrival: Date(timeIntervalSince1970: 1_790_000_000))

    private func error(of executable: String, timeout: Int = 60) async -> WorkerError? {
        let pool = WorkerPool(executable: executable, count: 1, timeout: timeout)
        defer { pool.close() }
        do throws(WorkerError) {
            _ = try await pool.read(request)
            return nil
        } catch {
            return error
        }
    }

    @Test func `blames the document that a worker died of`() async {
        let error = await error(of: "/bin/false")
        #expect(error?.isDeath == true, "\(String(describing: error))")
    }

    @Test func `blames the document that a worker took too long for`() async throws {
        let folder = FileManager.default.temporaryDirectory
        let script = folder.appendingPathComponent("slow-" + UUID().uuidString)
        try Data("#!/bin/sh\nexec sleep 30\n".utf8).write(to: script)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: script.path)
        defer { try? FileManager.default.removeItem(at: script) }
        #expect(await error(of: script.path, timeout: 1) == .timedOut(seconds: 1))
    }

    @Test func `does not blame the document when no worker can be started`() async {
        let error = await error(of: "/nonexistent/briefd")
        #expect(error?.isDeath == false, "\(String(describing: error))")
    }

    @Test func `kills a worker whose answer is out of step`() async {
        let error = await error(of: "/usr/bin/yes")
        #expect(error?.isDeath == true, "\(String(describing: error))")
    }

    @Test func `refuses what comes after it was closed`() async {
        let pool = WorkerPool(executable: "/bin/false", count: 1)
        pool.close()
        await #expect(throws: WorkerError.stopped) { try await pool.read(request) }
    }
}
