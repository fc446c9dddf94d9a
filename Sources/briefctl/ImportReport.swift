import BriefModel
import ControlProtocol

/// What became of the outlines of a list (`feed import`).
struct ImportReport: Codable {
    struct LeftOut: Codable {
        var url: String
        var what: String
    }

    var ok = true
    /// In words.
    var what = ""
    var added = 0
    /// URLs that are followed now, those that were already, and those that are not.
    var imported: [String] = []
    var known: [String] = []
    var refused: [SubscriptionImportReply.Refusal] = []
    /// Settings of the list that are not in force without --trust.
    var leftOut: [LeftOut] = []

    /// Takes what the daemon says of one part of the list.
    mutating func take(_ reply: SubscriptionImportReply, of urls: [String]) {
        var others: [String: Int] = [:]
        for url in reply.known + reply.refused.map(\.url) { others[url, default: 0] += 1 }
        for url in urls {
            if let count = others[url], count > 0 {
                others[url] = count - 1
            } else {
                imported.append(url)
            }
        }
        added += reply.added
        known += reply.known
        refused += reply.refused
    }

    mutating func conclude() {
        what = SubscriptionImportReply(added: added, known: known, refused: refused).what
        ok = refused.isEmpty
    }

    func print() {
        Output.line(what)
        let rows =
            imported.map { ["imported", $0, ""] } + known.map { ["known", $0, "followed already"] }
            + refused.map { ["refused", $0.url, $0.why] }
        TableOutput.print(["RESULT", "FEED", "WHY"], rows)
    }
}
