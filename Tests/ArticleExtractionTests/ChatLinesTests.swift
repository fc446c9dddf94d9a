import Testing

@testable import ArticleExtraction

/// Texts that were copied out of chats.
@Suite struct ChatLinesTests {
    private let messages = [
        "The lock at Alderholm is open again after a winter of work on both gates.",
        "The first barge went through it on the second of March, and the keeper was asleep.",
        "He opened the gate in his slippers, and has kept his boots beside the bed since.",
    ]

    private func plain(_ lines: [String]) -> [String] {
        ChatLines.plain(LineSplitter.lines(of: lines.joined(separator: "\n"))).map(\.text)
    }

    @Test(arguments: [
        "[20/10/26, 09:12:31] Ada Marl: ", "[09:12] <ada> ", "20/10/2026, 09:12 - Ada Marl: ",
        "[9:12 AM] Ada Marl: ", "\u{200E}[20.10.26, 09:12:31] Ada Marl: ",
        "[2026年10月20日 09:12] 林晓：", "09:12 < ada> ",
        "[Ada Marl] [오전 9:12] ",
    ])
    func `are the messages of the one who wrote them`(head: String) {
        #expect(plain(messages.map { head + $0 }) == messages)
        // A message of several lines has its head above the first.
        #expect(plain([head + messages[0], messages[1], head + messages[2]]) == messages)
    }

    @Test(arguments: [
        "Ada Marl, [20.10.2026 09:12]", "Ada Marl  [9:12 AM]", "[20/10/2026 09:12] Ada Marl",
        "Ada Marl, [20 Oct 2026 at 09:12:31]:",
    ])
    func `are them without the lines above them`(head: String) {
        #expect(plain(messages.flatMap { [head, $0] }) == messages)
    }

    @Test func `are read without what the messenger says in somebody's place`() {
        let head = "[20.10.26, 09:12:31] Ada Marl: "
        let export =
            ["[20.10.26, 09:12:10] Reading: \u{200E}Messages and calls are end-to-end encrypted."]
            + messages.map { head + $0 } + [
                "\u{200E}[20.10.26, 09:40:55] Ada Marl: \u{200E}image omitted"
            ]
        #expect(plain(export) == messages)
    }

    @Test func `are read without what the messenger says itself`() {
        let head = "20/10/2026, 09:12 - Ada Marl: "
        let export =
            ["20/10/2026, 09:11 - Messages and calls are end-to-end encrypted."]
            + [head + messages[0], head + "<Media omitted>", head + messages[1]]
            + ["20/10/2026, 09:13 - You changed the group's icon", head + messages[2]]
        #expect(plain(export) == messages)
        // Without a message it is a list of times.
        let times = ["20/10/2026, 09:12 - the barge came", "20/10/2026, 10:40 - it left"]
        #expect(plain(times) == times)
    }

    @Test func `stay what they are where several wrote, or nobody`() {
        let talk = [
            "[09:12] Ada Marl: " + messages[0], "[09:14] Ben Orr: " + messages[1],
            "[09:15] Ada Marl: " + messages[2],
        ]
        #expect(plain(talk) == talk)
        let log = (1...6).map { "[09:1\($0)] cron: backup \($0) done" }
        #expect(plain(log) == log)
        let times = ["09:12 - The barge: it came late.", "10:40 - The keeper: he slept on."]
        #expect(plain(times) == times)
        #expect(plain(messages) == messages)
    }
}
