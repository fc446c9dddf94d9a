import BriefModel
import ControlServer
import Settings

/// Finds the feed that an operator means: by its id, its address, its name, or the beginning of its id.
struct FeedFinder {
    /// Digits: fewer are too easily mistyped for an order that removes something.
    private static let shortest = 4

    let feeds: [FeedSnapshot]

    func find(_ text: String) throws(ControlFailure) -> FeedSnapshot {
        if let feed = feeds.first(where: { $0.id == text }) { return feed }
        let key = FeedAddress.key(text)
        let name = text.lowercased()
        let meanings: [(FeedSnapshot) -> Bool] = [
            { FeedAddress.key($0.url) == key },
            { FeedAddress.key($0.address) == key },
            // As lists show it.
            { $0.url.hidingSecrets == text },
            { $0.name == text || $0.title == text },
            { $0.name?.lowercased() == name || $0.title?.lowercased() == name },
            { name.count >= Self.shortest && $0.id.hasPrefix(name) },
        ]
        for isMeant in meanings {
            let found = feeds.filter(isMeant)
            if found.count == 1 { return found[0] }
            guard found.isEmpty else {
                let ids = found.prefix(5).map { "\($0.id) (\($0.url.hidingSecrets))" }.joined(
                    separator: ", ")
                throw ControlFailure(
                    400, "ambiguous", "Ambiguous",
                    detail:
                        "\(text.hidingSecrets) may be \(found.count) feeds: \(ids); give one of these ids"
                )
            }
        }
        throw ControlFailure(
            404, "no-feed", "No such feed",
            detail:
                "no feed has the id, URL or name \(text.hidingSecrets); briefctl feeds lists them")
    }
}
