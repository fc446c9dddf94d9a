import Testing

@testable import BriefModel

@Suite struct EnclosureTests {
    @Test(arguments: [
        (Enclosure(url: "https://a.example/1.mp3"), "https://a.example/1.mp3"),
        (
            Enclosure(url: "https://a.example/1.mp3", type: "audio/mpeg", length: "12"),
            "https://a.example/1.mp3 audio/mpeg 12"
        ),
        (
            Enclosure(url: "https://a.example/1.jpg", title: "A  pier - at dawn"),
            "https://a.example/1.jpg - - A  pier - at dawn"
        ),
        (Enclosure(url: "https://a.example/1", length: "7"), "https://a.example/1 - 7"),
    ])
    func `is written as one line and read back`(enclosure: Enclosure, line: String) {
        #expect(enclosure.line == line)
        #expect(Enclosure(line: line) == enclosure)
    }

    @Test func `is no line without an address`() {
        #expect(Enclosure(line: " ") == nil)
    }
}
