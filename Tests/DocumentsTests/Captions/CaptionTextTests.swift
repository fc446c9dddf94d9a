import BriefModel
import Testing
import Workers

@testable import Documents

@Suite struct CaptionTextTests {
    private func paragraphs(_ text: String) -> [CaptionText.Paragraph]? {
        CaptionText(text)?.paragraphs
    }

    private func words(_ text: String) -> [String]? { paragraphs(text)?.map(\.text) }

    @Test func `makes paragraphs of voices and names each where it begins`() {
        let text = """
            WEBVTT - The harbour hour
            Kind: captions

            STYLE
            ::cue { color: white }

            NOTE Nobody says this.

            intro
            00:00.000 --> 00:02.000 align:start position:0%
            <v Ada Marl>Good morning, and <i>welcome</i>

            2
            00:02.000 --> 00:04.000
            to the harbour &amp; its <c.yellow>ferries</c>.

            00:04.000 --> 00:07.000
            <v.loud Ben Tarn>Thank <00:05.000>you</v>
            """
        #expect(
            paragraphs(text) == [
                .init(
                    speaker: "Ada Marl",
                    text: "Good morning, and welcome to the harbour & its ferries."),
                .init(speaker: "Ben Tarn", text: "Thank you"),
            ])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `reads SubRip with any line ends, without numbers, styles and places`(end: String) {
        let text = [
            "1", "00:00:01,000 --> 00:00:02,500", "{\\an8}<font color=\"red\">- Is it late?</font>",
            "- It is.", "", "2", "00:00:02,600 --> 00:00:04,000", "Then 12", "3",
            "00:00:04,000 --> 00:00:05,000", "ANNA: boats", "1984", "",
        ].joined(separator: end)
        #expect(words(text) == ["- Is it late?", "- It is. Then 12", "ANNA: boats 1984"])
    }

    @Test func `says each line of rolling captions once, and what is said twice, twice`() {
        let rolling = """
            WEBVTT

            00:00.000 --> 00:02.000
            the ferry leaves

            00:02.000 --> 00:02.010
            the ferry leaves

            00:02.010 --> 00:04.000
            the ferry leaves
            at nine today

            00:04.000 --> 00:04.010
            at nine today

            00:04.010 --> 00:06.000
            at nine today
            from the quay
            """
        #expect(words(rolling) == ["the ferry leaves at nine today from the quay"])
        let spoken = """
            WEBVTT

            00:00.000 --> 00:01.000
            No.

            00:01.000 --> 00:02.000
            No.

            00:02.000 --> 00:03.000
            Never.
            """
        #expect(words(spoken) == ["No. No. Never."])
    }

    @Test func `begins a paragraph after a pause, and with a sentence after many words`() {
        let cues = (0..<40).map { number in
            "\(number / 60):\(number % 60).000 --> \(number / 60):\(number % 60).900\nLine \(number) has five words."
        }
        #expect(
            words(cues.joined(separator: "\n\n"))?.map { $0.split(separator: " ").count } == [
                80, 80, 40,
            ])
        let paused = "0:01.0 --> 0:02.0\nBefore the song.\n\n0:30.0 --> 0:31.0\nAfter it."
        #expect(words(paused) == ["Before the song.", "After it."])
    }

    @Test(arguments: [
        "", "WEBVTT", "WEBVTT\n\nNOTE nothing", "a --> b\nwords", "x\n1:00 --> \nwords",
    ])
    func `is none without a cue`(text: String) {
        #expect(CaptionText(text) == nil)
    }

    @Test func `keeps what only looks like a tag`() {
        #expect(
            words("0:01.0 --> 0:02.0\nif a < b and <your name> > 2") == [
                "if a < b and <your name> > 2"
            ])
    }

    @Test func `is read when it is dropped, by its name or its first word`() throws {
        let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Nine boats.\n"
        let unpacker = DocumentUnpacker()
        #expect(unpacker.format(of: Array(text.utf8), promised: .text) == .captions)
        #expect(unpacker.format(of: Array(text.utf8), promised: .html) == nil)
        let document = try unpacker.document(in: Array(text.utf8), as: .captions)
        let html = String(decoding: document.bytes, as: UTF8.self)
        #expect(html.contains("<p><strong>Ada:</strong> Nine boats.</p>"))
        #expect(throws: DocumentsError.self) {
            try unpacker.document(in: Array("No time anywhere.".utf8), as: .captions)
        }
    }

    @Test(arguments: [
        ("WEBVTT - The harbour hour", "The harbour hour", nil),
        ("\u{FEFF}WEBVTT\tThe  harbour hour", "The harbour hour", nil),
        ("WEBVTT\nKind: captions\nLanguage: de-AT", nil, "de-AT"),
        ("WEBVTT\r\nTitle: The harbour: an hour\r\nLanguage:", "The harbour: an hour", nil),
        ("WEBVTT\n\nNOTE\nTitle: Nothing of it", nil, nil), ("WEBVTT -", nil, nil), ("1", nil, nil),
    ])
    func `takes title and language from what stands above the cues`(
        header: String, title: String?, language: String?
    ) throws {
        let text = header + "\n\n00:01.000 --> 00:02.000\nNine boats.\n"
        let document = try DocumentUnpacker().document(in: Array(text.utf8), as: .captions)
        #expect(document.known.title == title)
        #expect(document.known.language == language)
    }

    @Test func `takes a plain transcript with its turns, and no page for one`() {
        let text = "ANNA: Good morning.\nIt is nine.\nBEN: Thank you.\n\nThe end."
        #expect(
            Transcript(Array(text.utf8), isProse: true)?.html
                == "<p>ANNA: Good morning. It is nine.</p>\n<p>BEN: Thank you.</p>\n<p>The end.</p>\n"
        )
        #expect(Transcript(Array(text.utf8), isProse: false) == nil)
        for page in ["<!DOCTYPE html><p>Not found", "\n <html>", ""] {
            #expect(Transcript(Array(page.utf8), isProse: true) == nil)
        }
    }
}
