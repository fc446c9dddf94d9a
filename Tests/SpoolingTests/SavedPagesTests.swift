import Foundation
import LinuxIO
import Testing

@testable import Spooling

@Suite struct SavedPagesTests {
    @Test(arguments: [
        "Page_files", "Page_Files", "Page-Dateien", "Page_fichiers", "Page_elemei", "Page_dosyalar",
        "Page_datoteke", "Page_fitxers", "Page_failid", "Page_fails", "Page_bylos", "Page_fajlovi",
        "Page_fitxategiak", "Page_súbory", "Page_su\u{301}bory", "Page_файлы", "Page_ФАЙЛИ",
        "Page_αρχεία", "Page_קבצים",
        "Page_ملفات", "Page_ファイル", "Page_文件", "Page_檔案", "Page_파일", "Page_ไฟล์", "Page.files",
        "Page-filer",
    ])
    func `knows the folder of a page in many languages`(folder: String) {
        #expect(
            SavedPages.folder(of: FileName("Page.html"), among: [FileName(folder)])
                == FileName(folder))
    }

    @Test(arguments: [
        "Page_2026", "tax-files", "_files", "Page files", "Pages_files", "Page_texts",
    ])
    func `does not take other folders for one`(folder: String) {
        #expect(
            SavedPages.folder(of: FileName("Page.html"), among: [FileName(folder)]) == nil)
    }

    @Test(arguments: [
        ("Zu\u{308}rich.html", "Z\u{FC}rich_files"), ("Z\u{FC}rich.html", "Zu\u{308}rich_Dateien"),
        ("page.HTM", "Page_files"), ("Report - nytimes.com", "Report - nytimes.com_files"),
        ("Page.html", "Page.html_files"), ("Page.html.gz", "Page_files"),
    ])
    func `compares names as people do`(page: String, folder: String) {
        #expect(
            SavedPages.folder(of: FileName(page), among: [FileName(folder)]) == FileName(folder))
    }

    @Test func `takes the folder that fits to the letter before others`() {
        let folders = ["page_files", "Page_files", "PAGE_files"].map { FileName($0) }
        #expect(
            SavedPages.folder(of: FileName("Page.html"), among: folders) == FileName("Page_files"))
    }

    @Test func `a folder follows its page to another name`() {
        let name = SavedPages.renamed(
            FileName("Zu\u{308}rich_Dateien"), toFit: FileName("Z\u{FC}rich (2).html"))
        #expect(name == FileName("Z\u{FC}rich (2)_Dateien"))
    }

    private let fixture: SpoolFixture

    init() throws { fixture = try SpoolFixture() }

    @Test func `never files the folder of a page that came before`() throws {
        try fixture.drop("Page_Dateien/saved_resource.html", "<p>Advertisement</p>")
        try fixture.drop("Page_Dateien/style.css", "p {}")
        for second in stride(from: 0.0, to: 60, by: 5) {
            let scan = try fixture.spool.scan(now: fixture.at(second))
            #expect(scan.ready.isEmpty && scan.quarantined.isEmpty && scan.notTaken.isEmpty)
        }
        let listed = try fixture.spool.list(all: false).entries
        #expect(Set(listed.map(\.standing)) == [.notTaken])
        #expect(listed.count == 2)
        #expect(listed.first?.reason?.contains("no such page") == true)
        #expect(try fixture.spool.counts().notTaken == 2)
        try fixture.drop("Page.html", "<p>Words</p>")
        let ready = try fixture.settled(at: 70).ready
        #expect(ready.map(\.name) == ["Page.html"])
        for item in ready {
            try fixture.spool.claim(item, now: fixture.at(72)).finish(now: fixture.at(72))
        }
        #expect(!fixture.exists("incoming/Page_Dateien"))
        #expect(try fixture.spool.counts() == SpoolCounts())
    }

    @Test(arguments: ["Page_files", "Page_文件", "Pag\u{65}_FILES"])
    func `a folder that comes after its page has left goes too`(folder: String) throws {
        try fixture.drop("a/Page.html", "<p>Words</p>")
        try fixture.claimOne().finish(now: fixture.at(2))
        try fixture.drop("a/\(folder)/saved_resource.html", "<p>Advertisement</p>")
        try fixture.drop("a/\(folder)/deep/style.css", "p {}")
        _ = try fixture.spool.scan(now: fixture.at(60))
        #expect(fixture.exists("incoming/a/\(folder)/deep/style.css"), "it may still be growing")
        let scan = try fixture.spool.scan(now: fixture.at(71))
        #expect(scan.ready.isEmpty && scan.quarantined.isEmpty)
        #expect(!fixture.exists("incoming/a/\(folder)"))
        #expect(fixture.exists("incoming/a"))
    }

    @Test(arguments: ["Page", "Seite \u{fc}ber\tTab", "\u{6587}\n\u{7ae0}", "back\\slash"])
    func `a folder that comes after a restart goes with its page too`(page: String) throws {
        try fixture.drop("a b/\(page).html", "<p>Words</p>")
        try fixture.claimOne().finish(now: fixture.at(2))
        try fixture.drop("b/Other.html", "<p>Words</p>")
        try fixture.restart(at: 10)
        try fixture.drop("a b/\(page)_files/frame.html", "<p>Advertisement</p>")
        try fixture.drop("a b/Other_files/frame.html", "<p>Advertisement</p>")
        try fixture.drop("Third_files/frame.html", "<p>Advertisement</p>")
        for second in [60.0, 71, 82] { _ = try fixture.spool.scan(now: fixture.at(second)) }
        #expect(!fixture.exists("incoming/a b/\(page)_files"))
        #expect(fixture.exists("incoming/a b/Other_files"))
        #expect(fixture.exists("incoming/Third_files"))
    }

    @Test(arguments: [4_000.0, 90_000])
    func `a folder that comes too long after its page is listed, also after a restart`(
        later: Double
    ) throws {
        try fixture.drop("Page.html", "<p>Words</p>")
        try fixture.claimOne().finish(now: fixture.at(2))
        try fixture.restart(at: later)
        try fixture.drop("Page_files/frame.html", "<p>Advertisement</p>")
        for second in [50.0, 61, 72] { _ = try fixture.spool.scan(now: fixture.at(later + second)) }
        #expect(fixture.exists("incoming/Page_files/frame.html"))
        #expect(try fixture.spool.counts().notTaken == 1)
    }

    @Test(
        arguments: [
            "", "12\n\n\t\t\n9e9\ta\tb\n-1\ta\tb\n", "\u{0}\u{1}", "99999999999999999999\ta\tb",
        ])
    func `a list of filed pages that cannot be read stops nothing`(text: String) throws {
        try fixture.restart(at: 1)
        try Data(text.utf8).write(to: fixture.url(".filed-pages"))
        try fixture.restart(at: 10)
        try fixture.drop("Page.html", "<p>Words</p>")
        let ready = try fixture.settled(at: 70).ready
        #expect(ready.map(\.name) == ["Page.html"])
    }

    @Test func `does not remove a late folder in which somebody writes`() throws {
        try fixture.drop("Page.html", "<p>Words</p>")
        try fixture.claimOne().finish(now: fixture.at(2))
        try fixture.drop("Page_files/style.css", "p {}")
        let writer = try FileHandle(
            forWritingTo: fixture.url("incoming/Page_files/style.css"))
        for second in [60.0, 80, 100] { _ = try fixture.spool.scan(now: fixture.at(second)) }
        #expect(fixture.exists("incoming/Page_files/style.css"))
        try writer.close()
    }

    @Test func `files what people keep in a folder of such a name`() throws {
        try fixture.drop("tax_files/letter.txt")
        try fixture.drop("tax_files/office.html", "<p>Words</p>")
        _ = try fixture.spool.scan(now: fixture.at(0))
        let names = try fixture.spool.scan(now: fixture.at(11)).ready.map(\.name).sorted()
        #expect(names == ["tax_files/letter.txt", "tax_files/office.html"])
    }
}
