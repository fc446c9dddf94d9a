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
        let first = try await daemon.ctl("feed", "import", file.path)
        #expect(first.status == 0, "\(first.errors)")
        #expect(first.output.contains("2 feeds are followed now"))
        #expect(first.errors.contains("credential key"))
        let again = try await daemon.ctl("feed", "import", file.path)
        #expect(again.status == 0)
        #expect(again.output.contains("0 feeds are followed now, 2 were already"))
        #expect(again.output.contains("followed already: http://127.0.0.1:1/quay"))
        let export = try await daemon.ctl("feed", "export").output
        let parts = [
            "text=\"Ports\"", "briefd:interval=\"2h\"", "briefd:credential=\"key\"",
            "briefd:caFile=\"/etc/quay.pem\"", "briefd:tlsVerify=\"false\"",
            "briefd:paused=\"true\"", "briefd:header-X-Key=\"hush\"", "text=\"Top\"",
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
        #expect(try await heir.ctl("feed", "import", file.path).status == 0)
        #expect(try await heir.ctl("feed", "export").output == export)
        #expect(await heir.stop() == 0)
    }

    @Test func `refuses what is no whole OPML and changes nothing`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let file = root.url.appendingPathComponent("bad.opml")
        let bad = [
            (String(opml.dropLast(30)), "line"), ("<opml><body/></opml>", "no feed"),
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
