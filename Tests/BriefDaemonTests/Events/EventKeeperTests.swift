import ControlProtocol
import Foundation
import Testing

@testable import BriefDaemon

@Suite final class EventKeeperTests {
    private let folder: String

    init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/events-\(UUID())"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private var path: String { folder + "/" + EventFile.name }

    private func keeper(limit: Int = 50) -> EventKeeper {
        EventKeeper(file: EventFile(folder: folder), limit: limit)
    }

    private func event(_ number: Int, what: String = "w") -> DaemonStatus.Event {
        DaemonStatus.Event(
            number: number, when: Date(timeIntervalSince1970: 1_790_000_000), kind: .hostHeld,
            subject: "s\(number)", what: what)
    }

    private func read(_ follower: EventFollower, _ count: Int) async -> [EventItem] {
        var items: [EventItem] = []
        while items.count < count, let item = await follower.next() { items.append(item) }
        return items
    }

    @Test func `a reader goes on over a restart, and misses nothing`() async {
        do {
            let first = keeper()
            for number in 1...9 { first.note(event(number)) }
            await first.close()
        }
        let second = keeper()
        #expect(second.endedInOrder && second.start == 9)
        for number in 10...12 { second.note(event(number)) }
        let items = await read(EventFollower(second, after: 4), 8)
        #expect(items.map(\.id) == Array(5...12))
        #expect(items.first?.subject == "s5" && items.first?.kind == "host-held")
        // Nothing of before, where nothing is asked for.
        second.note(event(13))
        #expect(await read(EventFollower(second, after: 12), 1).map(\.id) == [13])
    }

    @Test func `what is not kept any more is said, once`() async {
        let keeper = keeper(limit: 5)
        for number in 1...20 { keeper.note(event(number)) }
        await keeper.close()
        let items = await read(EventFollower(keeper, after: 2), 6)
        #expect(items.first?.kind == EventItem.gap && items.first?.id == 2)
        #expect(items.dropFirst().map(\.id) == Array(16...20))
        #expect(await read(EventFollower(keeper, after: 15), 5).map(\.id) == Array(16...20))
    }

    @Test(arguments: [(99, false), (-5, false), (0, true)])
    func `an id of another life is said, and what comes then is told`(last: Int, isUnknown: Bool)
        async
    {
        let keeper = keeper(limit: 2)
        for number in 1...4 { keeper.note(event(number)) }
        await keeper.close()
        let follower = EventFollower(keeper, after: last, isUnknown: isUnknown)
        #expect(await read(follower, 1).map(\.kind) == [EventItem.gap])
        keeper.note(event(5))
        var rest: [Int] = []
        repeat { rest += await read(follower, 1).map(\.id) } while rest.last != 5
        #expect(rest == rest.sorted() && Set(rest).count == rest.count)
    }

    @Test(arguments: [false, true])
    func `what could not be written is written at the end, or the end is not said to be in order`(
        isMended: Bool
    ) async throws {
        let first = keeper()
        for number in 1...3 { first.note(event(number)) }
        _ = await read(EventFollower(first, after: 0), 3)
        // A folder in the place of the file: nothing can be appended.
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.createDirectory(
            atPath: path + "/in-the-way", withIntermediateDirectories: true)
        for number in 4...6 { first.note(event(number)) }
        _ = await read(EventFollower(first, after: 3), 3)
        if isMended { try FileManager.default.removeItem(atPath: path) }
        await first.close()
        let second = keeper()
        #expect(second.endedInOrder == isMended)
        #expect(isMended ? second.start == 6 : second.start >= 6)
        if isMended {
            #expect(await read(EventFollower(second, after: 0), 6).map(\.id) == Array(1...6))
        }
    }

    @Test func `a life that was cut off gives no number twice`() async throws {
        do {
            let first = keeper()
            for number in 1...3 { first.note(event(number)) }
            await first.close()
        }
        // As a crash leaves it: without its last line, and in the midst of another.
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text = text.split(separator: "\n").dropLast().joined(separator: "\n")
        text += "\n{\"number\":4,\"wh"
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let second = keeper()
        #expect(!second.endedInOrder && second.start == 3 + EventKeeper.step)
        second.note(event(second.start + 1))
        await second.close()
        let third = keeper()
        #expect(third.endedInOrder)
        let items = await read(EventFollower(third, after: 1), 3)
        #expect(items.map(\.id) == [2, 3, 4 + EventKeeper.step])
    }

    @Test(arguments: [
        "", "\n\n", "not json\n", "{}\n{\"floor\":\"x\"}\n", "\u{0}\u{1}", "[1]\n{\"end\":5}\n",
    ])
    func `a file that makes no sense stops nothing`(text: String) async throws {
        try Data(text.utf8).write(to: URL(filePath: path))
        let keeper = keeper()
        let number = keeper.start + 1
        keeper.note(event(number))
        #expect(await read(EventFollower(keeper, after: number - 1), 1).map(\.id).last == number)
        await keeper.close()
        #expect(self.keeper().start == number)
    }

    @Test func `the file does not grow without bound`() async throws {
        let keeper = keeper(limit: 10)
        for number in 1...600 {
            keeper.note(event(number, what: String(repeating: "x", count: 100)))
            if number % 20 == 0 { _ = await read(EventFollower(keeper, after: number - 1), 1) }
        }
        await keeper.close()
        let size = try #require(FileManager.default.contents(atPath: path)).count
        #expect(size < 60_000, "\(size) bytes")
        #expect(self.keeper(limit: 10).start == 600)
    }

    @Test func `a reader that goes away is let go`() async {
        let keeper = keeper()
        let task = Task { await EventFollower(keeper, after: 0).next() }
        await Task.yield()
        task.cancel()
        #expect(await task.value == nil)
    }

    @Test func `events go on in memory where nothing can be written`() async {
        let keeper = EventKeeper(file: EventFile(folder: "/proc/none"), limit: 5)
        keeper.note(event(1))
        #expect(await read(EventFollower(keeper, after: 0), 1).map(\.id) == [1])
        await keeper.close()
    }
}
