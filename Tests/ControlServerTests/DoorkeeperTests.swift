import ControlProtocol
import Foundation
import Logging
import NIOCore
import Testing

@testable import ControlServer

/// That nobody who asks and does not read, or asks what is dear, keeps the others out.
@Suite final class DoorkeeperTests {
    private typealias Peer = PeerConnections.Peer

    private let folder: URL
    /// Bytes of an answer; more than the kernel holds for a connection.
    private static let large = 4 << 20

    init() { folder = FileManager.default.temporaryDirectory.appending(path: "briefd-\(UUID())") }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func serve(
        _ keeper: Doorkeeper, _ body: (_ socket: String) async throws -> Void
    ) async throws {
        var service = ScriptedService()
        service.originalSize = Self.large
        let server = try await ControlServer(
            runtime: folder.path, inherited: [:], service: service,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, keeper: keeper)
        do {
            try await body(folder.appending(path: "status.sock").path)
        } catch {
            await server.close()
            throw error
        }
        await server.close()
    }

    private static let request =
        "GET /v1/articles/aa/original HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    private static func keeper(answers: Int, patience: TimeAmount = .seconds(60)) -> Doorkeeper {
        let bytes = answers * large + large / 2
        return Doorkeeper(
            load: AnswerLoad(all: 2 * bytes, peer: bytes),
            patience: .init(piece: patience, bytesPerSecond: Int64(large) * 10))
    }

    @Test func `answers that nobody reads are held up to a bound, the next is told to come later`()
        async throws
    {
        let keeper = Self.keeper(answers: 2)
        try await serve(keeper) { socket in
            var clients: [UnixClient] = []
            for _ in 1...2 {
                let client = try UnixClient(socket)
                #expect(await client.beginning(of: Self.request) == "HTTP/1.1 200")
                clients.append(client)
            }
            #expect(keeper.load.bytes == 2 * Self.large)
            let next = try UnixClient(socket)
            let refusal = await next.answer(to: Self.request)
            #expect(refusal.hasPrefix("HTTP/1.1 503 "))
            #expect(refusal.contains("Retry-After: 5") && refusal.contains("busy"))
            let small = try UnixClient(socket)
            let status = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            let health = await small.answer(to: status)
            #expect(health.hasPrefix("HTTP/1.1 200 "), "small answers find room")
            let whole = await clients[0].rest()
            #expect(whole.utf8.count > Self.large, "what was begun comes whole")
            try await until { keeper.load.bytes == Self.large }
            let again = try UnixClient(socket)
            #expect(await again.answer(to: Self.request).hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `who does not read loses the connection, and the room is free again`() async throws {
        let keeper = Self.keeper(answers: 1, patience: .milliseconds(300))
        try await serve(keeper) { socket in
            let client = try UnixClient(socket)
            _ = await client.beginning(of: Self.request)
            try await until { keeper.load.bytes == 0 }
            #expect(await client.rest().utf8.count < Self.large, "it was cut off")
        }
    }

    @Test func `a connection that is closed gives its room back`() async throws {
        let keeper = Self.keeper(answers: 1)
        try await serve(keeper) { socket in
            var client: UnixClient? = try UnixClient(socket)
            #expect(await client?.beginning(of: Self.request) == "HTTP/1.1 200")
            #expect(keeper.load.bytes == Self.large)
            client = nil
            try await until { keeper.load.bytes == 0 }
        }
    }

    /// Waits for what is bound to come.
    private func until(_ isSo: () -> Bool) async throws {
        for _ in 0..<3_000 where !isSo() { try await Task.sleep(for: .milliseconds(10)) }
        #expect(isSo())
    }

    @Test func `holds for each peer as much as for another, and one answer of any size`() {
        let load = AnswerLoad(all: 100, peer: 40)
        let (one, two) = (Peer(user: 1, process: 1), Peer(address: "192.0.2.1"))
        #expect(load.take(30, for: one) && load.take(10, for: one) && !load.take(1, for: one))
        #expect(load.take(60, for: two), "one alone may be larger")
        #expect(!load.take(1, for: two) && !load.take(1, for: Peer(user: 3, process: 1)))
        load.giveBack(60, for: two)
        load.giveBack(40, for: one)
        #expect(load.bytes == 0 && load.take(500, for: one), "else nobody would ever get it")
        #expect(load.take(0, for: two) && load.take(0, for: one), "what is small needs no room")
    }

    @Test func `a peer has some of the places and no more, and they go round`() {
        var line = TurnLine<String>(all: 3, peer: 2)
        let busy = (0..<5).map { _ in line.enter("busy") }
        #expect(line.begin() == Array(busy.prefix(2)))
        let quiet = line.enter("quiet")
        #expect(line.begin() == [quiet], "at once, though others came before")
        let late = line.enter("late")
        #expect(line.begin().isEmpty)
        line.leave(busy[0])
        #expect(line.begin() == [late], "before the third of the one who has two")
        line.leave(quiet)
        #expect(line.begin() == [busy[2]], "a place that nobody else wants is his")
        line.leave(busy[3])
        #expect(line.count.waiting == 1, "who goes away is not waited for")
        for number in [busy[1], busy[2], late] { line.leave(number) }
        #expect(line.begin() == [busy[4]] && line.count.running == 1)
    }

    @Test func `whoever asks in whatever order, all are answered and none waits for a crowd`() {
        var generator = SeededNumbers(seed: 7)
        for _ in 0..<50 {
            var line = TurnLine<Int>(all: 4, peer: 2)
            var running: [UInt64] = []
            var owners: [UInt64: Int] = [:]
            var answered = 0
            for _ in 0..<200 {
                let peer = Int.random(in: 0..<5, using: &generator)
                owners[line.enter(peer)] = peer
            }
            while true {
                running += line.begin()
                let held = Dictionary(grouping: running) { owners[$0] ?? -1 }
                #expect(running.count <= 4 && held.values.allSatisfy { $0.count <= 2 })
                guard !running.isEmpty else { break }
                let index = Int.random(in: 0..<running.count, using: &generator)
                line.leave(running.remove(at: index))
                answered += 1
            }
            #expect(answered == 200 && line.count == (0, 0))
        }
    }

    @Test func `lets all in at last, and never more at once than there are places`() async {
        let turns = PeerTurns(all: 3, peer: 2)
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<300 {
                group.addTask {
                    await turns.run(Peer(user: UInt32(number % 4), process: 1)) {
                        await Task.yield()
                        return turns.count.running <= 3
                    }
                }
            }
            for await isBound in group { #expect(isBound) }
        }
        #expect(turns.count == (0, 0))
    }

    @Test(arguments: [
        ("GET", "/v1/status", RequestCost.light), ("GET", "/healthz", .light),
        ("GET", "/metrics", .light), ("GET", "/v1/events", .light), ("GET", "/v1/articles", .dear),
        ("HEAD", "/v1/articles/aa", .dear), ("GET", "/v1/articles/aa/original", .dear),
        ("GET", "/feeds/recent.atom", .dear), ("GET", "/v1/duplicates", .dear),
        ("POST", "/v1/look", .remote), ("POST", "/v1/reload", .light), ("GET", "/nothing", .light),
    ])
    func `knows what is dear`(method: String, path: String, cost: RequestCost) {
        let request = ControlRequest(method: method, target: path, body: [])
        #expect(Router(service: ScriptedService(), door: .control).cost(of: request) == cost)
    }
}

/// The same numbers in each run (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
