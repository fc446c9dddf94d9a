/// What stands on a page, in the order of reading.
enum PDFItem: Sendable {
    case line(PDFLine)
    /// Rows of cells, each of some lines.
    case table([[[PDFLine]]], page: Int)
}
