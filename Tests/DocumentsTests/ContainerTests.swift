import BriefModel
import Hashing
import Packing
import Testing

@testable import Documents

@Suite struct ContainerTests {
    private let page = "<html><body><p>The ferry ran aground at noon.</p></body></html>"

    private func parts(
        _ bytes: [UInt8], _ name: String, limits: UnpackLimits = .standard
    ) throws -> UnpackedFile {
        try DocumentUnpacker(limits: limits).parts(
            of: bytes, name: name, promised: DocumentFormat(name: name))
    }

    private func refusal(
        _ bytes: [UInt8], _ name: String, limits: UnpackLimits = .standard
    ) -> DocumentsError.Code? {
        do {
            _ = try parts(bytes, name, limits: limits)
            return nil
        } catch {
            return (error as? DocumentsError)?.code
        }
    }

    @Test func `takes pages and texts out of a ZIP archive, with folders as tags`() throws {
        var zip = ZIPBuilder()
        zip.add("harbour/2026/", "")
        zip.add("harbour/2026/page.html", page)
        zip.add("note.txt", "A note.", isDeflated: false)
        zip.add("picture.png", [0x89, 0x50, 0x4E, 0x47])
        zip.add("__MACOSX/._note.txt", "x")
        let file = try parts(zip.bytes, "a.zip")
        #expect(file.parts.map(\.name) == ["harbour/2026/page.html", "note.txt"])
        #expect(file.parts.map(\.type) == [.html, .text])
        #expect(file.parts[0].tags == ["harbour", "2026"])
        #expect(file.parts[0].bytes == Array(page.utf8))
        #expect(file.leftOut.map(\.name) == ["picture.png"] && !file.leftOut[0].isMissed)
    }

    @Test func `takes them out of tar, compressed or not`() throws {
        var tar = TarBuilder()
        let long = String(repeating: "deep/", count: 30) + "page.html"
        tar.add("a/page.html", page)
        tar.add(long, page)
        tar.add("device", [], type: "3")
        for (bytes, name) in [
            (tar.finished, "a.tar"), (Gzip.compress(tar.finished), "a.tar.gz"),
            (Gzip.compress(tar.finished), "a.tgz"), (tar.bytes, "unnamed"),
        ] {
            let file = try parts(bytes, name)
            #expect(file.parts.map(\.name) == ["a/page.html", long], "\(name)")
        }
    }

    @Test(arguments: Compression.allCases)
    func `takes off compressions whatever the names say`(one: Compression) throws {
        let suffix = DocumentFormat(rawValue: one.rawValue)?.suffixes[0] ?? ""
        var tar = TarBuilder()
        tar.add("in.html.\(suffix)", one.packed(Array(page.utf8)))
        tar.add("unsaid.html", one.packed(Array(page.utf8)))
        tar.add("liar.html.gz", one.packed(Array(page.utf8)))
        var zip = ZIPBuilder()
        zip.add("inner.tar.\(suffix)", one.packed(tar.finished))
        let file = try parts(one.packed(zip.bytes), "all.zip.\(suffix)")
        #expect(file.parts.count == 3 && file.leftOut.isEmpty, "\(file.leftOut)")
        #expect(file.parts.allSatisfy { $0.type == .html && $0.bytes == Array(page.utf8) })
        let cut = one.packed(tar.finished)
        #expect(refusal(Array(cut.prefix(cut.count / 2)), "a.tar.\(suffix)") == .damaged)
        let thrice = one.packed(one.packed(one.packed(Array(page.utf8))))
        #expect(refusal(thrice, "a.html.\(suffix)") == .nothingReadable)
    }

    @Test(arguments: Compression.allCases)
    func `lets no bomb of a compression go off`(one: Compression) {
        let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
        let bomb = one.packed(zeros)
        #expect(refusal(bomb, "a.html", limits: UnpackLimits(file: 1 << 20)) == .tooLarge)
        let twice = one.packed(one.packed([UInt8](repeating: 0x20, count: 40 << 20)))
        #expect(refusal(twice, "a.html", limits: UnpackLimits(file: 1 << 20)) == .tooLarge)
    }

    @Test func `goes two archives deep, and names what lies deeper`() throws {
        var inner = ZIPBuilder()
        inner.add("page.html", page)
        var middle = ZIPBuilder()
        middle.add("inner.zip", inner.bytes)
        middle.add("middle.html", page)
        var outer = ZIPBuilder()
        outer.add("middle.zip", middle.bytes)
        let file = try parts(outer.bytes, "outer.zip")
        #expect(file.parts.map(\.name) == ["middle.zip/middle.html"])
        #expect(file.leftOut.map(\.name) == ["middle.zip/inner.zip"])
    }

    @Test func `leads names with dots nowhere`() throws {
        var zip = ZIPBuilder()
        let names = [
            "../../etc/cron.d/a.html", "/absolute/b.html", "c\u{0}d.html",
            String(repeating: "x", count: 4_096) + ".html", "same.html", "same.html",
        ]
        for name in names { zip.add(name, page) }
        let file = try parts(zip.bytes, "a.zip")
        #expect(file.parts.count == 6)
        // Two of one name are two, and know their kind.
        #expect(Set(file.parts.map(\.name)).count == 6)
        #expect(file.parts.last?.name == "same (2).html")
        for part in file.parts {
            #expect(!part.name.contains("..") && !part.name.hasPrefix("/"))
            #expect(!part.name.contains("\0") && part.name.utf8.count <= 1_100)
            #expect(!part.tags.contains(".."))
        }
    }

    @Test func `says what is encrypted`() throws {
        var zip = ZIPBuilder()
        zip.add(ZIPBuilder.Entry(name: Array("a.html".utf8), content: [1], isEncrypted: true))
        #expect(refusal(zip.bytes, "a.zip") == .encrypted)
        zip.add("b.html", page)
        let file = try parts(zip.bytes, "a.zip")
        #expect(file.parts.count == 1 && file.leftOut.first?.isMissed == true)
    }

    @Test func `never believes a claim of size`() throws {
        var zip = ZIPBuilder()
        zip.add(
            ZIPBuilder.Entry(name: Array("a.html".utf8), content: [0x41], claimed: 0xFFFF_FFFE))
        let file = try parts(zip.bytes, "a.zip")
        #expect(file.parts.first?.bytes == [0x41])
    }

    @Test func `ends with a reason wherever an archive is cut off`() throws {
        var zip = ZIPBuilder()
        for index in 0..<5 { zip.add("page\(index).html", page) }
        let whole = zip.bytes
        for length in stride(from: 4, to: whole.count - 1, by: 7) {
            #expect(refusal(Array(whole.prefix(length)), "a.zip") == .damaged, "\(length)")
        }
        var tar = TarBuilder()
        for index in 0..<5 { tar.add("page\(index).html", page) }
        // At the end of a file nothing tells that others followed.
        for length in stride(from: 600, to: tar.bytes.count, by: 101)
        where length % 1_024 != 0 {
            #expect(refusal(Array(tar.bytes.prefix(length)), "a.tar") == .damaged, "\(length)")
        }
        let gz = Gzip.compress(tar.finished)
        #expect(refusal(Array(gz.prefix(gz.count / 2)), "a.tar.gz") == .damaged)
    }

    @Test func `finds damage by the checksum`() throws {
        var zip = ZIPBuilder()
        zip.add(ZIPBuilder.Entry(name: Array("a.html".utf8), content: [0x41], checksum: 7))
        #expect(refusal(zip.bytes, "a.zip") == .damaged)
    }

    @Test func `lets no bomb go off`() throws {
        let zeros = [UInt8](repeating: 0x20, count: 4 << 20)
        var limits = UnpackLimits(file: 4 << 20)
        #expect(limits.total == 32 << 20)
        var zip = ZIPBuilder()
        for index in 0..<9 { zip.add("\(index).html", zeros) }
        #expect(throws: DocumentsError.self) { try self.parts(zip.bytes, "a.zip", limits: limits) }
        limits.file = 1 << 20
        let small = try? parts(zip.bytes, "a.zip", limits: limits)
        #expect(small == nil)
        let file = UnpackLimits(file: 1 << 20)
        var one = ZIPBuilder()
        one.add("a.html", zeros)
        one.add("b.html", page)
        let left = try parts(one.bytes, "a.zip", limits: file)
        #expect(left.parts.map(\.name) == ["b.html"] && left.leftOut.map(\.name) == ["a.html"])
        var many = ZIPBuilder()
        for index in 0..<10_001 { many.add("\(index).html", "x", isDeflated: false) }
        #expect(refusal(many.bytes, "a.zip") == .tooLarge)
    }

    @Test func `hands large files over in turns, and everything once`() throws {
        var limits = UnpackLimits(file: 1 << 20)
        limits.turn = 1_000
        var zip = ZIPBuilder()
        for index in 0..<20 { zip.add("\(index).html", page + String(repeating: "x", count: 200)) }
        var names: [String] = []
        var next: Int? = 0
        while let first = next {
            let file = try DocumentUnpacker(limits: limits).parts(
                of: zip.bytes, name: "a.zip", promised: .zip, from: first)
            names += file.parts.map(\.name)
            next = file.next
            #expect(file.parts.reduce(0) { $0 + $1.bytes.count } <= 1_300)
        }
        #expect(names == (0..<20).map { "\($0).html" })
    }

    @Test func `takes a file for its own only document where it holds none`() throws {
        let file = try parts(Array(page.utf8), "page.zip")
        #expect(file.parts.map(\.name) == [""] && file.parts[0].format == nil)
        let gz = try parts(Gzip.compress(Array(page.utf8)), "page.html.gz")
        #expect(gz.parts.map(\.type) == [.html])
    }

    private func mail(_ note: String, attached: [String]) -> [UInt8] {
        var text =
            "From: Ada Marl <ada@paper.example>\nSubject: Fwd: The ferry\nMIME-Version: 1.0\n"
        text +=
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n\(note)\n"
        for inner in attached {
            text += "--b\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n"
            text += "From: Ben Orr <ben@paper.example>\nSubject: The ferry\n\n\(inner)\n"
        }
        return Array((text + "--b--\n").utf8)
    }

    @Test func `takes the message that hangs below a few words, and these with more than one`()
        throws
    {
        let tale = "The ferry ran aground at noon, and was off again at two."
        let one = try parts(mail("Worth a read.", attached: [tale]), "a.eml")
        #expect(one.parts.count == 1)
        #expect(one.parts.allSatisfy { String(decoding: $0.bytes, as: UTF8.self).contains(tale) })
        #expect(
            one.parts.allSatisfy { !String(decoding: $0.bytes, as: UTF8.self).contains("Worth") })
        #expect(try parts(mail("Worth a read.", attached: [tale, tale]), "a.eml").parts.count == 3)
        let letter = String(repeating: "I have been to the quay and back again. ", count: 4)
        #expect(try parts(mail(letter, attached: [tale]), "a.eml").parts.count == 2)
        // One that cannot be read leaves the words.
        #expect(try parts(mail("Worth a read.", attached: [""]), "a.eml").parts.count == 1)
    }
}
