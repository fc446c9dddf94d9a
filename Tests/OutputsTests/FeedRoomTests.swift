import Testing

@testable import Outputs

@Suite struct FeedRoomTests {
    @Test func `holds bodies up to one size each and up to another together`() {
        var room = FeedRoom()
        let longest = [UInt8](repeating: 0x61, count: FeedRoom.longestBody)
        let isTooLong = !room.take(longest + [0x61])
        #expect(isTooLong)
        var taken = 0
        while taken < 20, room.take(longest) { taken += 1 }
        #expect(taken == 16)
        let isFull = !room.take([0x61])
        #expect(isFull)
    }

    @Test func `says where the whole text is`() {
        #expect(
            String(
                decoding: FeedRoom.notice(words: 5_000_000, path: "2026/11/a&b.md"), as: UTF8.self)
                == "<p>The whole text, 5000000 words, is too long for a feed. It is filed as 2026/11/a&amp;b.md.</p>"
        )
    }
}
