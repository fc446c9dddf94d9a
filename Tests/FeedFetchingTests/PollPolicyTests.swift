import BriefModel
import Foundation
import Testing

@testable import FeedFetching

@Suite struct PollPolicyTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)  // Friday, 08:00 GMT
    private let hour = Duration.seconds(3600)

    private func interval(
        _ success: PollPolicy.Success, _ settings: PollingSettings = PollingSettings()
    ) -> Duration {
        let plan = PollPolicy(settings).plan(after: success, now: now, jitter: 0)
        return plan.interval
    }

    @Test func `keeps the default where nobody says anything`() {
        #expect(interval(.init()) == hour)
    }

    @Test func `hears the longest of the hints, between the bounds`() {
        #expect(interval(.init(freshFor: hour * 2)) == hour * 2)
        #expect(interval(.init(hints: .init(ttlMinutes: 180), freshFor: hour * 2)) == hour * 3)
        #expect(interval(.init(hints: .init(updatePeriodSeconds: 86_400))) == hour * 24)
        #expect(interval(.init(freshFor: hour * 100_000)) == hour * 24)
        #expect(interval(.init(hints: .init(ttlMinutes: 1), freshFor: .seconds(1))) == hour)
        #expect(interval(.init(hints: .init(ttlMinutes: .max))) == hour * 24)
    }

    @Test func `lets the feed's own interval win, but for the minimum`() {
        #expect(interval(.init(ownInterval: hour * 5, freshFor: hour * 2)) == hour * 5)
        #expect(interval(.init(ownInterval: hour * 48)) == hour * 48)
        #expect(interval(.init(ownInterval: .seconds(1))) == hour)
    }

    @Test func `lengthens quiet feeds by what is known of them`() {
        #expect(interval(.init(quietPolls: 8, watched: hour * 100)) == hour * 4)
        #expect(interval(.init(quietPolls: 8, watched: hour * 2)) == hour * 2)
        #expect(interval(.init(quietPolls: 80, turnover: hour * 20)) == hour * 10)
        #expect(
            interval(.init(quietPolls: 5, hasValidators: false, turnover: hour * 240)) == hour * 24)
        #expect(
            interval(
                .init(quietPolls: 8, watched: hour * 100), PollingSettings(adaptive: false)) == hour
        )
    }

    @Test func `lengthens nothing beyond half the turnover`() {
        #expect(interval(.init(freshFor: hour * 20, turnover: hour * 10)) == hour * 5)
        #expect(interval(.init(freshFor: hour * 20, turnover: .seconds(60))) == hour)
    }

    @Test func `halves the interval after a gap`() {
        let settings = PollingSettings(minimumInterval: .seconds(600))
        #expect(interval(.init(isGap: true, lastInterval: hour), settings) == .seconds(1800))
        #expect(
            interval(.init(isGap: true, lastInterval: .seconds(900)), settings) == .seconds(600))
        #expect(interval(.init(ceiling: .seconds(1800)), settings) == .seconds(1800))
    }

    @Test func `never asks in skipped hours and days`() {
        let policy = PollPolicy(PollingSettings())
        let hours = policy.plan(
            after: .init(hints: .init(skipHours: [9, 10])), now: now, jitter: 0)
        #expect(hours.due == now.addingTimeInterval(3 * 3600))
        let days = policy.plan(
            after: .init(hints: .init(skipDays: [5, 6, 7])), now: now, jitter: 0)
        #expect(days.due == now.addingTimeInterval(64 * 3600))
        let all = policy.plan(
            after: .init(hints: .init(skipHours: Array(0...23))), now: now, jitter: 0)
        #expect(all.due == now.addingTimeInterval(3600))
    }

    @Test func `never comes early by jitter`() {
        for jitter in [0, 0.5, 0.999] {
            let plan = PollPolicy(PollingSettings()).plan(after: .init(), now: now, jitter: jitter)
            let wait = plan.due.timeIntervalSince(now)
            #expect(wait >= 3600 && wait < 3600 * 1.05)
        }
    }

    @Test(arguments: [(1, 900), (2, 1800), (3, 3600), (8, 86_400), (1000, 86_400)])
    func `backs off exponentially up to the ceiling`(errors: Int, seconds: Int) {
        let settings = PollingSettings(minimumInterval: .seconds(1))
        let plan = PollPolicy(settings).plan(afterErrors: errors, now: now, jitter: 0)
        #expect(plan.interval == .seconds(seconds))
        let bounded = PollPolicy(PollingSettings()).plan(afterErrors: errors, now: now, jitter: 0)
        #expect(bounded.interval >= hour)
    }

    @Test func `holds a host for as long as it asks, else longer each time`() {
        let policy = PollPolicy(PollingSettings())
        #expect(policy.hold(retryAfter: "120", limitsInRow: 1, now: now) == .seconds(120))
        #expect(policy.hold(retryAfter: "junk", limitsInRow: 1, now: now) == .seconds(600))
        #expect(policy.hold(retryAfter: nil, limitsInRow: 3, now: now) == .seconds(2400))
        #expect(policy.hold(retryAfter: "999999999", limitsInRow: 1, now: now) == hour * 48)
    }

    @Test func `distrusts a long run of 304s, once a day`() {
        let policy = PollPolicy(PollingSettings())
        let old = now.addingTimeInterval(-9 * 86_400)
        #expect(policy.isRefetchDue(notModifiedSince: old, lastFull: old, now: now))
        #expect(!policy.isRefetchDue(notModifiedSince: old, lastFull: now - 3600, now: now))
        #expect(!policy.isRefetchDue(notModifiedSince: now - 86_400, lastFull: old, now: now))
        #expect(!policy.isRefetchDue(notModifiedSince: nil, lastFull: nil, now: now))
    }
}
