import BriefModel
import ControlProtocol

/// What `feed add` says of the first poll.
enum FirstPoll {
    /// Slow servers are not waited for.
    static let patience = Duration.seconds(5)

    static func reply(of feed: FeedSnapshot?, url: String, id: String) -> DoneReply {
        let start = "\(url.hidingSecrets) is followed now"
        guard let feed else { return DoneReply(what: start, id: id) }
        guard let error = feed.error else {
            guard feed.lastSuccess != nil else {
                return DoneReply(
                    what: "\(start); its articles come with its first poll", id: id)
            }
            let title = feed.title.map { ": \($0)" } ?? ""
            let pages = feed.pagesWaiting == 0 ? "" : ", \(feed.pagesWaiting) linked pages wait"
            return DoneReply(what: "\(start)\(title)\(pages)", id: id)
        }
        if let fault = feed.lastingFault {
            return DoneReply(
                what: start, id: id,
                warning: "it does not work: \(error.hidingSecrets). \(fault.remedy(id))")
        }
        return DoneReply(
            what:
                "\(start), but its first poll met a fault: \(error.hidingSecrets)."
                + " It is tried again by itself",
            id: id)
    }
}
