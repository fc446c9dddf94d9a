import BriefModel
import Testing

@testable import ContentIdentity

/// Figures that differ by their marks alone are other figures.
@Suite struct FigureTests {
    private static let body = [
        "The keeper of the lock wrote down each boat that went through before the gates were shut.",
        "Nobody in the village had been told why the mill beside the weir was being sold again.",
        "A clerk from the county came twice, looked at the sluice and left without a single word.",
        "The miller's daughter has kept the books since the spring and says that they are in order.",
    ]

    private func texts(_ one: String, _ other: String, at place: Int) -> (String, String) {
        func text(_ line: String) -> String {
            var blocks = Self.body
            blocks[place] += " " + line
            return blocks.joined(separator: "\n")
        }
        return (text(one), text(other))
    }

    private static let different = [
        ("Dues rose by 1.5 per cent.", "Dues rose by 15 per cent."),
        ("Dues rose by 1.5 per cent.", "Dues rose by 5 per cent."),
        ("Dues rose by 1.55 marks.", "Dues rose by 15.5 marks."),
        ("It was -4 degrees at dawn.", "It was 4 degrees at dawn."),
        ("It was −4 degrees at dawn.", "It was +4 degrees at dawn."),
        ("They won 3:1 at home.", "They won 31 at home."),
        ("They won 3:1 at home.", "They won 3-1 at home."),
        ("It cost $500 in all.", "It cost £500 in all."),
        ("It cost 500 € in all.", "It cost 500 in all."),
        ("It cost 5 million € in all.", "It cost 5 million $ in all."),
        ("Es kostet 1,5 Mark.", "Es kostet 15 Mark."),
        ("It takes 10-12 weeks.", "It takes 1012 weeks."),
        ("It takes 10 12 weeks.", "It takes 1012 weeks."),
        ("It was <5 at noon.", "It was >5 at noon."),
        ("It was < 5 at noon.", "It was ≥ 5 at noon."),
        ("It fell by 5% a year.", "It fell by 5‰ a year."),
        ("It fell by 5 % a year.", "It fell by 5 a year."),
        ("Doors open at 18.30 today.", "Doors open at 1830 today."),
        ("造价为1.5亿元。", "造价为15亿元。"),
    ]

    @Test(arguments: different, [0, 2, 3])
    func `sees other marks of a figure`(pair: (String, String), place: Int) {
        let (one, other) = texts(pair.0, pair.1, at: place)
        #expect(TextComparison(of: one, with: other).isEdited)
        #expect(TextComparison(of: other, with: one).isEdited)
        let documents = (
            WholeText(text: one, document: one), WholeText(text: other, document: other)
        )
        #expect(!DocumentAgreement.holds(documents.0, documents.1))
    }

    @Test(
        arguments: [
            ("It cost 12 000 marks.", "It cost 12\u{A0}000 marks."),
            ("It cost 12\u{202F}000 marks.", "It cost 12000 marks."),
            ("It took 10–12 weeks.", "It took 10-12 weeks."),
            ("It cost $500 in all.", "It cost $ 500 in all."),
            ("It fell by 5 % a year.", "It fell by 5% a year."),
            ("It fell (by 5 boats), he said.", "It fell – by 5 boats – he said."),
            ("“5 boats” are gone.", "\"5 boats\" are gone."),
            ("- 5 boats are gone.", "• 5 boats are gone."),
            ("See the Mark-5 boat.", "See the Mark 5 boat."),
            ("It is 10^6 litres.", "It is 106 litres."),
        ], [0, 2, 3])
    func `overlooks what typography does to a figure`(pair: (String, String), place: Int) {
        let (one, other) = texts(pair.0, pair.1, at: place)
        #expect(!TextComparison(of: one, with: other).isEdited)
        #expect(!TextComparison(of: other, with: one).isEdited)
    }

    @Test(arguments: [
        ("- 4.2 % of the freight", "+ 4.2 % of the freight"),
        ("− 4.2 % of the freight", "+ 4.2 % of the freight"),
        ("> 5 years: one spoon", "< 5 years: one spoon"),
        ("> 5 years: one spoon", "≥ 5 years: one spoon"),
    ])
    func `sees signs at the start of a line`(one: String, other: String) {
        for place in Self.body.indices.dropFirst() {
            var (left, right) = (Self.body, Self.body)
            left.insert(one, at: place)
            right.insert(other, at: place)
            let texts = (left.joined(separator: "\n"), right.joined(separator: "\n"))
            #expect(TextComparison(of: texts.0, with: texts.1).isEdited)
            #expect(TextComparison(of: texts.1, with: texts.0).isEdited)
        }
    }

    @Test(arguments: [("4\n11\n19", "2\n14\n20"), ("2:1", "0:4"), ("81.42\n94.10", "82.07\n94.10")])
    func `sees other numbers on the last lines`(one: String, other: String) {
        let text = Self.body.joined(separator: "\n") + "\nThe numbers:\n"
        #expect(TextComparison(of: text + one, with: text + other).isEdited)
    }
}
