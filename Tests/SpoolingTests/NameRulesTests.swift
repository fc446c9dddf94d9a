import BriefModel
import Foundation
import LinuxIO
import Testing

@testable import Spooling

@Suite struct NameRulesTests {
    @Test(arguments: [
        "talk.html.part", "talk.html.a1b2c3d4.partial", "talk.html.filepart",
        "Unconfirmed 482913.crdownload",
        "talk.html.download", "talk.opdownload", "talk.TMP", "talk.temp", "talk.lftp",
        "talk.upload",
        "talk.uploading", "talk.aria2", "talk.!ut", "talk.bc!", "talk.unconfirmed",
        "Unconfirmed 482913",
        "talk.html.sb-1a2b3c4d-Xy12Ab", "talk.txt.swp", "talk.txt~", "#talk.txt#",
        "~syncthing~talk.html.tmp",
        "~WRL0003.doc",
    ])
    func `knows the names of what is not finished`(name: String) {
        guard case .temporary = NameRules().leave(FileName(name)) else {
            Issue.record("\(name) is \(String(describing: NameRules().leave(FileName(name))))")
            return
        }
    }

    @Test(arguments: [
        "desktop.ini", "Desktop.INI", "Thumbs.db", "ehthumbs.db", "Icon\r", "@eaDir", "#recycle",
        "$RECYCLE.BIN", "System Volume Information", "__MACOSX", "lost+found", "4913",
        "~$report.docx",
        "page.html:Zone.Identifier", "page.html\u{F03A}Zone.Identifier",
        "page.html:Zone.Identifier:$DATA",
        "page.html.bak", "page.html.orig", "page.html@SynoEAStream",
    ])
    func `knows what systems strew about`(name: String) {
        guard case .litter = NameRules().leave(FileName(name)) else {
            Issue.record("\(name) is \(String(describing: NameRules().leave(FileName(name))))")
            return
        }
    }

    @Test(arguments: [
        ".DS_Store", "._page.html", ".goutputstream-AB12CD", ".page.html.Xy12Zt", ".~lock.a.odt#",
        ".syncthing.page.html.tmp", ".stfolder",
    ])
    func `leaves hidden names alone`(name: String) {
        #expect(NameRules().leave(FileName(name)) == .hidden)
    }

    @Test(arguments: [
        "page.html", "Report - nytimes.com", "In part", "Unconfirmed reports of a dam", "tmp",
        "part.html",
        "download", "4914", "The backup", "A sb-talk", "Zone.Identifier", "#1 in polls",
        "upload.txt", "~", "no.bak.html",
    ])
    func `takes other names for documents`(name: String) {
        #expect(NameRules().leave(FileName(name)) == nil)
    }

    @Test func `leaves alone what is configured, whatever the case`() throws {
        let rules = NameRules(ignore: [try #require(GlobPattern("draft-*"))])
        #expect(rules.leave(FileName("Draft-7.html"))?.why == "[spool] ignore has \"draft-*\"")
        #expect(rules.leave(FileName("my draft-7.html")) == nil)
    }

    /// The page for people is to say the same.
    @Test func `stands in the README of the spool`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../spool/README.md")
        let text = try String(contentsOf: path, encoding: .utf8).lowercased()
        let words =
            NameRules.temporarySuffixes + NameRules.temporaryPrefixes + NameRules.litterPrefixes
            + NameRules.litterEndings + NameRules.litterSuffixes + NameRules.probes
            + NameRules.litterNames.filter { $0.allSatisfy(\.isASCII) && !$0.hasSuffix("\r") }
        for word in words {
            #expect(
                text.contains("`\(word.trimmingCharacters(in: .whitespaces))`"), "\(word)")
        }
    }
}
