import BriefModel
import ContentIdentity
import Foundation

extension Filing {
    /// A document of our own making, as a file in the spool would be; no two of one length share a paragraph.
    init(sample number: Int, paragraphs count: Int) {
        let paragraphs = (0..<count).map { Samples.paragraph(number * max(count, 50) + $0 + 7) }
        let text = paragraphs.joined(separator: "\n")
        self.init(
            article: Article(
                title: "Article \(number)", text: text,
                markdown: paragraphs.joined(separator: "\n\n"), wordCount: 70 * count,
                quality: 0.9, extractor: "bench"),
            identity: Identity(text: text), origin: Origin(source: "spool:\(number).txt"),
            original: Array(text.utf8), originalType: "text/plain",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
    }
}
