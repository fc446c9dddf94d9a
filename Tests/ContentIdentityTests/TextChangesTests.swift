import ContentIdentity
import Testing

/// What people are shown of two versions.
@Suite struct TextChangesTests {
    private let body = [
        "The ferry is back.", "It carried 214 people on the first morning.", "Nobody was hurt.",
    ]

    @Test func `are none between a text and itself`() {
        #expect(TextChanges(from: body, to: body).changes.isEmpty)
        #expect(TextChanges(from: [], to: []).changes.isEmpty)
    }

    @Test func `name the words that were put in the place of others`() {
        var new = body
        new[1] = "It carried 241 people on the first morning."
        #expect(
            TextChanges(from: body, to: new).changes == [
                .reworded([
                    .same("It carried "), .removed("214 "), .added("241 "),
                    .same("people on the first morning. "),
                ])
            ])
    }

    @Test func `name blocks that came and went`() {
        let new = [body[0], "A crane stands on the quay since noon.", body[2]]
        #expect(
            TextChanges(from: body, to: new).changes == [
                .removed(body[1]), .added("A crane stands on the quay since noon."),
            ])
        #expect(
            TextChanges(from: body, to: body + ["Correction: it was 241."]).changes == [
                .added("Correction: it was 241.")
            ])
    }

    @Test func `name characters where words are not spaced`() {
        #expect(
            TextChanges(from: ["工程师说冬天之前不会开始施工"], to: ["工程师说春天之前不会开始施工"]).changes == [
                .reworded([
                    .same("工程师说"), .removed("冬"), .added("春"),
                    .same("天之前不会开始施工 "),
                ])
            ])
    }

    @Test(.timeLimit(.minutes(1))) func `are found in long texts that have little in common`() {
        let old = (0..<50_000).map { "old block \($0)" }
        let new = (0..<50_000).map { "new text \($0 * 7)" }
        #expect(TextChanges(from: old, to: new).changes.count >= 50_000)
    }
}
