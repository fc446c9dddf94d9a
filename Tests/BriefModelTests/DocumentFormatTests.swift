import BriefModel
import Foundation
import Testing

@Suite struct DocumentFormatTests {
    @Test func `no two formats share a suffix or a media type`() {
        let suffixes = DocumentFormat.allCases.flatMap(\.suffixes)
        #expect(Set(suffixes).count == suffixes.count)
        let types = DocumentFormat.allCases.map(\.mediaType)
        #expect(Set(types).count == types.count)
        for suffix in suffixes { #expect(!OtherSuffixes.contain(suffix), "\(suffix)") }
    }

    @Test func `finds a format by suffix, name and media type`() {
        for format in DocumentFormat.allCases {
            #expect(DocumentFormat(suffix: format.suffixes[0].uppercased()) == format)
            #expect(DocumentFormat(mediaType: format.mediaType + "; charset=utf-8") == format)
            // ".gz" and the like stand behind another suffix.
            if !format.isCompression {
                #expect(DocumentFormat(name: "a b." + format.suffixes[0]) == format)
            }
        }
        #expect(DocumentFormat(name: "page.html.gz") == .html)
        #expect(DocumentFormat(name: ".html") == nil && DocumentFormat(name: "README") == nil)
    }

    /// The page for people is to say the same. `DocumentFormat.table` is what it shall say.
    @Test func `stands in the README of the spool`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../spool/README.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(text.contains(DocumentFormat.table), "\n\(DocumentFormat.table)\n")
    }
}
