import Hashing
import Storage
import Testing

@testable import BriefDaemon

@Suite struct PushDeskTests {
    private let desk = PushDesk()

    init() {
        desk.hold([
            HubLease(
                hub: "http://hub.example/", topic: "http://a.example/f", token: "t", secret: "s")
        ])
    }

    private func news() async -> [PushDesk.News] {
        desk.close()
        var all: [PushDesk.News] = []
        for await one in desk.news { all.append(one) }
        return all
    }

    @Test(arguments: [
        (["hub.mode": "subscribe", "hub.challenge": "c"], true),
        (["hub.mode": "subscribe", "hub.challenge": ""], false),
        (["hub.mode": "subscribe"], false),
        (["hub.mode": "unsubscribe", "hub.challenge": "c"], false),
        (["hub.challenge": "c"], false),
        (["hub.mode": "subscribe", "hub.challenge": "c", "hub.lease_seconds": "-5"], false),
        (["hub.mode": "subscribe", "hub.challenge": "c", "hub.lease_seconds": "nan"], false),
        (
            ["hub.mode": "subscribe", "hub.challenge": "c", "hub.topic": "http://a.example/g"],
            false
        ),
    ])
    func `confirms what was asked for alone`(query: [String: String], isMeant: Bool) async {
        let query = ["hub.topic": "http://a.example/f"].merging(query) { $1 }
        #expect(desk.confirm("t", query: query) == (isMeant ? "c" : nil))
        #expect(desk.confirm("u", query: query) == nil)
        #expect(await news().count == (isMeant ? 1 : 0))
    }

    @Test func `hears that a hub refuses`() async {
        let query = ["hub.mode": "denied", "hub.topic": "http://a.example/f", "hub.reason": "full"]
        #expect(desk.confirm("t", query: query) == "")
        #expect(await news() == [.denied(token: "t", why: "full")])
    }

    @Test(arguments: KeyedHash.allCases) func `believes its signature`(kind: KeyedHash) async {
        let code = kind.hex(of: [1, 2], key: Array("s".utf8))
        for signature in [kind.rawValue + "=" + code, kind.rawValue.uppercased() + "=" + code] {
            let fields = ["x-hub-signature": signature, "content-type": "text/xml"]
            #expect(desk.take("t", fields: fields, body: [1, 2]) == 202)
        }
        let expected = PushDesk.News.content(token: "t", bytes: [1, 2], type: "text/xml")
        #expect(await news() == [expected, expected])
    }

    @Test func `believes nothing else, and does not say so`() async {
        let code = KeyedHash.sha256.hex(of: [1, 2], key: Array("s".utf8))
        let signatures = [
            nil, "", "sha256", "sha256=", "md5=" + code, "sha1=" + code,
            "sha256=" + code.dropLast(),
            "sha256=" + String(repeating: "0", count: 64), code,
        ]
        for signature in signatures {
            let fields = signature.map { ["x-hub-signature": String($0)] } ?? [:]
            #expect(desk.take("t", fields: fields, body: [1, 2]) == 202)
        }
        #expect(desk.take("t", fields: ["x-hub-signature": "sha256=" + code], body: [1, 3]) == 202)
        #expect(desk.take("u", fields: ["x-hub-signature": "sha256=" + code], body: [1, 2]) == 410)
        #expect(await news() == Array(repeating: .forged(token: "t"), count: signatures.count + 1))
    }

    @Test func `asks the hub to come again when too much waits`() {
        let code = KeyedHash.sha256.hex(of: [], key: Array("s".utf8))
        let fields = ["x-hub-signature": "sha256=" + code]
        let answers = (1...40).map { _ in desk.take("t", fields: fields, body: []) }
        #expect(answers.first == 202 && answers.last == 503)
    }
}
