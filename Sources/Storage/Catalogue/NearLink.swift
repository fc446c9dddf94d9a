import BriefModel

/// An article that nearly says the same as another, and how the two hang together.
public struct NearLink: Sendable, Codable, Equatable {
    public var id: String
    /// As the article sees it that bears the link; nil where an earlier version linked the two.
    public var kind: TextLikeness.Kind?
    /// How much of the shorter text the longer one has, 0 to 1.
    public var share: Double?

    public init(id: String, kind: TextLikeness.Kind? = nil, share: Double? = nil) {
        self.id = id
        self.kind = kind
        self.share = share
    }

    init(id: String, kind: String?, share: Double?) {
        self.init(id: id, kind: kind.flatMap(TextLikeness.Kind.init(rawValue:)), share: share)
    }

    init(id: String, _ likeness: TextLikeness) {
        self.init(id: id, kind: likeness.kind, share: likeness.share)
    }

    var likeness: TextLikeness? {
        kind.map { TextLikeness(kind: $0, share: share ?? 0) }
    }

    /// "excerpt-of 0.98", as front matter has it beside the ids.
    var words: String {
        guard let kind else { return "" }
        let percent = Int(((share ?? 0) * 100).rounded())
        return "\(kind.rawValue) \(percent / 100).\(percent % 100 / 10)\(percent % 10)"
    }

    init(id: String, words: String) {
        let parts = words.split(separator: " ")
        self.init(
            id: id, kind: parts.first.flatMap { TextLikeness.Kind(rawValue: String($0)) },
            share: parts.count > 1 ? Double(parts[1]) : nil)
    }
}
