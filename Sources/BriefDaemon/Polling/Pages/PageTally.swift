/// How the pages of a feed fared that were asked one after the other.
struct PageTally: Sendable, Equatable {
    var came = 0
    var missed = 0
    /// Requests that were made, whatever came of them.
    var asked = 0
    /// Why the first of those that were missed was.
    var why: String?

    static func + (one: PageTally, other: PageTally) -> PageTally {
        PageTally(
            came: one.came + other.came, missed: one.missed + other.missed,
            asked: one.asked + other.asked, why: one.why ?? other.why)
    }
}
