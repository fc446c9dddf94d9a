extension [LineSplitter.RawLine] {
    /// The lines without some of them. The most blank lines that stood above one that goes stand above what comes next.
    func dropping(where isDropped: (LineSplitter.RawLine) -> Bool) -> Self {
        var rest: Self = []
        var blanks = 0
        for var line in self {
            if isDropped(line) {
                blanks = Swift.max(blanks, line.blanksBefore)
                continue
            }
            line.blanksBefore = Swift.max(blanks, line.blanksBefore)
            blanks = 0
            rest.append(line)
        }
        return rest
    }
}
