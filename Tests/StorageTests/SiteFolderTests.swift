import BriefModel
import Foundation
import Storage
import Testing

@Suite final class SiteFolderTests {
    private let state: String
    private let now = Date(timeIntervalSince1970: 1_790_000_000)

    init() {
        let name = "briefd-sites-\(UInt64.random(in: .min ... .max))"
        state = FileManager.default.temporaryDirectory.path + "/" + name
    }

    deinit { try? FileManager.default.removeItem(atPath: state) }

    private func trace(_ number: UInt64) -> PageTrace {
        PageTrace(
            address: number, body: number, text: [100 * number], doubted: [7],
            samples: [.init(line: 7, words: "A notice")])
    }

    private func teach(_ host: String, _ folder: SiteFolder, pages: UInt64 = 3) throws {
        for number in 1...pages { try folder.learn(trace(number), of: host, now: now) }
    }

    @Test func `a host is remembered from one life to the next, and no other for it`() throws {
        try teach("www.example.org", SiteFolder(state: state))
        let folder = SiteFolder(state: state)
        #expect(folder.account(of: "www.example.org", now: now).isFurniture(7, onPageAt: 99))
        for other in ["example.org", "www.example.org:8080", "evil.test"] {
            #expect(folder.account(of: other, now: now) == SiteAccount())
        }
        #expect(folder.hosts() == ["www.example.org"])
    }

    @Test func `nothing is said 91 days later`() throws {
        let folder = SiteFolder(state: state)
        try teach("example.org", folder)
        let later = now.addingTimeInterval(91 * 86_400)
        #expect(!folder.account(of: "example.org", now: later).isFurniture(7, onPageAt: 99))
    }

    @Test func `what an operator forgets is gone`() throws {
        let folder = SiteFolder(state: state)
        #expect(try !folder.forget("example.org"))
        try teach("example.org", folder)
        #expect(try folder.forget("example.org"))
        #expect(folder.account(of: "example.org", now: now) == SiteAccount())
    }

    @Test func `a damaged file is as good as none, and is written anew`() throws {
        let folder = SiteFolder(state: state)
        try teach("example.org", folder)
        let path = state + "/sites/example.org.site"
        try Data("nothing of ours".utf8).write(to: URL(filePath: path))
        #expect(folder.account(of: "example.org", now: now) == SiteAccount())
        try teach("example.org", folder)
        #expect(folder.account(of: "example.org", now: now).isFurniture(7, onPageAt: 99))
    }

    @Test func `of too many hosts those are forgotten whose last page is longest ago`() throws {
        let folder = SiteFolder(state: state, mostHosts: 20)
        for number in 0..<100 {
            try folder.learn(trace(1), of: "host\(number).test", now: now)
        }
        let hosts = folder.hosts()
        #expect(hosts.count <= 20)
        #expect(hosts.contains("host99.test"))
        #expect(!hosts.contains("host0.test"))
    }

    private static let hosts: [(String?, String?)] = [
        ("https://Example.org/a", "example.org"), ("http://example.org:8080/", "example.org:8080"),
        ("file:///etc/passwd", nil), ("nothing", nil), ("https://ex%2Fample.org/", nil),
        ("https://.hidden/", nil), (nil, nil),
    ]

    @Test(arguments: hosts)
    func `names a host as it is asked, and none that is no name`(
        _ address: String?, _ host: String?
    ) {
        #expect(SiteFolder.host(of: address) == host)
    }

    @Test func `what an editor taught outlasts pages, other writers and 90 days`() throws {
        let folder = SiteFolder(state: state)
        try folder.teach(PageLabels(kept: [5], dropped: [6]), of: "example.org")
        try teach("example.org", folder)
        try folder.teach(PageLabels(dropped: [8]), of: "example.org")
        for days in [0.0, 91] {
            let account = folder.account(
                of: "example.org", now: now.addingTimeInterval(days * 86_400))
            #expect(account.taught.says(5, atLeast: 1) == true)
            #expect(account.taught.says(6, atLeast: 1) == false)
            #expect(account.taught.says(8, atLeast: 1) == false)
        }
        #expect(folder.account(of: "other.org", now: now).taught.isEmpty)
        #expect(folder.hosts() == ["example.org"])
        #expect(try folder.forget("example.org"))
        #expect(folder.account(of: "example.org", now: now).taught.isEmpty)
    }
}
