import BriefModel
import Testing

@testable import ContentIdentity

/// What both texts state in one place, and each otherwise, was edited, however short it is.
@Suite struct GapStatementsTests {
    private static let body = [
        "The keeper of the lock wrote down each boat that went through before the gates were shut.",
        "Nobody in the village had been told why the mill beside the weir was being sold again.",
        "A clerk from the county came twice, looked at the sluice and left without a single word.",
        "The miller's daughter has kept the books since the spring and says that they are in order.",
    ]

    private func areEdited(_ one: [String], _ other: [String], at place: Int) -> Bool {
        func text(_ blocks: [String]) -> String {
            (Self.body.prefix(place) + blocks + Self.body.dropFirst(place))
                .joined(separator: "\n")
        }
        let texts = (text(one), text(other))
        let found = TextComparison(of: texts.0, with: texts.1)
        #expect(found == TextComparison(of: texts.1, with: texts.0))
        let agree = DocumentAgreement.holds(
            WholeText(text: texts.0, document: texts.0),
            WholeText(text: texts.1, document: texts.1))
        #expect(!agree || !found.isEdited)
        return found.isEdited
    }

    @Test(
        arguments: [
            ("The court let him go.", "He was sent to prison."),
            ("All were saved.", "Nobody lives."),
            ("By Friday it was over.", "Support has collapsed."), ("乘客都平安。", "没有人活着。"),
        ], [0, 2, 4])
    func `sees a short sentence in the place of another`(pair: (String, String), place: Int) {
        #expect(areEdited([pair.0], [pair.1], at: place))
    }

    @Test func `sees other items of a list`() {
        let (one, other) = (
            ["Ida Falk, Ruhm", "Per Ost, Dahl"], ["Liv Sand, Tarn", "Bo Hain, Elm"]
        )
        #expect(areEdited(one, other, at: 2))
        #expect(areEdited(one, other, at: 4))
    }

    @Test func `sees another heading`() {
        #expect(areEdited(["Why the mill was lost"], ["How it came to be saved"], at: 2))
    }

    @Test func `sees another order of a ranking`() {
        let ranks = ["Ruhm", "Dahl", "Tarn", "Elm upon the Water, behind the old border stone"]
        for order in [[1, 0, 2, 3], [2, 0, 1, 3], [3, 1, 2, 0], [0, 3, 1, 2]] {
            #expect(areEdited(ranks, order.map { ranks[$0] }, at: 2))
            #expect(areEdited(ranks, order.map { ranks[$0] }, at: 4))
        }
    }

    @Test(arguments: [
        (["Photo: Ida Falk"], ["Read also: The weir is shut again"]),
        (["Advertisement"], ["The weir at low water"]), (["Share this article"], ["12"]),
        (["Subscribe to our newsletter."], ["All were saved."]), (["All were saved."], []),
        (["Why the mill was lost"], []), (["Foto: Per Ost/Archiv"], ["相关阅读：磨坊"]),
    ])
    func `lets furniture stand in the place of anything`(pair: ([String], [String])) {
        #expect(!areEdited(pair.0, pair.1, at: 2))
    }

    @Test func `lets the names before a text differ, and what is said below it`() {
        #expect(!areEdited(["Ida Falk", "The mill"], ["Weir Notes"], at: 0))
        #expect(!areEdited(["Ida Falk"], ["Tags: weir, mill", "© Weir Notes"], at: 4))
    }

    @Test(arguments: [
        "The court acquitted the company on Friday.",
        "Суд в пятницу оправдал компанию по всем пунктам.",
        "法院周五宣布该公司无罪。", "Korrektur: Das Schiff ist nicht gesunken, wie es zuerst hieß.",
    ]) func `finds a sentence more at either end, in the text that has it`(line: String) {
        let body = Self.body.joined(separator: "\n")
        for longer in [line + "\n" + body, body + "\n" + line] {
            #expect(IdentityRules.content.additions(of: longer, to: body) == [line])
            #expect(IdentityRules.content.additions(of: body, to: longer) == [])
        }
    }

    @Test func `finds no furniture more`() {
        let body = Self.body.joined(separator: "\n")
        let copy =
            "By Ann Miller\n4 March 2026\n" + body
            + "\nSent from my telephone\n© Mill Notes 2026. All rights reserved."
        #expect(IdentityRules.content.additions(of: copy, to: body) == [])
    }
}
