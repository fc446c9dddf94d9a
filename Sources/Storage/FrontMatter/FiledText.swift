/// An article's file, as far as somebody reads it who does not keep stores: its facts, and its blocks as plain text.
public struct FiledText: Sendable, Equatable {
    public var front: FrontMatter
    /// One a block, without marks of Markdown; pictures by their descriptions.
    public var blocks: [String]

    /// - Parameter file: the whole file, front matter and body.
    /// - Throws: `StorageError.damaged` where it is no article's file.
    public init(file: String, path: String) throws(StorageError) {
        let file = try MarkdownFile.parse(Array(file.utf8), path: path)
        front = file.front
        blocks = MarkdownText.plain(file.body).split(separator: "\n").map(String.init)
    }
}
