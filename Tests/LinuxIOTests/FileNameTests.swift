import LinuxIO
import Testing

@Suite struct FileNameTests {
    @Test(arguments: [
        Array("plain.txt".utf8), Array("Über/Größe.md".utf8), Array("two\nlines\t\u{1B}[31m".utf8),
        [0x62, 0xE9, 0xFF, 0x2E, 0x74], [0xE2, 0x82], Array("back\\slash \\x41 \\\\".utf8),
        Array("\u{202E}gpj.exe".utf8), [0xF0, 0x9F, 0x98, 0x80, 0x80], Array("-rf".utf8),
    ])
    func `the printable form gives the same bytes back`(bytes: [UInt8]) {
        let name = FileName(bytes: bytes)
        #expect(FileName(printable: name.printable) == name)
        let isHarmless = name.printable.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0x202E
        }
        #expect(isHarmless)
    }

    @Test func `text stands as it is`() {
        #expect(FileName("Größe 5.md").printable == "Größe 5.md")
        #expect(FileName(bytes: [0x61, 0xFF]).printable == "a\\xFF")
    }

    @Test func `parts a path`() {
        let path = FileName("a/b/c.txt")
        #expect(path.parent == FileName("a/b"))
        #expect(path.last == FileName("c.txt"))
        #expect(path.components == [FileName("a"), FileName("b"), FileName("c.txt")])
        #expect(FileName("c").parent == .none)
        #expect(FileName.none.appending(FileName("c")) == FileName("c"))
    }
}
