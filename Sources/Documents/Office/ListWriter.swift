/// Writes items of lists as they come one by one with their depths, and closes what is open before anything else.
struct ListWriter {
    private var open: [(tag: String, level: Int)] = []
    private static let deepest = 12

    /// - Parameter level: 0 for the outermost.
    mutating func item(_ markup: String, ordered: Bool, level: Int, into output: inout Markup) {
        let level = min(max(0, level), Self.deepest)
        let tag = ordered ? "ol" : "ul"
        while let last = open.last, last.level > level {
            output.add("</li></\(last.tag)>")
            open.removeLast()
        }
        if let last = open.last, last.level == level {
            output.add("</li>")
            if last.tag != tag {
                output.add("</\(last.tag)><\(tag)>")
                open[open.count - 1].tag = tag
            }
        } else {
            output.add("<\(tag)>")
            open.append((tag, level))
        }
        output.add("<li>" + markup)
    }

    mutating func close(into output: inout Markup) {
        for last in open.reversed() { output.add("</li></\(last.tag)>\n") }
        open = []
    }
}
