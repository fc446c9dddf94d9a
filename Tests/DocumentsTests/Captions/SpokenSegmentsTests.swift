import Testing

@testable import Documents

@Suite struct SpokenSegmentsTests {
    private func html(_ json: String) -> String? {
        Transcript(Array(json.utf8), isProse: false)?.html
    }

    @Test func `puts sentences of a speaker together and names each speaker where he begins`() {
        let json = """
            {"version": "1.0.0", "segments": [
              {"speaker": "Ada", "startTime": 0.5, "endTime": 2, "body": "Good morning."},
              {"speaker": "Ada", "startTime": 2, "endTime": 4.75, "body": " The <boats> are in. "},
              {"speaker": "Ben", "startTime": 5, "endTime": 6, "body": "Thank you."}]}
            """
        #expect(
            html(json)
                == "<p><strong>Ada:</strong> Good morning. The &lt;boats&gt; are in.</p>\n"
                + "<p><strong>Ben:</strong> Thank you.</p>\n")
    }

    @Test func `joins segments of a word each, marks without a blank`() {
        let words = ["No", ",", "no", "boats", "today", "."].enumerated().map { place, word in
            "{\"speaker\":\"Ada\",\"startTime\":\(place),\"endTime\":\(place).9,\"body\":\"\(word)\"}"
        }
        #expect(
            html("{\"segments\":[\(words.joined(separator: ","))]}")
                == "<p><strong>Ada:</strong> No, no boats today.</p>\n")
    }

    @Test(arguments: [
        "[{\"body\": \"Nine boats.\"}]",
        "\u{FEFF} {\"segments\": [{\"speaker\": \" \", \"startTime\": \"0\", \"body\": \"Nine\"},"
            + "{\"speaker\": null, \"startTime\": null, \"text\": \"boats.\"}, {\"body\": \" \"}]}",
        "{\"segments\": [{\"speaker\": 7, \"startTime\": {}, \"body\": \"Nine boats.\"}]}",
    ])
    func `takes words whatever is wrong with times and names`(json: String) {
        #expect(html(json) == "<p>Nine boats.</p>\n")
    }

    @Test(arguments: [
        "{}", "[]", "{\"segments\": []}", "{\"segments\": [{}]}", "{\"error\": \"not found\"}",
        "{\"segments\": [{\"body\": \"cut", "[1, 2]", "{\"segments\": \"none\"}",
    ])
    func `is no transcript without words, or where it is cut`(json: String) {
        #expect(html(json) == nil)
    }

    @Test func `is told by its bytes, whatever was promised`() {
        let json = Array("{\"segments\": [{\"body\": \"Nine boats.\"}]}".utf8)
        #expect(Transcript(json, isProse: true)?.html == "<p>Nine boats.</p>\n")
        let captions = Array("WEBVTT\n\n00:01.000 --> 00:02.000\nNine boats.\n".utf8)
        #expect(Transcript(captions, isProse: false)?.html == "<p>Nine boats.</p>\n")
        // Lines for people may begin with a bracket.
        let lines = Array("[00:01] Ada: Nine boats.\n[00:09] Ben: Ten.\n".utf8)
        #expect(
            Transcript(lines, isProse: true)?.html
                == "<p>Ada: Nine boats.</p>\n<p>Ben: Ten.</p>\n")
        // An answer for programs is nothing that is said.
        #expect(Transcript(Array("{\"error\": \"not found\"}".utf8), isProse: true) == nil)
    }
}
