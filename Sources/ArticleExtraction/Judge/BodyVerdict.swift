import BriefModel

/// Which passages of a page are the article.
struct BodyVerdict: Sendable {
    /// For each passage whether it is kept.
    var kept: [Bool]
    /// For each passage the probability that it belongs to the article; empty where none was asked for.
    var probability: [Float] = []
    /// What rules dropped afterwards of what was kept, and why.
    var deletions: [Int: LineDeletion] = [:]
    /// The heading of what readers wrote below the article; nil where there is none.
    var comments: Int?
    /// What the page alone gives, where a feed's words or what is remembered of the site made it another choice: one
    /// verdict, else none.
    var alone: [BodyVerdict] = []
    /// The version of what is remembered of the site, where that changed the choice.
    var siteMemory: Int?
    /// What the page shows of its site; nil where nobody asked.
    var trace: PageTrace?
    /// How good the choice is expected to be: the mean of F1 over pages like this one, 0 to 1.
    var quality: Float
}
