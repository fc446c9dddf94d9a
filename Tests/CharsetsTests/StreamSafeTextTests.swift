import Testing

@testable import Charsets

@Suite struct StreamSafeTextTests {
    /// The longest row of nonstarters, decomposed.
    private func longestRow(_ text: String) -> Int {
        var longest = 0
        var row = 0
        for scalar in text.unicodeScalars {
            let isMark = scalar.properties.canonicalCombiningClass != .notReordered
            let count = [0x344, 0xF73, 0xF75, 0xF81].contains(scalar.value) ? 2 : isMark ? 1 : 0
            row = count == 0 ? 0 : row + count
            longest = max(longest, row)
        }
        return longest
    }

    private static let marks = [
        "\u{301}", "\u{323}", "\u{5B0}", "\u{64B}", "\u{93C}", "\u{F73}", "\u{344}", "\u{3099}",
        "\u{20D0}", "\u{FE20}", "\u{1D165}", "\u{1E8D0}", "\u{E38}",
    ]

    @Test(arguments: marks) func `no more than thirty marks stand in a row`(_ mark: String) {
        for offset in 0..<70 {
            for count in [15, 16, 29, 30, 31, 60, 61, 200] {
                let text =
                    String(repeating: "x", count: offset) + String(repeating: mark, count: count)
                    + "y"
                let mended = StreamSafeText.mended(text)
                #expect(longestRow(mended) <= 30, "\(count) after \(offset)")
                // Nothing is taken away.
                let rest = mended.unicodeScalars.filter { $0.value != 0x34F }
                #expect(rest.elementsEqual(text.unicodeScalars))
                if longestRow(text) <= 30 { #expect(mended.utf8.elementsEqual(text.utf8)) }
            }
        }
    }

    @Test func `rows that grow piece by piece are bounded too`() {
        for size in [1, 2, 7, 30, 31] {
            let piece = Array(String(repeating: "\u{301}", count: size).utf8)
            var text = Array("a".utf8)
            for _ in 0..<40 {
                let start = text.count
                text += piece
                StreamSafeText.mend(&text, from: start)
                #expect(longestRow(String(decoding: text, as: UTF8.self)) <= 30)
            }
            let again = text
            StreamSafeText.mend(&text)
            #expect(text == again)
        }
    }

    @Test func `text of any language stays as it is`() {
        let texts = [
            "Tiếng Việt có nhiều dấu thanh", "हिन्दी में लिखा हुआ पाठ", "שָׁלוֹם עֲלֵיכֶם", "بِسْمِ اللَّهِ",
            "แสดงผลภาษาไทยที่ถูกต้อง", "中文不会改变任何东西", "한국어도 그대로 남는다",
        ]
        for text in texts {
            let long = String(repeating: text, count: 50)
            #expect(StreamSafeText.mended(long).utf8.elementsEqual(long.utf8))
        }
    }

    @Test func `bytes that are no UTF-8 do no harm`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var bytes =
                (0..<300).map { _ in
                    [0xCC, 0x81, 0xCD, 0xE0, 0xF0, 0x80, 0xFF, 0x41].randomElement(
                        using: &generator)
                        ?? 0
                } as [UInt8]
            StreamSafeText.mend(&bytes)
            #expect(bytes.count >= 300)
        }
    }

    @Test func `decoded text has no more than thirty marks in a row`() {
        let marks = String(repeating: "\u{301}\u{323}", count: 500)
        let utf8 = CharacterDecoder().decode(Array("a\(marks)b".utf8))
        #expect(longestRow(String(decoding: utf8.utf8, as: UTF8.self)) == 30)
        let wide = "a\(marks)b".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let decoded = CharacterDecoder().decode([0xFF, 0xFE] + wide)
        #expect(longestRow(String(decoding: decoded.utf8, as: UTF8.self)) == 30)
    }
}
