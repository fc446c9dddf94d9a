import BriefModel
import Curl
import FeedFetching
import Foundation
import Synchronization
import Testing

@testable import BriefDaemon

/// Many names of one machine are one machine.
@Suite struct AddressSlotsTests {
    private static let address = SocketAddress(bytes: [198, 51, 100, 7], port: 80)

    /// A server at one address, whatever its name; what it is asked counts once a connection is allowed.
    private final class WildcardServer: HTTPClient {
        private let state = Mutex<(began: [ContinuousClock.Instant], busy: Int, most: Int)>(
            ([], 0, 0))

        var began: [ContinuousClock.Instant] { state.withLock { $0.began } }
        var most: Int { state.withLock { $0.most } }

        func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
            if let reason = request.connectGuard?(AddressSlotsTests.address) {
                throw .refusedAddress(url: request.url, reason: reason)
            }
            state.withLock { state in
                state.began.append(.now)
                state.busy += 1
                state.most = max(state.most, state.busy)
            }
            try? await Task.sleep(for: .milliseconds(5))
            state.withLock { $0.busy -= 1 }
            return .text("page", for: request)
        }
    }

    private func ask(_ kind: FetchRequest.Kind, spacing: Duration) async -> WildcardServer {
        let server = WildcardServer()
        var polling = PollingSettings()
        polling.perHostSpacing = spacing
        let slots = HostSlots(
            settings: polling, holds: [:], clock: { Date() }, onHold: { _, _ in })
        let fetcher = FeedFetcher(
            client: server, gate: slots, settings: HTTPSettings(allowHosts: ["0.0.0.0/0"]),
            agent: "test", now: { Date() })
        await withTaskGroup(of: Void.self) { group in
            for number in 1...8 {
                group.addTask {
                    let url = "http://n\(number).wild.example/page"
                    let outcome = await fetcher.fetch(FetchRequest(url: url, kind: kind))
                    guard case .document = outcome.result else {
                        Issue.record("\(outcome.result)")
                        return
                    }
                }
            }
        }
        return server
    }

    @Test func `pages at one address are asked one at a time, spaced`() async {
        let server = await ask(.page, spacing: .milliseconds(40))
        #expect(server.most == 1)
        #expect(server.began.count == 8)
        let pauses = zip(server.began, server.began.dropFirst()).map { $1 - $0 }
        #expect(pauses.allSatisfy { $0 >= .milliseconds(40) }, "\(pauses)")
    }

    @Test func `feeds at one address keep to the spacing of their hosts alone`() async {
        let server = await ask(.feed, spacing: .seconds(30))
        #expect(server.began.count == 8)
    }

    @Test func `one that gives up waiting leaves its place to the next`() async {
        let slots = AddressSlots(spacing: .zero)
        #expect(slots.take(Self.address) && !slots.take(Self.address))
        let quitter = Task { await slots.wait(for: Self.address) }
        let patient = Task { await slots.wait(for: Self.address) }
        quitter.cancel()
        #expect(await !quitter.value)
        slots.leave(Self.address)
        #expect(await patient.value)
        slots.leave(Self.address)
        #expect(slots.take(Self.address))
    }
}
