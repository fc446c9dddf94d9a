/// Addresses are set over several lines, without a mark of it: whether one goes on where a line ends.
enum BrokenAddress {
    /// - Parameter isOneLink: whether one link lies over both words.
    static func goesOn(_ first: String, in second: String, _ isOneLink: Bool) -> Bool {
        guard first.contains("://"), let sign = first.last, let next = second.first else {
            return false
        }
        // No address ends so.
        if "-_?&=%#~".contains(sign) { return true }
        if "/?&=#%".contains(next), second.count > 1 { return true }
        guard sign == "/" || sign == "." || isOneLink && sign == ":" else { return false }
        if isOneLink { return next.isLetter || next.isNumber }
        // A sentence may end here, or go on: a word of one has no signs in it.
        guard next.isLowercase || next.isNumber else { return false }
        var rest = second[...]
        while let last = rest.last, ".,;:)]".contains(last) { rest.removeLast() }
        return rest.contains { "/._?=&#%-".contains($0) }
    }
}
