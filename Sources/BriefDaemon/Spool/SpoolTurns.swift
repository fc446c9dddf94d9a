import Spooling

/// Who of the spool's senders has how many documents in hand: none keeps the others out.
struct SpoolTurns {
    private var held: [String: Int] = [:]

    /// Whether one more document of a sender may be taken in hand.
    ///
    /// - Parameters:
    ///   - isAlone: no other sender has documents that are ready.
    ///   - isRemarkable: see `RemarkableSource`.
    func admits(_ sender: String, isAlone: Bool, isRemarkable: Bool) -> Bool {
        let held = held[sender] ?? 0
        if isRemarkable { return held < 2 }
        return isAlone || held < SpoolIntake.inHandLimit / 2
    }

    mutating func take(_ sender: String) { held[sender, default: 0] += 1 }

    mutating func giveBack(_ sender: String) {
        let left = (held[sender] ?? 0) - 1
        held[sender] = left > 0 ? left : nil
    }

    /// The first of each sender, then the second of each, and so on.
    static func inTurns(_ items: [SpoolItem]) -> [SpoolItem] {
        var counts: [String: Int] = [:]
        return items.enumerated().map { index, item in
            let round = counts[item.sender, default: 0]
            counts[item.sender] = round + 1
            return (round, index, item)
        }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }
}
