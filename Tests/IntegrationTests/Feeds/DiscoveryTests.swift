import ControlProtocol
import Foundation
import Testing

/// `briefctl feed add` on pages as they are out there.
@Suite struct DiscoveryTests {
    @Test func `finds what each of 38 pages offers, with few requests`() async throws {
        let pages = DiscoveryPage.all
        #expect(pages.count == 38)
        let hosts = pages.indices.map { "127.0.2.\($0 + 1)" }
        let site = try ScenarioServer(on: hosts) { request in
            guard let index = hosts.firstIndex(of: request.address),
                let reply = pages[index].answers[request.target]
            else { return .html("<h1>Not found</h1>", 404) }
            return reply
        }
        try await Scenario.play([]) { scenario in
            let socket = scenario.root.runtime.appendingPathComponent("control.sock").path
            for (page, host) in zip(pages, hosts) {
                let address = "http://\(host):\(site.port)"
                // A look has fifteen seconds, which a busy machine may need for other things.
                var (status, body, looks) = (0, [UInt8](), 0)
                for _ in 0..<3 {
                    looks += 1
                    (status, body) = try await SocketQuestion.answer(
                        .POST, "/v1/look", headers: [("Content-Type", "application/json")],
                        body: "{\"url\":\"\(address)\(page.start)\"}", socket: socket)
                    if !String(decoding: body, as: UTF8.self).contains("in time; try again") {
                        break
                    }
                }
                if page.feeds.isEmpty {
                    let reason = try WireJSON.decode(ProblemReply.self, from: body).detail
                    #expect(
                        status == 422 && reason.contains(page.reason), "\(page.name): \(reason)")
                } else if status == 200 {
                    let found = try WireJSON.decode(FeedLookReply.self, from: body).feeds
                    #expect(found.map(\.url) == page.feeds.map { address + $0 }, "\(page.name)")
                    #expect(found.allSatisfy { $0.entries == 2 }, "\(page.name)")
                } else {
                    Issue.record("\(page.name): \(status) \(String(decoding: body, as: UTF8.self))")
                }
                let asked = site.requests.count { $0.address == host }
                #expect(asked <= 14 * looks, "\(page.name): \(asked) requests")
            }
        }
    }
}
