import FeedFetching
import FoundationEssentials

/// What is wrong with feeds, as problems of the status.
struct FeedProblems {
    let feeds: [FeedSnapshot]
    /// For what has no time of its own.
    let started: Date

    /// A feed that failed once may be well again at the next poll: an operator is called from the third error on, but
    /// at once for what waiting cannot mend.
    private static let patience = 3

    /// There may be ten thousand of them: they are walked through once, and only those with a problem are looked at again.
    var all: [DaemonStatus.Problem] {
        var stuck: [LastingFault: [FeedSnapshot]] = [:]
        var tired: [FeedSnapshot] = []
        var (missed, moved, gone) = (tired, tired, tired)
        for index in feeds.indices {
            let state = feeds[index].state
            if state == .failing {
                if let fault = feeds[index].lastingFault {
                    stuck[fault, default: []].append(feeds[index])
                } else if feeds[index].errorsInRow >= Self.patience {
                    tired.append(feeds[index])
                }
            }
            if state == .gone { gone.append(feeds[index]) }
            if feeds[index].isMoved, state == .ok || state == .failing {
                moved.append(feeds[index])
            }
            if (feeds[index].pageTrouble?.misses ?? 0) >= Self.patience, state != .paused {
                missed.append(feeds[index])
            }
        }
        return LastingFault.allCases.compactMap { lasting($0, stuck[$0] ?? []) }
            + [failing(tired), pages(missed), self.moved(moved), self.gone(gone)].compactMap(\.self)
    }

    private func lasting(_ fault: LastingFault, _ stuck: [FeedSnapshot]) -> DaemonStatus.Problem? {
        Self.oldest(stuck).map { first in
            DaemonStatus.Problem(
                code: fault.code, since: since(stuck),
                what: "\(count(stuck, "needs", "need")) mending, the first is \(first.url):"
                    + " \(first.error ?? "unknown").",
                next: fault.remedy(first.id))
        }
    }

    private func failing(_ failing: [FeedSnapshot]) -> DaemonStatus.Problem? {
        Self.oldest(failing).map { first in
            DaemonStatus.Problem(
                code: .feedsFailing, since: since(failing),
                what: "\(failing.count) of \(feeds.count) feeds fail, the first is"
                    + " \(first.url): \(first.error ?? "unknown").",
                next: "Nothing, if the servers come back: they are tried again by themselves. See"
                    + " briefctl feeds; briefctl feed poll \(first.id) tries one at once.")
        }
    }

    /// A single page may be gone: an operator is called where none comes from the third miss on.
    private func pages(_ missed: [FeedSnapshot]) -> DaemonStatus.Problem? {
        guard let first = missed.first, let trouble = first.pageTrouble else { return nil }
        return DaemonStatus.Problem(
            code: .pagesFailing,
            since: missed.compactMap { $0.pageTrouble?.since }.min() ?? started,
            what:
                "Of \(missed.count) of \(feeds.count) feeds no linked page can be had, the first is"
                + " \(first.url): \(trouble.why). What the feed says is filed, marked partial.",
            next:
                "Look at a page in a browser; if it stays so, set full_text = \"never\" for the feed."
                + " They are tried again by themselves.")
    }

    private func moved(_ moved: [FeedSnapshot]) -> DaemonStatus.Problem? {
        moved.first.map { first in
            DaemonStatus.Problem(
                code: .feedsMoved, since: first.lastSuccess ?? started,
                what:
                    "\(count(moved, "has", "have")) moved for good, the first is \(first.url): it is"
                    + " at \(first.address) now.",
                next: "Write the new address into the configuration; until then it is asked there"
                    + " all the same.")
        }
    }

    private func gone(_ gone: [FeedSnapshot]) -> DaemonStatus.Problem? {
        Self.oldest(gone).map { first in
            DaemonStatus.Problem(
                code: .feedsGone, since: since(gone),
                what: "\(count(gone, "is", "are")) gone for good, the first is \(first.url).",
                next: LastingFault.removal(first.id) + ".")
        }
    }

    private func count(_ some: [FeedSnapshot], _ one: String, _ many: String) -> String {
        some.count == 1 ? "1 feed \(one)" : "\(some.count) feeds \(many)"
    }

    /// Never later than it was: the first of the errors that last.
    private func since(_ some: [FeedSnapshot]) -> Date {
        some.map { $0.failingSince ?? $0.lastSuccess ?? started }.min() ?? started
    }

    private static func oldest(_ some: [FeedSnapshot]) -> FeedSnapshot? {
        some.min {
            ($0.failingSince ?? .distantPast, $0.url) < ($1.failingSince ?? .distantPast, $1.url)
        }
    }
}

extension LastingFault {
    var code: ProblemCode {
        switch self {
        case .credential: .feedsCredential
        case .refusedAddress: .feedsRefused
        case .address: .feedsAddress
        case .certificate: .feedsCertificate
        case .tooLarge: .feedsTooLarge
        }
    }

    /// What to do about the feed with this id.
    func remedy(_ id: String) -> String {
        switch self {
        case .credential:
            "Put its secret into LoadCredential=NAME:FILE of the unit (systemctl edit briefd), with NAME"
                + " as the feed's credential, and restart briefd; then briefctl feed poll \(id)."
        case .refusedAddress:
            "Allow its host in [http] allow_hosts if it is meant, then briefctl reload and briefctl"
                + " feed poll \(id); else \(Self.removal(id, isLast: true))."
        case .address:
            "Follow it at its right address (briefctl feed add URL, or its [[feed]] url and briefctl"
                + " reload), and \(Self.removal(id, isLast: true))."
        case .certificate:
            "Name the authority of its server with ca_file in its [[feed]], or have the server's owner"
                + " mend the certificate; then briefctl reload and briefctl feed poll \(id)."
        case .tooLarge:
            "Raise [http] max_body, then briefctl reload and briefctl feed poll \(id); or"
                + " \(Self.removal(id, isLast: true))."
        }
    }

    static func removal(_ id: String, isLast: Bool = false) -> String {
        "\(isLast ? "remove" : "Remove") it: briefctl feed remove \(id), or take its [[feed]] out of the"
            + " configuration and briefctl reload"
    }
}
