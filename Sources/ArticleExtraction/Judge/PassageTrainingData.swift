import Charsets
import LibXML

/// What training/html/train.py learns from: the passages of one page and their figures.
public struct PassageTrainingData: Sendable {
    public static let names = PassageFeatures.names
    /// The passages' clean text.
    public var texts: [String]
    /// One row of figures a passage, one after another.
    public var features: [Float]

    public init(page bytes: [UInt8]) {
        let declared = [DeclaredCharset.find(in: bytes)].compactMap { $0 }
        let decoded = CharacterDecoder().decode(bytes, declared: declared)
        let page = HTMLDocumentReader.page(of: PageTree.read(decoded.utf8))
        texts = page.passages.indices.map(page.string)
        features = []
        var figures = PassageFeatures(page, metadata: PageMetadata(page.tree))
        for index in page.passages.indices { figures.append(index, of: page, to: &features) }
    }
}
