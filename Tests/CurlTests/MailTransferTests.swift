import Foundation
import Testing

@testable import Curl

@Suite struct MailTransferTests {
    private func request(_ server: MailServer) -> MailRequest {
        var request = MailRequest(
            url: server.url, from: "briefd@example.org", to: ["a@example.org", "b@example.org"],
            message: Array("Subject: One\r\n\r\nFirst\r\n.hidden\r\n".utf8))
        request.requiresTLS = false
        request.timeout = .seconds(20)
        return request
    }

    /// The server lives until the answer is there, also where a test asks it for nothing afterwards.
    private func send(_ request: MailRequest, to server: MailServer) -> MailOutcome {
        withExtendedLifetime(server) { MailTransfer.send(request) }
    }

    @Test func `hands over envelope and message`() throws {
        let server = try MailServer()
        #expect(send(request(server), to: server) == .sent)
        let lines = server.lines
        #expect(lines.contains("MAIL FROM:<briefd@example.org>"))
        #expect(
            lines.contains("RCPT TO:<a@example.org>") && lines.contains("RCPT TO:<b@example.org>"))
        let start = try #require(lines.firstIndex(of: "Subject: One"))
        // A line that begins with a dot is sent with two (RFC 5321 §4.5.2).
        #expect(
            Array(lines[start..<(start + 5)]) == ["Subject: One", "", "First", "..hidden", "."])
    }

    @Test func `logs in where it is told to`() throws {
        let server = try MailServer()
        var request = request(server)
        (request.user, request.password) = ("desk", "secret")
        #expect(send(request, to: server) == .sent)
        #expect(server.lines.contains { $0.hasPrefix("AUTH PLAIN") })
    }

    @Test func `sends nothing, and no password, where encryption is asked for and not offered`()
        throws
    {
        let server = try MailServer()
        var request = request(server)
        request.requiresTLS = true
        (request.user, request.password) = ("desk", "secret")
        guard case .failed = send(request, to: server) else {
            Issue.record("sent without encryption")
            return
        }
        #expect(!server.lines.contains { $0.hasPrefix("AUTH") || $0.hasPrefix("MAIL") })
    }

    private static let hasPython = FileManager.default.isExecutableFile(
        atPath: SecureMailServer.python)

    private func secured(_ server: SecureMailServer, host: String = "localhost") -> MailRequest {
        var request = MailRequest(
            url: "smtp://\(host):\(server.port)", from: "briefd@example.org", to: ["a@example.org"],
            message: Array("Subject: One\r\n\r\nFirst\r\n".utf8))
        (request.user, request.password) = ("desk", "secret")
        request.timeout = .seconds(60)
        return request
    }

    @Test(.enabled(if: hasPython)) func `goes over to encryption before it says anything`() throws {
        let server = try SecureMailServer()
        var request = secured(server)
        request.caFile = server.certificate
        #expect(MailTransfer.send(request) == .sent)
        let lines = server.lines()
        let plain = lines.filter { $0.hasPrefix("plain ") }
        #expect(plain.count == 2 && plain.last == "plain STARTTLS", "\(lines)")
        #expect(lines.contains { $0.hasPrefix("secret AUTH PLAIN") })
        #expect(lines.contains("secret MAIL FROM:<briefd@example.org>"))
        #expect(lines.contains("secret Subject: One"))
    }

    @Test(.enabled(if: hasPython), arguments: [("localhost", false), ("127.0.0.1", true)])
    func `says nothing to a server that is not the one it is told of`(
        host: String, isTrusted: Bool
    ) throws {
        let server = try SecureMailServer()
        var request = secured(server, host: host)
        if isTrusted { request.caFile = server.certificate }
        guard case .failed(let why) = MailTransfer.send(request) else {
            Issue.record("sent")
            return
        }
        #expect(why.lowercased().contains("certificate"), "\(why)")
        let lines = server.lines()
        #expect(!lines.contains { $0.contains("AUTH") || $0.contains("MAIL") }, "\(lines)")
    }

    @Test(.enabled(if: hasPython)) func `takes any certificate from a server on this machine`()
        throws
    {
        let server = try SecureMailServer()
        var request = secured(server, host: "127.0.0.1")
        request.requiresTLS = false
        #expect(MailTransfer.send(request) == .sent)
        #expect(server.lines().contains("secret Subject: One"))
    }

    @Test(arguments: [
        ("MAIL", "451 later", 451), ("RCPT", "550 nobody", 550), (".", "554 no", 554),
        ("DATA", "421 closing", 421),
    ])
    func `tells what the server answered`(word: String, answer: String, status: Int) throws {
        let server = try MailServer([word: answer])
        guard case .refused(let found, _) = send(request(server), to: server) else {
            Issue.record("not refused")
            return
        }
        #expect(found == status)
    }

    @Test func `refuses what would add a line`() throws {
        let server = try MailServer()
        var request = request(server)
        request.to = ["a@example.org>\r\nRCPT TO:<c@example.org"]
        guard case .failed = send(request, to: server) else {
            Issue.record("taken")
            return
        }
        #expect(server.lines == [])
    }

    @Test func `fails where nobody listens`() {
        var request = MailRequest(
            url: "smtp://127.0.0.1:1", from: "a@example.org", to: ["b@example.org"], message: [])
        request.timeout = .seconds(5)
        guard case .failed = MailTransfer.send(request) else {
            Issue.record("sent")
            return
        }
    }
}
