import BriefModel
import Foundation
import Testing

@Suite struct JSONObjectTests {
    private struct Sample: Encodable {
        var list: [String]
        var no: String?
        var quality: Double
        var text: String
        var whole: Int
        var yes: Bool

        private enum Key: String, CodingKey { case list, no, quality, text, whole, yes }

        func encode(to encoder: any Encoder) throws {
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(list, forKey: .list)
            try members.encode(no, forKey: .no)
            try members.encode(quality, forKey: .quality)
            try members.encode(text, forKey: .text)
            try members.encode(whole, forKey: .whole)
            try members.encode(yes, forKey: .yes)
        }
    }

    private func written(_ sample: Sample) -> [UInt8] {
        var json = JSONObject()
        json.add("list", sample.list)
        json.add("no", sample.no)
        json.add("quality", sample.quality)
        json.add("text", sample.text)
        json.add("whole", sample.whole)
        json.add("yes", sample.yes)
        return json.finished()
    }

    @Test(arguments: [0, 1, 0.95, 0.001, 0.5, 1e-7])
    func `writes what the encoder of Foundation writes`(quality: Double) throws {
        let all = String(String.UnicodeScalarView((0..<0x7F).compactMap { Unicode.Scalar($0) }))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for text in ["", all, "Möwe \u{1F426} \u{2028}", "</script>"] {
            let sample = Sample(
                list: text.isEmpty ? [] : [text, "b"], no: quality > 0.9 ? text : nil,
                quality: quality, text: text, whole: -3, yes: quality == 1)
            #expect(written(sample) == [UInt8](try encoder.encode(sample)))
        }
    }

    @Test func `escapes what erases, as a terminal may obey it`() throws {
        var json = JSONObject()
        json.add("a", "x\u{7F}y")
        let bytes = json.finished()
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":"x\u007fy"}"#)
    }

    @Test(arguments: [0, 1, 62, 63, 64, 65, 200])
    func `escapes what needs it wherever it stands`(place: Int) throws {
        for mark in ["\"", "\\", "\n", "\u{7F}", "\u{1B}"] {
            let text =
                String(repeating: "é", count: place / 2) + String(repeating: "a", count: place % 2)
                + mark
            var json: [UInt8] = []
            json.append(json: text + text)
            let read = try JSONDecoder().decode([String].self, from: Data([0x5B] + json + [0x5D]))
            #expect(read == [text + text])
            #expect(Array(text.utf8).span.placeOfJSONMark(from: 0) == place)
            #expect(Array(text.utf8).span.placeOfJSONMark(from: place + 1) == place + 1)
        }
    }
}
