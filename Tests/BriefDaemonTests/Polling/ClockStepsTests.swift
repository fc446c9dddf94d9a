import Foundation
import Testing

@testable import BriefDaemon

@Suite struct ClockStepsTests {
    private let wall = Date(timeIntervalSince1970: 1_800_000_000)
    private let steady = ContinuousClock.now

    @Test(arguments: [86_400.0, -86_400])
    func `notices a clock that was set, once`(step: Double) {
        var steps = ClockSteps(now: wall, steady: steady)
        let later = steady.advanced(by: .seconds(60))
        let found = steps.step(now: wall + 60 + step, steady: later)
        #expect(found.map { abs($0 - step) < 0.001 } == true)
        #expect(steps.step(now: wall + 120 + step, steady: later + .seconds(60)) == nil)
    }

    @Test func `takes time that passes for no step`() {
        var steps = ClockSteps(now: wall, steady: steady)
        let later = steady.advanced(by: .seconds(1_000_000))
        #expect(steps.step(now: wall + 1_000_010, steady: later) == nil)
    }
}
