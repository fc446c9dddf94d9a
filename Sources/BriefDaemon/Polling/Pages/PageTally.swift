/// How the pages of a feed fared that were asked one after the other.
struct PageTally: Sendable, Equatable {
    var came = 0
    var missed = 0
    /// Why the first of those that were missed was.
    var why: String?

    static func + (one: PageTally, other: PageTally) -> PageTally {
        PageTally(
            came: one.came + other.came, missed: one.missed + other.missed,
            why: one.why ?? other.why)
    }
}
