import Curl
import Testing

@testable import FeedFetching

@Suite struct AddressGuardTests {
    private func address(_ text: String, port: UInt16 = 80) throws -> SocketAddress {
        SocketAddress(bytes: try #require(IPAddress(text)).bytes, port: port)
    }

    @Test(arguments: [
        "127.0.0.1", "127.8.9.1", "0.0.0.0", "0.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255",
        "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1",
        "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1",
        "::ffff:127.0.0.1", "::ffff:10.1.2.3", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "2002:7f00:1::", "2002:a00:1::1", "2001::1", "2001:db8::1", "fc00::1", "fd12::1", "fe80::1",
        "fec0::1", "ff02::1", "100::1",
    ])
    func `refuses what is not the public internet`(text: String) throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: [])
        let reason = check.refusal(of: try address(text), host: "feeds.example")
        #expect(reason?.contains("[http] allow_hosts") == true)
    }

    @Test(arguments: [
        "8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.1.0.1", "2606:4700::1",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1",
    ])
    func `lets the public internet pass`(text: String) throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: [])
        #expect(check.refusal(of: try address(text), host: "feeds.example") == nil)
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.0.0.1:80", true), ("127.0.0.1:81", false),
        ("127.0.0.0/8", true), ("127.0.0.0/8:80", true), ("127.0.0.2", false),
        ("feeds.example", true), ("FEEDS.example:80", true), ("other.example", false),
        ("10.0.0.0/8", false), ("::1", false), ("0.0.0.0/0", true), ("127.0.0.1/x", false),
    ])
    func `hears an entry of allow_hosts`(entry: String, isAllowed: Bool) throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: [entry])
        let refusal = check.refusal(of: try address("127.0.0.1"), host: "feeds.example")
        #expect((refusal == nil) == isAllowed)
    }

    @Test(arguments: [("[::1]:80", true), ("::1", true), ("[::1]:81", false), ("fd00::/8", false)])
    func `hears an entry for IPv6`(entry: String, isAllowed: Bool) throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: [entry])
        #expect((check.refusal(of: try address("::1"), host: "[::1]") == nil) == isAllowed)
    }

    /// The proxy resolves names itself: what the URL says is all there is to judge.
    @Test(arguments: [
        "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0xa9fea9fe", "2852039166", "localhost",
        "LOCALHOST.", "a.localhost", "[::1]", "[::ffff:7f00:1]", "[fe80::1]", "0", "10.1",
        "１０.0.0.1",
        "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "metadata.google.internal", "printer.local", "intranet",
    ])
    func `refuses what leads into private networks, behind a proxy too`(host: String) throws {
        let url = try FeedURL("http://\(host)/latest")
        let closed = AddressGuard(allowPrivateNetworks: false, allowHosts: [])
        #expect(closed.refusal(ofLiteral: url)?.contains("allow_hosts") == true)
        let open = AddressGuard(allowPrivateNetworks: true, allowHosts: [])
        #expect(open.refusal(ofLiteral: url) == nil)
    }

    @Test(arguments: ["feeds.example", "8.8.8.8", "134744072", "[2606:4700::1]", "local.example"])
    func `lets public hosts pass behind a proxy`(host: String) throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: [])
        #expect(check.refusal(ofLiteral: try FeedURL("http://\(host)/")) == nil)
    }

    @Test(arguments: [25, 22, 110, 143, 465, 587, 6667, 10080])
    func `asks no port of another protocol`(port: Int) throws {
        let url = try FeedURL("http://feeds.example:\(port)/")
        let closed = AddressGuard(allowPrivateNetworks: false, allowHosts: ["feeds.example"])
        #expect(closed.refusal(ofPortOf: url)?.contains("allow_hosts") == true)
        let open = AddressGuard(
            allowPrivateNetworks: false, allowHosts: ["feeds.example:\(port)"])
        #expect(open.refusal(ofPortOf: url) == nil)
        let own = AddressGuard(allowPrivateNetworks: true, allowHosts: [])
        #expect(own.refusal(ofPortOf: try FeedURL("http://10.0.0.1:\(port)/")) == nil)
        #expect(own.refusal(ofPortOf: url) != nil)
        #expect(own.refusal(ofPortOf: try FeedURL("http://feeds.example:8080/")) == nil)
    }

    @Test func `takes a v4-mapped address for the one within`() throws {
        let check = AddressGuard(allowPrivateNetworks: false, allowHosts: ["127.0.0.1"])
        #expect(check.refusal(of: try address("::ffff:127.0.0.1"), host: "x") == nil)
    }
}
