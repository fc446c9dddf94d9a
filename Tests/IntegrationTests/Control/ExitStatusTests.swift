import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Testing

/// Exit status 3 means that no daemon answers, and nothing else.
@Suite struct ExitStatusTests {
    @Test func `a daemon that answers is never said not to`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let ways: [(arguments: [String], status: Int32, says: String)] = [
            (["feed", "poll", "Good News"], 1, "Good News"),
            (["feed", "remove", "häfen & tide/low?a=b#c%zz"], 1, "tide/low?a=b#c%zz"),
            (["feed", "pause", "https://a.example/no"], 1, "https://a.example/no"),
            (["feed", "poll", ""], 2, "names nothing"),
            (["feed", "remove", ".."], 2, "names nothing"),
            (["show", ""], 2, "names nothing"),
            (["show", "no such"], 1, "no article"),
            (["show", "."], 2, "names nothing"),
            (["retry", "a b"], 1, "a b"),
            (["discard", ""], 2, "names nothing"),
            (["articles", "--cursor", "x y"], 2, "cursor"),
            (["articles", "--since", "yesterday"], 2, "2026-11-21"),
            (["articles", "--feed", "Nobody's feed"], 1, "Nobody's feed"),
            (["duplicates", "--cursor", "x"], 2, "cursor"),
            (["errors", "--cursor", "x"], 2, "cursor"),
            (["feeds", "--cursor", "x"], 2, "cursor"),
            (["feeds", "--limit", "0"], 2, "limit"),
            (["feed", "add", "ftp://a.example/"], 2, "http"),
            (["feed", "add", "https://me:secret@a.example/"], 2, "credential"),
            (["nonsense"], 2, ""),
            (["status", "--nonsense"], 2, "nonsense"),
            (["explain", "abcdef0123456789"], 1, "no article"),
        ]
        for way in ways {
            let done = try await run(
                "briefctl", ["--runtime", root.runtime.path] + way.arguments)
            let said = done.output + done.errors
            #expect(done.status == way.status, "\(way.arguments): \(said)")
            #expect(way.says.isEmpty || said.contains(way.says), "\(way.arguments): \(said)")
        }
        #expect(await daemon.stop() == 0)
    }

    @Test func `one that hangs is told from one that is not there`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        daemon.signal(SIGSTOP)
        let began = ContinuousClock.now
        let hung = try await daemon.ctl("status")
        daemon.signal(SIGCONT)
        #expect(hung.status == 3)
        #expect(hung.errors.contains("no sign of life"), "\(hung.errors)")
        #expect(hung.errors.contains("systemctl restart briefd"))
        #expect(!hung.errors.contains("tried again"))
        #expect(ContinuousClock.now - began < .seconds(60))
        #expect(await daemon.stop() == 0)
        let gone = try await run("briefctl", ["--runtime", root.runtime.path, "feed", "poll", "x"])
        #expect(gone.status == 3)
        #expect(gone.errors.contains("systemctl start briefd"), "\(gone.errors)")
    }

    @Test func `what is no briefd does not pass for one`() async throws {
        let root = try TestRoot()
        try FileManager.default.createDirectory(
            at: root.runtime, withIntermediateDirectories: true)
        let socket = root.runtime.appendingPathComponent("status.sock").path
        let stranger = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try child.pipeline.syncOperations.addHandler(StrangeHandler())
                }
            }
            .bind(unixDomainSocketPath: socket).get()
        let met = try await run("briefctl", ["--runtime", root.runtime.path, "status"])
        #expect(met.status == 3)
        #expect(met.errors.contains("is no briefd"), "\(met.errors)")
        try await stranger.close()
        // A file stays where nobody listens.
        #expect(FileManager.default.createFile(atPath: socket, contents: nil))
        let stale = try await run("briefctl", ["--runtime", root.runtime.path, "status"])
        #expect(stale.status == 3)
        #expect(stale.errors.contains("nobody listens"), "\(stale.errors)")
    }

    @Test func `says a fault of several lines in lines that no terminal obeys`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        try root.configure("[polling]\nintervall = \"1h\"\n\"bad\\u001b[31mkey\" = 1")
        let reload = try await daemon.ctl("reload")
        #expect(reload.status == 1)
        let lines = reload.errors.split(separator: "\n")
        #expect(lines.count >= 3, "\(reload.errors)")
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
        #expect(!reload.errors.contains("\\u{a}") && !reload.errors.contains("\u{1B}"))
        #expect(await daemon.stop() == 0)
    }
}

private final class StrangeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let head = HTTPResponseHead(
            version: .http1_1, status: .notFound, headers: ["Content-Length": "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
