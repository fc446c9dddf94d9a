import ControlProtocol
import Foundation
import Testing

/// Nothing leaves without a trace: what came is found again, one by one, and the sums agree.
@Suite(.timeLimit(.minutes(10))) struct AccountingTests {
    private func settings(_ site: LoopbackServer, _ feeds: [String]) -> String {
        """
        [polling]
        minimum_interval = "1h"
        per_host_spacing = "1ms"
        page_retry = "1h"

        [http]
        allow_hosts = ["127.0.0.1"]

        """
            + feeds.sorted().map {
                "[[feed]]\nurl = \"\(site.address)\($0)\"\n"
                    + "full_text = \"\($0.hasSuffix("links") ? "auto" : "never")\"\n"
            }.joined()
    }

    /// For reading: how many of each kind, with some of them.
    private func kinds(of fates: [Consignment.Fate]) -> [String] {
        Dictionary(grouping: fates) { "\($0)".filter { !$0.isNumber } }
            .values.map { "\($0.count): \($0.prefix(3))" }
    }

    @Test func `accounts for each of five thousand things`() async throws {
        let site = try LoopbackServer { _ in .init(status: 500) }
        let sent = Consignment(server: site.address)
        #expect(sent.fates.count >= 4_500)
        site.setAnswer { request in
            if let feed = sent.feeds[request.path] {
                return .init(headers: [("Content-Type", "application/rss+xml")], body: feed)
            }
            let page = sent.pages[request.path] ?? (404, "")
            return .init(
                status: page.status, headers: [("Content-Type", "text/html; charset=utf-8")],
                body: page.body)
        }
        let root = try TestRoot()
        try root.configure(settings(site, Array(sent.feeds.keys)))
        for file in sent.files { try root.drop(file.name, file.bytes) }
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        #expect(await daemon.waitUntilReady())
        var missing = sent.fates
        let all = try await waitUntil(limit: 500) {
            // The lists are long: they are not asked for all the time.
            try await Task.sleep(for: .seconds(3))
            do {
                missing = try await Books(daemon, root).differences(from: sent.fates).missing
            } catch is Books.NoAnswer {
                // While thousands of things come in, an answer may take longer than a client waits: it is asked again.
                return false
            }
            return missing.isEmpty
        }
        #expect(
            all,
            "\(missing.count) are missing: \(kinds(of: missing)); \(daemon.logText.suffix(500))"
        )
        // Whatever is listed is counted, and the other way round.
        let books = try await Books(daemon, root)
        #expect(books.differences(from: sent.fates).surplus == 0)
        #expect(books.status.articles.total == books.articles.count)
        #expect(books.status.spool.corrupt == books.files.count { $0.queue == "corrupt" })
        #expect(books.status.spool.incoming + books.status.spool.active == 0)
        #expect(books.status.notTaken == books.notTaken.count)
        #expect(await daemon.stop() == 0)
        // It is still listed after a restart.
        let again = try RunningDaemon(root)
        defer { again.kill() }
        #expect(await again.waitUntilReady())
        #expect(try await Books(again, root).differences(from: sent.fates).missing.isEmpty)
        #expect(await again.stop() == 0)
    }
}
