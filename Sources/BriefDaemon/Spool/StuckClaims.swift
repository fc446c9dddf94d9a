import FoundationEssentials
import Spooling
import Synchronization

/// Claims whose document could neither leave the spool nor go back, a disk that answers with errors for instance.
/// They are tried again while the daemon runs, so that none waits in active/ for the next start.
final class StuckClaims: Sendable {
    /// Between two attempts: seconds.
    static let pause: TimeInterval = 30

    private struct Stuck {
        var claim: Claim
        var isFiled: Bool
        var lastTried: Date
        var why: String
    }

    private let claims = Mutex([Stuck]())

    var count: Int { claims.withLock { $0.count } }

    /// The first of them and why it is stuck.
    var first: (name: String, why: String)? {
        claims.withLock { $0.first.map { ($0.claim.item.name, $0.why) } }
    }

    func add(_ claim: Claim, isFiled: Bool, why: String, now: Date) {
        claims.withLock {
            $0.append(Stuck(claim: claim, isFiled: isFiled, lastTried: now, why: why))
        }
    }

    /// Tries those again whose last attempt was long enough ago; blocks.
    ///
    /// - Parameter pause: how long ago; seconds. A clock that was set back does not hold them up.
    func tryAgain(now: Date, pause: TimeInterval = StuckClaims.pause) {
        let due = claims.withLock { claims in
            let isDue = { (stuck: Stuck) in abs(now.timeIntervalSince(stuck.lastTried)) >= pause }
            defer { claims.removeAll(where: isDue) }
            return claims.filter(isDue)
        }
        for var stuck in due {
            do {
                try stuck.claim.end(isFiled: stuck.isFiled)
            } catch {
                stuck.lastTried = now
                stuck.why = "\(error)"
                let kept = stuck
                claims.withLock { $0.append(kept) }
            }
        }
    }
}
