import BriefModel
import Foundation
import Logging
import Storage
import Testing

@testable import BriefDaemon

@Suite final class SiteMemoryTests {
    private let state: String
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    init() {
        let name = "briefd-memory-\(UInt64.random(in: .min ... .max))"
        state = FileManager.default.temporaryDirectory.path + "/" + name
    }

    deinit { try? FileManager.default.removeItem(atPath: state) }

    private func memory(isOn: Bool = true) -> SiteMemory {
        SiteMemory(
            folder: SiteFolder(state: state), isOn: isOn,
            log: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, clock: { [now] in now })
    }

    private func request(_ url: String?, scope: ExtractionRequest.Scope = .page)
        -> ExtractionRequest
    {
        ExtractionRequest(bytes: [], url: url, scope: scope, arrival: now)
    }

    private func trace(_ number: UInt64) -> PageTrace {
        PageTrace(address: number, body: number, text: [100 * number], doubted: [7], samples: [])
    }

    @Test func `what pages of a host showed helps to read its next one, and no other's`() async {
        let memory = memory()
        for number in 1...3 as ClosedRange<UInt64> {
            let page = await memory.helped(request("https://quay.example/\(number)"))
            await memory.learn(trace(number), from: page)
        }
        let next = await memory.helped(request("https://quay.example/4"))
        #expect(next.site?.isFurniture(7, onPageAt: 4) == true)
        let other = await memory.helped(request("https://other.example/4"))
        #expect(other.site == SiteAccount())
    }

    @Test(arguments: [nil, "file:///tmp/a.html", "nothing"])
    func `a page of no host is not remembered`(_ url: String?) async {
        #expect(await memory().helped(request(url)).site == nil)
    }

    @Test func `an entry's own content teaches nothing`() async {
        let content = await memory().helped(request("https://quay.example/", scope: .content))
        #expect(content.site == nil)
    }

    @Test func `switched off it helps and learns nothing, and on again it does`() async {
        let memory = memory(isOn: false)
        let page = await memory.helped(request("https://quay.example/1"))
        #expect(page.site == nil)
        await memory.learn(trace(1), from: page)
        #expect(SiteFolder(state: state).hosts().isEmpty)
        memory.follow(true)
        #expect(await memory.helped(request("https://quay.example/1")).site == SiteAccount())
    }

    @Test func `where nothing can be written pages are read all the same`() async throws {
        try Data().write(to: URL(filePath: state))
        let memory = memory()
        let page = await memory.helped(request("https://quay.example/1"))
        await memory.learn(trace(1), from: page)
        #expect(await memory.helped(request("https://quay.example/2")).site == SiteAccount())
    }
}
