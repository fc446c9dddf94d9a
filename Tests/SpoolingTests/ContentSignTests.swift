import Foundation
import Testing

@testable import Spooling

/// Files whose suffix says nothing of what they are.
@Suite struct ContentSignTests {
    @Test(arguments: [
        "{\\rtf1\\ansi Words}", "<!DOCTYPE html><p>Words", "\u{FEFF}\n<html><body>Words",
        "%PDF-1.7\n",
        "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html>", "PK\u{3}\u{4}....",
        "From: Ann <ann@quay.example>\r\nDate: Tue, 3 Mar 2026 08:05:09 +0100\r\nSubject: Quay\r\n\r\nWords",
        "Received: from a\n by b\nSubject: Quay\n\nWords",
    ]) func `bear the signs of documents`(content: String) {
        #expect(ContentSign.stands(in: Array(content.utf8)))
    }

    @Test(arguments: [
        "", "date,station,value\n1,2,3\n", "body { margin: 0 }", "{\"a\": 1}", "Words of a text.\n",
        "BEGIN:VCARD\r\nVERSION:3.0\r\n", "<?xml version=\"1.0\"?><plist>", "\u{1}\u{2}\u{3}",
        "Note: this is\nno mail: at all\n", "key: value\nother: value\n",
    ]) func `bear none`(content: String) {
        #expect(!ContentSign.stands(in: Array(content.utf8)))
    }

    @Test func `are what their suffix says, where that is an archive's`() {
        let bytes: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0]
        #expect(ContentSign.stands(in: bytes, suffix: "bin"))
        #expect(!ContentSign.stands(in: bytes, suffix: "xlsx"))
    }

    @Test(arguments: ["letter.doc", "table.xls", "page.jpg"])
    func `are taken whatever they are called`(name: String) throws {
        let fixture = try SpoolFixture()
        try Data("<html><p>Words</p></html>".utf8).write(to: fixture.url("incoming/\(name)"))
        let scan = try fixture.settled()
        #expect(scan.ready.map(\.name) == [name] && scan.quarantined.isEmpty)
    }
}
