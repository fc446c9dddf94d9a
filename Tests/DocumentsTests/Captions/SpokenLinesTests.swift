import Testing

@testable import Documents

@Suite struct SpokenLinesTests {
    @Test(arguments: [
        "Ada Marl 0:00\nGood morning.\nThe boats are in.\n\nBen 1:02:03\nThank you.",
        "Ada Marl:\n0:00\nGood morning.\nThe boats are in.\nBen:\n00:12\nThank you.",
        "Ada Marl: 0:00\n\nGood morning.\nThe boats are in.\n\nBen: 0:12\n\nThank you.",
        "[00:00:00.000] Ada Marl: Good morning.\nThe boats are in.\n[00:00:12] Ben: Thank you.",
        "(0:00) Ada Marl: Good morning.\nThe boats are in.\n\n(0:12) Ben: Thank you.",
        "Ada Marl (0:00): Good morning.\nThe boats are in.\nBen (0:12): Thank you.",
        "Ada Marl [00:00:00] Good morning.\nThe boats are in.\n\nBen [00:00:12] Thank you.",
        "Ada Marl [0:00]\r\nGood morning.\r\nThe boats are in.\r\n\r\nBen [0:12]\r\nThank you.\r\n",
        "ADA MARL\u{00A0}0:00\nGood morning.\nThe boats are in.\n0:12\nBen: Thank you.",
    ])
    func `names who speaks before what is said, and leaves out times`(text: String) {
        let said = SpokenLines(text).paragraphs.map { $0.lowercased() }
        #expect(said == ["ada marl: good morning. the boats are in.", "ben: thank you."])
    }

    @Test(arguments: [
        // One time says nothing, and times that go back are no clock of a recording.
        "10:15 is when the ferry leaves.",
        "10:15 is late.\n\n9:30 is early.",
        "Agent 99: Hello.\n\n1:2 is a score.\n\n3:4 too.",
    ])
    func `keeps times that are spoken`(text: String) {
        #expect(
            SpokenLines(text).paragraphs
                == text.split(separator: "\n\n").map(String.init))
    }

    @Test func `keeps a title and the paragraphs of one speaker`() {
        let text =
            "The harbour hour, part 2\n\nAda 0:00\nGood morning.\n\nMore of it.\n\nBen 0:10\nBye."
        #expect(
            SpokenLines(text).paragraphs == [
                "The harbour hour, part 2", "Ada: Good morning.", "More of it.", "Ben: Bye.",
            ])
    }

    @Test(arguments: ["", "\n \n", "Ada 0:00\nBen 0:10\n"])
    func `says nothing where nothing is said`(text: String) {
        #expect(SpokenLines(text).paragraphs.isEmpty)
        #expect(Transcript(lines: text) == nil)
    }
}
