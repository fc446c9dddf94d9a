/// How an article that nearly says the same hangs together with another one.
public struct TextLikeness: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// The text is part of the other one.
        case excerptOf = "excerpt-of"
        /// The other text is part of it.
        case contains
        /// Most of both is common to them, and each has text of its own.
        case overlaps
        /// Both are one text in two wordings.
        case edited

        /// The same, seen from the other text.
        public var reversed: Kind {
            switch self {
            case .excerptOf: .contains
            case .contains: .excerptOf
            case .overlaps, .edited: self
            }
        }
    }

    public var kind: Kind
    /// How much of the shorter text the longer one has, in words, 0 to 1.
    public var share: Double

    public init(kind: Kind, share: Double) {
        self.kind = kind
        self.share = share
    }

    public var reversed: TextLikeness { TextLikeness(kind: kind.reversed, share: share) }
}
