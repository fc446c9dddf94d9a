/// What training/plaintext/train.py learns from: the lines of one decoded text and their figures.
public struct LineTrainingData: Sendable, Codable {
    /// The lines after hard wraps are undone, without list marks.
    public var lines: [String]
    /// Words; a character of a script without spaces counts 0.6.
    public var weights: [Double]
    /// One row of figures a line.
    public var features: [[Float]]
    /// Whether the rules alone call the line page furniture.
    public var hard: [Bool]

    public init(text: String) {
        let traits = Unwrapper(LineSplitter.lines(of: text)).unwrapped().map { LineTraits($0) }
        lines = traits.map(\.line.text)
        weights = traits.map(\.weight)
        features = LineFeatures(traits).rows()
        hard = traits.map(\.isFurniture)
    }
}
