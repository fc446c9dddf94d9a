import Testing

@testable import ArticleExtraction

@Suite struct KeyNumbersTests {
    @Test func `keys are numbered in the order in which they are met, however many there are`() {
        var numbers = KeyNumbers()
        // Keys whose low bits are the same, so that they want the same slot.
        let keys = (0..<3_000).map { UInt64($0) << 20 }
        #expect(keys.map { numbers.number($0) } == Array(0..<3_000))
        #expect(keys.map { numbers.number($0) } == Array(0..<3_000))
        #expect(numbers.count == 3_000)
    }

    @Test func `a key that was not met has no number`() {
        var numbers = KeyNumbers()
        #expect(numbers.known(0) == nil)
        _ = numbers.number(0)
        #expect(numbers.known(0) == 0)
        #expect(numbers.known(1) == nil)
        #expect(numbers.count == 1)
    }
}
