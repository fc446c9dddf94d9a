import Charsets

/// What training/plaintext/train.py learns from: the lines of one decoded text and their figures.
public struct LineTrainingData: Sendable, Codable {
    /// The lines after hard wraps are undone, without list marks.
    public var lines: [String]
    /// Words; a character of a script without spaces counts 0.6.
    public var weights: [Double]
    /// One row of figures a line.
    public var features: [[Float]]
    /// The numbers that `LineLexicon` gives the words of each line.
    public var words: [[Int]]
    /// Whether the rules alone call the line page furniture.
    public var hard: [Bool]

    /// - Parameter bytes: a text in any character set.
    public init(bytes: [UInt8]) {
        let decoded = CharacterDecoder().decode(bytes, declared: [])
        self.init(text: String(decoding: decoded.utf8, as: UTF8.self))
    }

    public init(text: String) {
        let traits = Unwrapper(LineSplitter.lines(of: text)).unwrapped().map { LineTraits($0) }
            .counted()
        lines = traits.map(\.line.text)
        weights = traits.map(\.weight)
        let rows = LineFeatures(traits).figures()
        features = traits.indices.map {
            Array(rows[$0 * LineFeatures.count..<($0 + 1) * LineFeatures.count])
        }
        words = traits.map { LineLexicon.words(of: $0.folded) }
        hard = traits.map(\.isFurniture)
    }
}
