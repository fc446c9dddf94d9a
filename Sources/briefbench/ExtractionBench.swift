import ArticleExtraction
import BriefModel
import FoundationEssentials
import LibXML

/// Whole extraction (decode, parse, judge, Markdown) against libxml2's SAX pass alone.
struct ExtractionBench {
    var pages: [[UInt8]]

    func run() {
        let extractor = ArticleExtractor()
        let arrival = Date()
        let times = Pair.seconds {
            for page in pages {
                _ = try? extractor.extract(
                    ExtractionRequest(bytes: page, type: .html, arrival: arrival))
            }
        } floor: {
            for page in pages { _ = SAXFloor.html(page) }
        }
        let scale = 1000 / Double(max(1, pages.count))
        Table.row(
            "extraction, a page", ours: times.ours * scale, floor: times.floor * scale, unit: "ms",
            floorIs: "libxml2 SAX alone")
    }
}
