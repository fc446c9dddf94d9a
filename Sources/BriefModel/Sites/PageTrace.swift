/// What a page showed of the site that it stands on: what an account of the site learns from.
///
/// It comes from a process that read bytes from outside. Whatever it says, an account stays within its bounds, and it
/// counts for the account of the host that the page was asked of, and no other.
public struct PageTrace: Sendable, Codable, Equatable {
    /// How a line begins that stood on several pages.
    public struct Sample: Sendable, Codable, Equatable {
        public var line: UInt64
        public var words: String

        public init(line: UInt64, words: String) {
            self.line = line
            self.words = words
        }
    }

    /// Lines of a page that count at most, and bytes that a sample has at most.
    public static let mostLines = 512
    public static let mostSampleBytes = 96

    /// Hashes of the page's address and of its body.
    public var address: UInt64
    public var body: UInt64
    /// Lines that the judge was for, and lines that he doubted or was against, each of them once.
    public var text: [UInt64]
    public var doubted: [UInt64]
    public var samples: [Sample]
    /// What the feed's whole text says of the page's blocks; nil where it has none.
    public var labels: PageLabels?

    public init(
        address: UInt64, body: UInt64, text: [UInt64], doubted: [UInt64], samples: [Sample]
    ) {
        self.address = address
        self.body = body
        self.text = text
        self.doubted = doubted
        self.samples = samples
    }

    /// Whether an honest reader could have said so.
    public var isBelievable: Bool {
        text.count + doubted.count <= Self.mostLines && samples.count <= SiteAccount.mostSamples
            && Set(text).union(doubted).count == text.count + doubted.count
            && (labels?.kept.count ?? 0) <= PageLabels.most
            && (labels?.dropped.count ?? 0) <= PageLabels.most
            && samples.allSatisfy { $0.words.utf8.count <= Self.mostSampleBytes }
    }
}
