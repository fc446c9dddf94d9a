/// How a file stands by its name and its place alone.
enum SpoolStanding: Sendable, Equatable {
    case document
    /// Left alone, and nobody expects anything else.
    case ignored(why: String)
    /// Left alone, though somebody may expect that it is taken.
    case notTaken(why: String, next: String)
}
