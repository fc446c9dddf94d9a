import Foundation
import Testing

@Suite struct OutlineTests {
    private let opml = """
        <?xml version="1.0"?>
        <opml version="2.0" xmlns:briefd="https://briefd.invalid/opml"><body>
        <outline text="Ports"><outline text="Quay" xmlUrl="http://127.0.0.1:1/quay"
        briefd:interval="2h" briefd:credential="key" briefd:paused="true"
        briefd:caFile="/etc/quay.pem" briefd:tlsVerify="false"
        briefd:header-X-Key="hush"/></outline>
        <outline text="Top" xmlUrl="http://127.0.0.1:1/top" briefd:paused="true"/>
        </body></opml>
        """

    @Test func `brings feeds in and out with tags and settings`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let file = root.url.appendingPathComponent("list.opml")
        try opml.write(to: file, atomically: true, encoding: .utf8)
        let first = try await daemon.ctl("feed", "import", "--trust", file.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("2 feeds are followed now"))
        #expect(first.errors.contains("credential key"))
        let again = try await daemon.ctl("feed", "import", file.path)
        #expect(again.status == 0)
        #expect(again.output.contains("0 feeds are followed now, 2 were already"))
        #expect(again.output.contains("known   http://127.0.0.1:1/quay  followed already"))
        #expect(try await !daemon.ctl("feed", "export").output.contains("hush"))
        let export = try await daemon.ctl("feed", "export", "--with-secrets").output
        let parts = [
            "text=\"Ports\"", "briefd:interval=\"2h\"", "briefd:credential=\"key\"",
            "briefd:caFile=\"/etc/quay.pem\"", "briefd:tlsVerify=\"false\"",
            "briefd:paused=\"true\"", "briefd:headers=\"X-Key: hush\"", "text=\"Top\"",
        ]
        for part in parts { #expect(export.contains(part), "\(part) in \(export)") }
        #expect(try await daemon.ctl("feeds").output.contains("paused"))
        #expect(await daemon.stop() == 0)
        // The same in another daemon.
        let other = try TestRoot()
        try other.configure()
        let heir = try RunningDaemon(other)
        #expect(await heir.waitUntilReady(), "\(heir.logText)")
        try export.write(to: file, atomically: true, encoding: .utf8)
        #expect(try await heir.ctl("feed", "import", "--trust", file.path).status == 0)
        #expect(try await heir.ctl("feed", "export", "--with-secrets").output == export)
        #expect(await heir.stop() == 0)
    }

    @Test func `a list of others gives no credential, header or trust`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let file = root.url.appendingPathComponent("list.opml")
        try (opml + "\n").write(to: file, atomically: true, encoding: .utf8)
        let first = try await daemon.ctl("feed", "import", file.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.errors.contains("left out: http://127.0.0.1:1/quay: the credential key"))
        #expect(first.errors.contains("--trust"), "\(first.errors)")
        let export = try await daemon.ctl("feed", "export", "--with-secrets").output
        for part in ["hush", "credential", "caFile", "tlsVerify"] {
            #expect(!export.contains(part), "\(part) in \(export)")
        }
        #expect(export.contains("briefd:interval=\"2h\""))
        #expect(await daemon.stop() == 0)
    }

    @Test func `one request does not keep the daemon from starting again`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let odd = [
            #"{"url":"http://127.0.0.1:1/a","paused":true,"headers":{"X Y":"v"}}"#,
            #"{"url":"http://127.0.0.1:1/b","paused":true,"name":"\uffff"}"#,
            #"{"url":"http://127.0.0.1:1/c","paused":true,"tags":["\ufffe"]}"#,
            #"{"url":"http://127.0.0.1:1/d","paused":true,"headers":{"X":"\uffff"}}"#,
            #"{"url":"http://127.0.0.1:1/e","paused":true,"credential":"\uffff"}"#,
            #"{"url":"http://127.0.0.1:1/f\u0007","paused":true}"#,
        ]
        for body in odd {
            let answer = try await SocketQuestion.ask(
                .POST, "/v1/feeds", body: body,
                socket: root.runtime.appendingPathComponent("control.sock").path)
            let text = String(decoding: answer, as: UTF8.self)
            #expect(text.contains("\"status\":400"), "\(body): \(text)")
        }
        #expect(await daemon.stop() == 0)
        // What an earlier version wrote, or a disk spoiled.
        let list = root.url.appendingPathComponent("state/subscriptions.opml")
        try """
        <?xml version="1.0"?><opml><body>
        <outline xmlUrl="http://127.0.0.1:1/good" briefd:paused="true" briefd:header-X Y="v"/>
        <outline xmlUrl="http://127.0.0.1:1/tea & cake" /><outline text="\u{FFFF}"
        """.write(to: list, atomically: true, encoding: .utf8)
        let again = try RunningDaemon(root)
        #expect(await again.waitUntilReady(), "\(again.logText)")
        let status = try await again.ctl("status").output
        #expect(status.contains("subscriptions.opml.damaged-1"), "\(status)")
        #expect(try await again.ctl("feeds").output.contains("127.0.0.1:1/good"))
        let mode = try FileManager.default.attributesOfItem(atPath: list.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(await again.stop() == 0)
    }

    @Test func `refuses what is no OPML and changes nothing`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let file = root.url.appendingPathComponent("bad.opml")
        let bad = [
            ("<html><p>no list", "line"), ("<opml><body/></opml>", "no feed"),
            ("<!DOCTYPE o [<!ENTITY a \"b\">]><opml>&a;</opml>", "entity"),
            (String(repeating: " ", count: 10_000_000), "in parts"),
        ]
        for (text, word) in bad {
            try text.write(to: file, atomically: true, encoding: .utf8)
            let answer = try await daemon.ctl("feed", "import", file.path)
            #expect(answer.status == 2)
            #expect(answer.errors.contains(word), "\(answer.errors)")
        }
        #expect(try await !daemon.ctl("feed", "export").output.contains("<outline"))
        #expect(await daemon.stop() == 0)
    }
}
