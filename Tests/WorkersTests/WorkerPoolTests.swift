import BriefModel
import Foundation
import Hashing
import LinuxIO
import Synchronization
import Testing

@testable import Workers

@Suite struct WorkerPoolTests {
    private let request = ExtractionRequest(
        bytes: Array("A text of some words.".utf8), type: .text,
        arrival: Date(timeIntervalSince1970: 1_790_000_000))

    /// What the pool tells, in its order.
    private final class News: Sendable {
        private let heard = Mutex<[WorkerNews]>([])
        var all: [WorkerNews] { heard.withLock { $0 } }
        func add(_ news: WorkerNews) { heard.withLock { $0.append(news) } }

        var ends: Int {
            all.count { if case .ended = $0 { true } else { false } }
        }
    }

    private func error(_ pool: WorkerPool) async -> WorkerError? {
        do throws(WorkerError) {
            _ = try await pool.read(request)
            return nil
        } catch {
            return error
        }
    }

    /// What one document meets at a worker that misbehaves.
    private func error(
        of name: String, timeout: Int = 60, news: News = News()
    ) async throws -> WorkerError? {
        let probe = try ProbeProgram(name)
        let pool = WorkerPool(
            executable: probe.path, count: 1, timeout: timeout, tell: { news.add($0) })
        defer { pool.close() }
        return await error(pool)
    }

    @Test func `blames the document that a worker died of`() async throws {
        #expect(try await error(of: "dies") == .died(how: "signal 11"))
        #expect(try await error(of: "hangs-up") == .died(how: "exit 0"))
    }

    @Test func `says so where a worker was killed at a call that only an intruder makes`()
        async throws
    {
        let error = try #require(try await error(of: "intrudes"))
        #expect(error.isDeath && error.description.contains("system call"))
    }

    @Test func `blames the document that a worker took too long for`() async throws {
        #expect(try await error(of: "sleeps", timeout: 1) == .timedOut(seconds: 1))
    }

    @Test func `blames the document that took too much of the processor`() async throws {
        #expect(try await error(of: "burns", timeout: 1) == .timedOut(seconds: 1))
    }

    /// Four seconds by the clock on the wall, and nothing of the processor.
    @Test func `blames no document because the machine is busy with other things`() async throws {
        let error = try #require(try await error(of: "dozes", timeout: 1))
        #expect(!error.isDeath, "\(error)")
    }

    @Test func `reads others beside a document that takes long`() async throws {
        let probe = try ProbeProgram("sleeps")
        let pool = WorkerPool(executable: probe.path, count: 1)
        let reading = Task { [request] in
            await withTaskGroup(of: Void.self) { group in
                for source in ["a", "b"] {
                    group.addTask { _ = try? await pool.read(request, of: source) }
                }
            }
        }
        // Looks are counted, not seconds: where other tests take the processor, both sides wait for it alike.
        for _ in 0..<2_000 where try workers(probe.path) < 2 {
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(try workers(probe.path) == 2)
        pool.close()
        await reading.value
    }

    /// Children of ours that were started as this program.
    private func workers(_ path: String) throws -> Int {
        let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
        return tasks.flatMap { task in
            let children = FileManager.default.contents(atPath: "/proc/self/task/\(task)/children")
            return String(decoding: children ?? Data(), as: UTF8.self).split(separator: " ")
        }.count { child in
            let line = FileManager.default.contents(atPath: "/proc/\(child)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).hasPrefix(path)
        }
    }

    @Test func `names who killed a worker, and gives him little time`() async throws {
        let probe = try ProbeProgram("burns")
        let pool = WorkerPool(executable: probe.path, count: 1, timeout: 1)
        defer { pool.close() }
        for seconds in [1, SourceBudget.killersSeconds] {
            await #expect(throws: WorkerError.timedOut(seconds: seconds)) {
                _ = try await pool.read(request, of: "a")
            }
        }
        #expect(pool.remarkable.map(\.name) == ["a"] && pool.remarkable.first?.kills == 2)
        #expect(pool.isRemarkable("a") && !pool.isRemarkable("c"))
    }

    @Test func `unpacks in a worker, and charges it to who sent it`() async throws {
        let path = try ProbeProgram.built("briefd").path
        let pool = WorkerPool(executable: path, count: 1)
        defer { pool.close() }
        let bytes = [UInt8](repeating: 0x62, count: 3 << 20)
        #expect(try await pool.unpack(Gzip.compress(bytes), limit: 4 << 20, of: "a") == bytes)
        await #expect(throws: WorkerError.self) {
            _ = try await pool.unpack(Gzip.compress(bytes), limit: 2 << 20, of: "a")
        }
        #expect(pool.remarkable.isEmpty)
    }

    @Test(arguments: ["/nonexistent/briefd", "/bin/false", "/usr/bin/yes"])
    func `does not blame the document when no worker can be started`(path: String) async {
        let pool = WorkerPool(executable: path, count: 1, timeout: 60)
        defer { pool.close() }
        let error = await error(pool)
        guard case .notStarted = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["garbage", "misnumbers", "wrong-json"])
    func `ends a worker that answers nonsense, and tries its document again`(name: String)
        async throws
    {
        let news = News()
        let error = try #require(try await error(of: name, news: news))
        // The second one did the same: only now it may be the document.
        #expect(error.isDeath, "\(error)")
        #expect(news.ends == 1)
    }

    @Test func `takes no memory for what is only claimed`() async throws {
        // Other suites take memory in this process meanwhile: what is claimed would show at every try.
        var taken = Int.max
        for _ in 1...4 where taken >= 256 << 20 {
            let before = try residentBytes()
            #expect(try await error(of: "claims", timeout: 1)?.isDeath == true)
            taken = min(taken, try residentBytes() - before)
        }
        #expect(taken < 256 << 20)
    }

    /// The first answer is the document's; what comes after it is nobody's.
    @Test func `gives nobody the answer to another document`() async throws {
        let probe = try ProbeProgram("twice")
        let pool = WorkerPool(executable: probe.path, count: 1)
        defer { pool.close() }
        // Each is answered by a fresh worker: the one before has an answer too many.
        let expected = ReadingError(code: "answered", description: "to 1")
        for _ in 1...3 { #expect(await error(pool) == .refused(expected)) }
    }

    @Test(arguments: ["twice", "ahead"])
    func `gives no document to a worker that speaks unasked`(name: String) throws {
        let probe = try ProbeProgram(name)
        let worker = try Worker(executable: probe.path, latest: { nil })
        let deadline = ChildProcess.monotonicNow() + 60_000_000_000
        let answer = try worker.answer(to: Frame.request(request)) { deadline }
        #expect(answer.kind == .refusal)
        // The second answer may be on its way still.
        while worker.isReady, ChildProcess.monotonicNow() < deadline { usleep(1_000) }
        #expect(!worker.isReady && !worker.hasEnded)
    }

    @Test func `hears what a worker complains of, up to a bound`() async throws {
        let news = News()
        #expect(try await error(of: "talks", news: news)?.isDeath == false)
        let said = news.all.compactMap { if case .said(let text) = $0 { text } else { nil } }
        #expect(said.count == 1)
        #expect(said.first.map { $0.utf8.count < 4 << 10 && !$0.contains("\n") } == true)
    }

    @Test(arguments: ["wrong-json", "floods"])
    func `takes words that are no document for a death`(name: String) async throws {
        #expect(try await error(of: name)?.isDeath == true)
    }

    @Test func `says once how its workers are caged`() async throws {
        let news = News()
        let probe = try ProbeProgram("twice")
        let pool = WorkerPool(executable: probe.path, count: 1, tell: { news.add($0) })
        defer { pool.close() }
        for _ in 1...2 { _ = await error(pool) }
        #expect(news.all.filter { $0 == .caged(Sandbox(level: .full)) }.count == 1)
        #expect(pool.sandbox.level == .full)
    }

    @Test func `refuses what comes after it was closed`() async {
        let pool = WorkerPool(executable: "/bin/false", count: 1)
        pool.close()
        await #expect(throws: WorkerError.stopped) { try await pool.read(request) }
    }

    private func residentBytes() throws -> Int {
        let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return Int(text.split(separator: " ")[1]).map { $0 * 4_096 } ?? 0
    }
}
