import BriefModel
import Testing

@testable import ContentIdentity

/// How articles that nearly say the same hang together, and which only look alike.
@Suite struct TextLikenessTests {
    /// A paragraph of words without digits that no other number has.
    private static func prose(_ number: Int) -> String {
        (0..<30).map { letters("w\(number)q\($0)") }.joined(separator: " ") + "."
    }

    /// "wbqca" instead of "w1q20".
    private static func letters(_ text: String) -> String {
        String(
            text.map { character in
                character.wholeNumberValue.map { Character(Unicode.Scalar(UInt8(97 + $0))) }
                    ?? character
            })
    }

    private static func paragraphs(_ numbers: Range<Int>) -> [String] {
        numbers.map(prose)
    }

    private let all = paragraphs(0..<8)

    private func likeness(_ one: [String], _ other: [String], beside: [[String]] = [])
        -> TextLikeness?
    {
        func text(_ blocks: [String]) -> String { blocks.joined(separator: "\n") }
        let found = TextLikeness.of(text(one), with: ([other] + beside).map(text))
        let reversed = TextLikeness.of(text(other), with: ([one] + beside).map(text))
        #expect(found[0]?.share == reversed[0]?.share)
        let apart = TextLikeness.of(text(one), with: ([other] + beside).map(text), holding: 0)
        #expect(apart == found, "one after another they are what they are together")
        return found[0]
    }

    @Test func `knows a part of an article, and what contains it`() {
        #expect(likeness(Array(all.prefix(3)), all)?.kind == .excerptOf)
        #expect(likeness(all, Array(all.prefix(3)))?.kind == .contains)
        #expect(likeness(all + Self.paragraphs(20..<40), all)?.kind == .contains)
    }

    @Test func `knows a teaser of 25 words`() {
        let teaser = all[0].split(separator: " ").prefix(25).joined(separator: " ") + "…"
        #expect(likeness([teaser], all) == TextLikeness(kind: .excerptOf, share: 1))
    }

    @Test(arguments: [50, 20, 10]) func `knows a text with every such word changed`(every: Int) {
        var count = 0
        let edited = all.map { paragraph in
            paragraph.split(separator: " ").map { word in
                count += 1
                return count % every == 0 ? "other" : String(word)
            }.joined(separator: " ")
        }
        #expect(likeness(edited, all)?.kind == .edited)
    }

    @Test func `knows two texts that overlap`() {
        let one = all + Self.paragraphs(20..<22)
        #expect(likeness(one, all + Self.paragraphs(30..<32))?.kind == .overlaps)
    }

    @Test func `tells articles with the same background apart`() {
        let background = Self.paragraphs(50..<54)
        #expect(
            likeness(
                Self.paragraphs(0..<4) + background, Self.paragraphs(10..<14) + background) == nil)
    }

    @Test func `tells reports apart that a program fills in`() {
        func report(_ start: Int) -> [String] {
            (0..<5).map { line in
                "On the gauge of the \(line)th weir the river stood at \(start + line * 7) centimetres and at "
                    + "\(start * 3 + line) cubic metres a second, the office of the valley said."
            }
        }
        #expect(likeness(report(214), report(198)) == nil)
        // A figure that was corrected makes no other report.
        var corrected = report(214)
        corrected[2] = corrected[2].replacing("228", with: "229")
        #expect(likeness(report(214), corrected)?.kind == .edited)
    }

    @Test func `sets aside what recurs in the source`() {
        let rules = Self.paragraphs(60..<70)
        let one = Self.paragraphs(0..<2) + rules
        let other = Self.paragraphs(2..<4) + rules
        let others = [4, 6, 8].map { Self.paragraphs($0..<$0 + 2) + rules }
        #expect(likeness(one, other)?.kind == .overlaps)
        #expect(likeness(one, other, beside: others) == nil)
    }

    @Test func `sets aside what two releases say of one firm`() {
        let about = ["About the Harbour Company"] + Self.paragraphs(60..<64)
        // Two reports of one desk share phrases: together with what is the same they would seem near.
        func release(_ number: Int) -> [String] {
            Self.paragraphs(0..<2).enumerated().map { place, text in
                let words = text.split(separator: " ").map(String.init)
                return words.enumerated().map { index, word in
                    index % 12 < 5 ? word : Self.letters("o\(number)p\(place)i\(index)")
                }.joined(separator: " ") + "."
            }
        }
        #expect(likeness(release(1) + about, release(2) + about) == nil)
        #expect(likeness(release(1) + about, release(1) + about + Self.paragraphs(70..<71)) != nil)
    }

    @Test func `keeps versions together that begin and end alike`() {
        var edited = all
        edited[4] = all[4].split(separator: " ").enumerated().map { index, word in
            index % 10 == 5 ? "other" : String(word)
        }.joined(separator: " ")
        #expect(likeness(edited, all)?.kind == .edited)
        #expect(likeness(all.filter { $0 != all[3] && $0 != all[4] }, all)?.kind == .excerptOf)
        let longer = all[..<4] + Self.paragraphs(30..<40) + all[4...]
        #expect(likeness(all, Array(longer))?.kind == .excerptOf)
    }

    @Test func `leaves copies of one release together, however many there are`() {
        let copies = (0..<4).map { ["Place \(Self.letters("\($0)"))"] + all }
        #expect(likeness(copies[0], copies[1], beside: Array(copies[2...])) != nil)
    }

    @Test func `works in scripts without spaces`() {
        let one = "昨天港口的渡船又开了,很多人都来看。船长说,他从来没有见过这样多的人在码头上等候。"
        let two = one + "\n市长在会上说,新的码头明年春天就可以用了,费用由两个城市共同承担,没有人反对。"
        #expect(likeness([one], [two])?.kind == .excerptOf)
    }

    @Test func `compares bodies of a million words in seconds`() {
        let long = (0..<1_000_000).map { "w\($0 % 50_021)" }.joined(separator: " ")
        #expect(TextLikeness.of(long, with: [long + " end"]) != [nil])
        #expect(!TextComparison(of: long, with: long + "\nend").isEdited)
    }
}
