import BriefModel
import Curl
import Logging
import Settings
import Synchronization
import Testing

@testable import BriefDaemon

@Suite struct HubPingsTests {
    private final class Hub: HTTPClient {
        let requests = Mutex<[HTTPRequest]>([])
        let status: Int

        init(_ status: Int) { self.status = status }

        func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
            requests.withLock { $0.append(request) }
            return HTTPResponse(status: status, headers: HTTPHeaders([]), url: request.url)
        }
    }

    private let topic = HubPings.Topic(
        hub: "https://hub.example.org/", address: "https://feeds.example.org/a b.atom?x=1&y=ü")

    @Test func `tells a hub where the feed is`() async throws {
        let hub = Hub(204)
        #expect(await HubPings.ping(topic, hub, HTTPSettings()) == nil)
        let request = try #require(hub.requests.withLock { $0.first })
        #expect(request.method == .post && request.url == topic.hub)
        let address = "https%3A%2F%2Ffeeds.example.org%2Fa%20b.atom%3Fx%3D1%26y%3D%C3%BC"
        #expect(
            String(decoding: request.body ?? [], as: UTF8.self)
                == "hub.mode=publish&hub.url=\(address)&hub.topic=\(address)")
        #expect(request.connectGuard != nil)
    }

    @Test func `says why a hub was not told`() async {
        #expect(await HubPings.ping(topic, Hub(500), HTTPSettings()) == "answered 500")
        let none = HubPings.Topic(hub: "no address", address: "")
        #expect(await HubPings.ping(none, Hub(200), HTTPSettings()) != nil)
    }

    @Test func `tells once of what changed many times meanwhile`() async {
        let hub = Hub(202)
        let pings = HubPings(log: Logger(label: "test"))
        for _ in 0..<5 { pings.note(hub: topic.hub, address: topic.address) }
        pings.note(hub: topic.hub, address: "https://feeds.example.org/other.atom")
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await pings.run(hub) { HTTPSettings() } }
            while hub.requests.withLock({ $0.count }) < 2 { await Task.yield() }
            group.cancelAll()
        }
        #expect(hub.requests.withLock { $0.count } == 2)
    }
}
