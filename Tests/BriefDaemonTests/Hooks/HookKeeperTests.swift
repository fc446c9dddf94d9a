import BriefModel
import Curl
import Foundation
import Logging
import Settings
import Storage
import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct HookKeeperTests {
    /// Takes all, and keeps it.
    private final class Receiver: HTTPClient {
        let bodies = Mutex<[String]>([])
        let ids = Mutex<[String]>([])

        func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
            let isFirst = ids.withLock { ids in
                ids.append(HTTPHeaders(request.headers)["webhook-id"] ?? "")
                return ids.count == 1
            }
            // The first try fails: the second says the same.
            if isFirst { return HTTPResponse(status: 500, url: request.url) }
            let body = String(decoding: request.body ?? [], as: UTF8.self)
            bodies.withLock { $0.append(body) }
            return HTTPResponse(status: 204, url: request.url)
        }
    }

    private final class Clock: Sendable {
        let now: Mutex<Date>
        init(_ text: String) { now = Mutex(Date(rfc3339: text) ?? .distantPast) }
        func set(_ text: String) { now.withLock { $0 = Date(rfc3339: text) ?? $0 } }
    }

    private static let rules = IdentityRules(
        identify: { identity(of: $0) }, compare: { _, _ in TextComparison(isEdited: true) })

    private static func identity(of text: String) -> Identity {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        let whole = String(repeating: "0", count: 64 - digits.count) + digits
        return Identity(
            contentHash: "sha256:" + String(whole.reversed()), hashVersion: 1,
            shingles: Shingles(hashes: []))
    }

    private func filing(_ number: Int, tags: [String] = []) -> Filing {
        let text = (0..<60).map { "w\(number)x\($0)" }.joined(separator: " ")
        return Filing(
            article: Article(
                title: "Article \(number)", text: text, markdown: text, wordCount: 60,
                quality: 0.9),
            identity: Self.identity(of: text), origin: Origin(source: "spool:x", tags: tags),
            original: Array(text.utf8), originalType: "text/plain",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
    }

    @Test func `a digest comes at its time, with what was filed since, and the same again`()
        async throws
    {
        let folder = NSTemporaryDirectory() + "hooks-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try ArticleStore(at: folder + "/store", identify: Self.rules)
        _ = try store.file([filing(1)])
        let clock = Clock("2026-11-27T06:00:00Z")
        let source = """
            [[rule]]
            when = "tag:hot"
            priority = 5
            [[notify]]
            name = "desk"
            on = "filed"
            when = "-tag:sport"
            webhook = "https://hooks.example.org/x"
            digest = "daily 07:00"
            retry_start = "10ms"
            """
        let configuration = try Configuration.read(source, file: "b.toml", folder: "/etc")
        let book = RuleBook(configuration)
        let keeper = HookKeeper(
            (store.catalogue, book, folder + "/store", folder), log: Logger(label: "test"),
            clock: { clock.now.withLock { $0 } })
        await keeper.follow(configuration)
        _ = try store.file([
            filing(2), filing(3, tags: ["sport"]), filing(4, tags: ["hot"]),
            filing(5, tags: [HoldTag.held]),
        ])
        let receiver = Receiver()
        let hook = try #require(keeper.hooks.first)
        let work = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await HookFeeder(keeper: keeper).run() }
                group.addTask {
                    await HookSender(
                        hook, keeper,
                        HookDelivery(
                            client: receiver, http: HTTPSettings(), secret: nil,
                            clock: keeper.clock)
                    ).run()
                }
            }
        }
        defer { work.cancel() }
        func wait(_ condition: () async -> Bool) async -> Bool {
            for _ in 0..<2_400 {
                if await condition() { return true }
                try? await Task.sleep(for: .milliseconds(50))
            }
            return false
        }
        func standing() async -> HookStanding? {
            await keeper.asking { try $0.standings() }?.first
        }
        #expect(await wait { await standing()?.waiting == 2 })
        #expect(receiver.ids.withLock { $0.isEmpty })
        clock.set("2026-11-27T07:00:01Z")
        #expect(
            await wait {
                keeper.bell(of: "desk").ring()
                // The second try comes some moments later.
                clock.now.withLock { $0 += 1 }
                return await standing()?.delivered == 2
            })
        let bodies = receiver.bodies.withLock { $0 }
        let body = try #require(bodies.first)
        let object = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        let articles = object?["articles"] as? [[String: Any]] ?? []
        let titles = articles.compactMap { ($0["article"] as? [String: Any])?["title"] as? String }
        #expect(bodies.count == 1 && object?["type"] as? String == "digest")
        #expect(titles == ["Article 4", "Article 2"])
        let ids = receiver.ids.withLock { $0 }
        #expect(ids.count == 2 && Set(ids).count == 1)
        #expect(await standing()?.waiting == 0)
    }

    @Test func `tells of what was filed while the outbox could not be opened`() async throws {
        let folder = NSTemporaryDirectory() + "hooks-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try ArticleStore(at: folder + "/store", identify: Self.rules)
        _ = try store.file([filing(1)])
        // A folder in its place: as good as a disk without room.
        let path = folder + "/" + HookOutbox.name
        try FileManager.default.createDirectory(
            atPath: path + "/in-the-way", withIntermediateDirectories: true)
        let configuration = try Configuration.read(
            """
            [[notify]]
            name = "desk"
            on = "filed"
            command = ["/bin/true"]
            """, file: "b.toml", folder: "/etc")
        let keeper = HookKeeper(
            (store.catalogue, RuleBook(), folder + "/store", folder), log: Logger(label: "test"),
            clock: { Date(timeIntervalSince1970: 1_790_000_000) })
        await keeper.follow(configuration)
        #expect(keeper.fault != nil)
        _ = try store.file([filing(2)])
        #expect(await keeper.asking { try $0.standings() } == nil)
        try FileManager.default.removeItem(atPath: path)
        let work = Task { await HookFeeder(keeper: keeper).run() }
        defer { work.cancel() }
        var waiting = 0
        for _ in 1...1_200 where waiting == 0 {
            try await Task.sleep(for: .milliseconds(50))
            waiting = await keeper.asking { try $0.standings() }?.first?.waiting ?? 0
        }
        #expect(waiting == 1, "the second article, and not the first")
        #expect(keeper.fault == nil)
    }

    @Test func `a full box takes no more, and what it has not heard comes later`() async throws {
        let folder = NSTemporaryDirectory() + "hooks-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try ArticleStore(at: folder + "/store", identify: Self.rules)
        let configuration = try Configuration.read(
            "[[notify]]\non = \"filed\"\nwebhook = \"https://a.example/x\"\nlimit = 3\n",
            file: "b.toml", folder: "/etc")
        let keeper = HookKeeper(
            (store.catalogue, RuleBook(), folder + "/store", folder), log: Logger(label: "test"),
            clock: { Date() })
        await keeper.follow(configuration)
        for start in stride(from: 0, to: 300, by: 50) {
            _ = try store.file((start..<(start + 50)).map { filing($0) })
        }
        let work = Task { await HookFeeder(keeper: keeper).run() }
        defer { work.cancel() }
        var told = 0
        // A page may enter before the box is known to be full; the store keeps the rest.
        for _ in 0..<2_400 where told < 300 {
            let waiting = await keeper.asking { outbox in
                var ids: [String] = []
                let now = Date() + 10
                while let next = try outbox.next(of: "hook 1", now: now).message {
                    ids.append(next.id)
                    try outbox.noteDelivery(of: [next.id], to: "hook 1", now: now)
                }
                return ids.count
            }
            #expect(waiting ?? 0 <= 100)
            told += waiting ?? 0
            keeper.filed.ring()
            try? await Task.sleep(for: .milliseconds(50))
        }
        #expect(told == 300)
    }
}
