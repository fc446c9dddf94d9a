import Foundation
import Testing

@testable import WebPages

@Suite struct StyleSheetTests {
    /// WCAG 2.2, relative luminance.
    private func luminance(_ colour: String) -> Double {
        let number = Int(colour.dropFirst(), radix: 16) ?? 0
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double((number >> shift) & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: String, _ other: String) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test(arguments: ["ground", "panel"], ["text", "meek", "link", "good", "bad"])
    func `words stand out from their ground`(ground: String, words: String) throws {
        let below = try #require(StyleSheet.colours.first { $0.name == ground })
        let above = try #require(StyleSheet.colours.first { $0.name == words })
        #expect(contrast(below.light, above.light) >= 4.5)
        #expect(contrast(below.dark, above.dark) >= 4.5)
    }

    @Test func `changes stand out too`() throws {
        let text = try #require(StyleSheet.colours.first { $0.name == "text" })
        for name in ["added", "removed"] {
            let ground = try #require(StyleSheet.colours.first { $0.name == name })
            #expect(contrast(ground.light, text.light) >= 4.5)
            #expect(contrast(ground.dark, text.dark) >= 4.5)
        }
    }

    @Test func `needs nothing from elsewhere`() {
        #expect(!StyleSheet.text.contains("url(") && !StyleSheet.text.contains("@import"))
        #expect(StyleSheet.text.utf8.count < 10_000)
    }
}
