import BriefModel

/// What a reader finds in a document: the body as blocks, without the title, and the facts it states.
///
/// A fact that the document does not state is nil or empty.
struct ExtractedBody: Equatable {
    var blocks: [Block] = []
    var title: String?
    var authors: [String] = []
    /// ISO 8601, as stated.
    var published: String?
    /// ISO 8601, as stated.
    var modified: String?
    var site: String?
    var series: String?
    var number: String?
    var language: String?
    var excerpt: String?
    /// The address that a text states of itself; pages state theirs in their heads.
    var url: String?
    /// What a text says that it is about.
    var categories: [String] = []
    /// 0 to 1: how good the choice of the body is thought to be.
    var quality: Double = 0
    var warnings: [String] = []
    /// Of whole pages only.
    var statement: PageStatement?
}
