import BriefModel
import Settings

/// To which hosts each credential may be sent: those of the feeds that have it already. A list or a program that adds a
/// feed cannot have a secret sent elsewhere; the configuration, which root writes, can.
struct CredentialHosts {
    private var hosts: [String: Set<String>] = [:]

    init(_ feeds: [FeedSubscription]) {
        for feed in feeds { add(feed) }
    }

    mutating func add(_ feed: FeedSubscription) {
        guard let credential = feed.credential, let host = FeedAddress.host(feed.url) else {
            return
        }
        hosts[credential, default: []].insert(host)
    }

    /// Why `feed` does not get its credential; nil where it may.
    func refusal(of feed: FeedSubscription) -> String? {
        guard let credential = feed.credential, let bound = hosts[credential],
            let host = FeedAddress.host(feed.url), !bound.contains(host)
        else { return nil }
        return "the credential \(credential) belongs to \(bound.sorted().joined(separator: ", ")),"
            + " and is not sent to \(host); give this feed a credential of its own, or name it in"
            + " a [[feed]] of the configuration"
    }
}
