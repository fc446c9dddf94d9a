import BriefModel
import ControlProtocol
import Storage

/// An article's facts and the bytes that it came in.
struct FiledOriginal {
    var front: FrontMatter
    var bytes: [UInt8]

    /// Asks the daemon; where a configuration is named, and no socket's folder with it, the store is opened instead.
    ///
    /// - Parameter id: of an article, in whole or its beginning.
    static func find(
        _ id: String, daemon: DaemonOptions, config: String?
    ) async throws -> FiledOriginal {
        do {
            if let config, daemon.runtime == nil {
                var options = StoreOptions()
                options.config = config
                return try options.withStore { path in
                    let store = try ArticleStore(at: path, identify: .content)
                    let front = try store.catalogue.article(id).front
                    return FiledOriginal(front: front, bytes: try store.original(front.original))
                }
            }
            let path = try DaemonClient.path("v1", "articles", id)
            let article = try await daemon.client.get(path, as: ArticleItem.self)
            let file = try MarkdownFile.parse(
                Array((article.markdown ?? "").utf8), path: article.path)
            return FiledOriginal(
                front: file.front, bytes: try await daemon.client.bytes(path + "/original"))
        } catch let error as StorageError {
            throw Failure.notWell(error.description.printable)
        }
    }
}
