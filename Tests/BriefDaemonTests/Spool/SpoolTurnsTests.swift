import Testing

@testable import BriefDaemon

@Suite struct SpoolTurnsTests {
    @Test func `lets one sender alone have all places`() {
        var turns = SpoolTurns()
        for _ in 0..<SpoolIntake.inHandLimit {
            #expect(turns.admits("spool", isAlone: true, isRemarkable: false))
            turns.take("spool")
        }
    }

    @Test func `keeps half of the places for others`() {
        var turns = SpoolTurns()
        for _ in 0..<SpoolIntake.inHandLimit / 2 { turns.take("spool:flood") }
        #expect(!turns.admits("spool:flood", isAlone: false, isRemarkable: false))
        #expect(turns.admits("spool:small", isAlone: false, isRemarkable: false))
        turns.giveBack("spool:flood")
        #expect(turns.admits("spool:flood", isAlone: false, isRemarkable: false))
    }

    @Test func `takes two documents at a time of one that killed workers`() {
        var turns = SpoolTurns()
        turns.take("spool:bad")
        #expect(turns.admits("spool:bad", isAlone: true, isRemarkable: true))
        turns.take("spool:bad")
        #expect(!turns.admits("spool:bad", isAlone: true, isRemarkable: true))
    }
}
