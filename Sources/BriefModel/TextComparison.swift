/// How two texts differ, block by block: whether one is the other in another cut, or another text.
///
/// What two copies of an article differ in stands in blocks of its own: a byline at the beginning, credits and tags at the
/// end, a caption or "Read also" in between. Two versions differ within their sentences.
public struct TextComparison: Sendable, Equatable {
    /// The shorter text's words by the longer one's, 0 to 1.
    public var lengthRatio: Double
    /// Words of the shorter text.
    public var words: Int
    /// Whether a sentence says different things in the two, or one text has blocks that are no furniture in the midst.
    public var isEdited: Bool
    /// Words of prose that only one of them has between blocks that both have, without a figure or a quotation.
    public var proseBetween: Int
    /// Words of prose that only one of them has at its beginning or end.
    public var proseAtEnds: Int
    /// Whether one of them has entries with a time of day at its beginning or end that the other has not: it is a step of
    /// something that is still being told.
    public var isContinued: Bool

    public init(
        lengthRatio: Double = 0, words: Int = 0, isEdited: Bool = false,
        proseBetween: Int = 0, proseAtEnds: Int = 0, isContinued: Bool = false
    ) {
        self.lengthRatio = lengthRatio
        self.words = words
        self.isEdited = isEdited
        self.proseBetween = proseBetween
        self.proseAtEnds = proseAtEnds
        self.isContinued = isContinued
    }
}
