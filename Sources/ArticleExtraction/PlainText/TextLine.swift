/// One line of a plain text: a paragraph, a heading, an item or a piece of page furniture, after hard
/// wraps are undone.
struct TextLine: Equatable {
    enum Marker: Equatable {
        case none
        case bullet
        /// The number that the item bears.
        case ordered(Int)
        /// The level of a Markdown heading.
        case heading(Int)
        case quote

        var isHeading: Bool {
            if case .heading = self { return true }
            return false
        }
    }

    /// Without indent and marker, one space for each run of white space.
    var text: String
    var marker: Marker = .none
    /// The mark as it stands in the text, with the space behind it: "2. ".
    var mark = ""
    /// Columns before the text, a tab being eight.
    var indent = 0
    /// Blank lines before this one.
    var blanksBefore = 0
    /// The line as it stands, where its columns mean something: a row of a table, a line of code.
    var raw: String?
}
