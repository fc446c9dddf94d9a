/// How a piece of text is set.
struct PDFStyle: OptionSet, Sendable, Hashable {
    let rawValue: UInt8
    static let bold = PDFStyle(rawValue: 1)
    static let italic = PDFStyle(rawValue: 2)
    static let fixed = PDFStyle(rawValue: 4)
}

/// A word and where it stands: points from the upper left corner of its page.
struct PDFWord: Sendable {
    var left, top, right, bottom: Double
    var text: String
    /// Of its type, in points; 0 until it is known.
    var size = 0.0
    var style: PDFStyle = []
    /// Number of the font's family within the document; -1 where it is not known.
    var family = -1
    /// Number of its link within the page's links; -1 for none.
    var link = -1

    var width: Double { right - left }
    var height: Double { bottom - top }
    var middle: Double { (top + bottom) / 2 }
    var center: Double { (left + right) / 2 }

    /// Dots alone, as they lead from an entry to its page.
    var isLeader: Bool { text.allSatisfy { ".…·_".contains($0) } }
}

/// A run of text in one font, as `pdftohtml` gives them.
struct PDFRun: Sendable {
    var left, top, right, bottom: Double
    var size: Double
    var style: PDFStyle
    var family: Int
    var link: Int
    /// Where it has at most three bytes, as the signs of notes have; else empty.
    var sign = ""
}

struct PDFPage: Sendable {
    var width: Double
    var height: Double
    var words: [PDFWord] = []
    var links: [String] = []
}

/// What the document's information dictionary says (ISO 32000-1, 14.3.3).
struct PDFInformation: Sendable, Equatable {
    var title: String?
    var author: String?
    var subject: String?
    var keywords: String?
    var creator: String?
}
