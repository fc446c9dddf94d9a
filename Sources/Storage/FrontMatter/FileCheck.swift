import BriefModel
import FoundationEssentials
import Hashing

/// Says what became of an article's file since briefd wrote it.
struct FileCheck {
    enum Outcome {
        /// The same facts and the same text, however they are set down.
        case asWritten(MarkdownFile)
        /// Somebody changed facts or text: here with its new content hash and `isEdited`, the old hash as an alias.
        case edited(MarkdownFile)
        /// No article can be read from it.
        case damaged(why: String)
    }

    let identify: ArticleStore.Identify

    /// - Parameters:
    ///   - known: what the catalogue holds of the article, for facts that the file has lost.
    ///   - modified: when the file was written last, nanoseconds since 1970: else when the article was filed.
    ///   - isSameFile: whether the catalogue knows these very bytes; nil where it does not know the article.
    func check(
        _ bytes: [UInt8], path: String, modified: Int64, known: FrontMatter?, isSameFile: Bool?
    ) -> Outcome {
        var file: MarkdownFile
        do throws(StorageError) {
            file = try MarkdownFile.parse(bytes, path: path)
        } catch {
            if case .damaged(_, let why) = error { return .damaged(why: why) }
            return .damaged(why: error.description)
        }
        let hash = identify(MarkdownText.plain(file.body, pictures: false)).contentHash
        if hash == nil, (file.front.contentHash ?? known?.contentHash) != nil {
            return .damaged(why: "its text is gone")
        }
        let isBare = file.front.isEmpty
        if let known { file.front.complete(from: known) }
        file.front.derive(path: path, hash: hash, modified: modified)
        if isAsWritten(file, hash, isBare ? isSameFile ?? false : isSameFile) {
            return .asWritten(file)
        }
        file.settleTitle(known: known?.title)
        file.noteEdit(hash: hash)
        file.front.sequence = file.front.sequence ?? known?.sequence
        return .edited(file)
    }

    /// Files of briefd 0.1.0 do not bear their own hash: there the catalogue's checksum tells, else the content hash.
    private func isAsWritten(_ file: MarkdownFile, _ hash: String?, _ isSameFile: Bool?) -> Bool {
        if let isAsWritten = file.isAsWritten { return isAsWritten }
        if let isSameFile { return isSameFile }
        return hash == file.front.contentHash || file.front.aliases.contains { $0 == hash }
    }
}

extension MarkdownFile {
    /// Where heading and title differ, takes the one that was edited.
    mutating func settleTitle(known: String?) {
        guard let heading = editedHeading else { return }
        editedHeading = nil
        var before = self
        before.front.title = heading
        let isTitleEdited = before.hash == front.fileHash || known != nil && front.title != known
        if !isTitleEdited || front.title == nil { front.title = heading }
    }

    /// Takes down that the file was edited. `hash`: of the text as it is now.
    mutating func noteEdit(hash: String?) {
        front.isEdited = true
        guard hash != front.contentHash else { return }
        let old = [front.contentHash].compactMap { $0 }
        front.contentHash = hash
        front.aliases = (front.aliases + old).filter { $0 != hash }
    }
}

extension FrontMatter {
    /// Whether the file has none of the facts that every article of ours has.
    var isEmpty: Bool { id.isEmpty && filed.isEmpty && original.isEmpty && contentHash == nil }

    /// Makes up what is left empty of that which a file cannot be filed without, from what is there.
    mutating func derive(path: String, hash: String?, modified: Int64) {
        if id.isEmpty {
            // Ids are made so; of an edited text the first hash is among the aliases.
            let digits = (aliases.first ?? contentHash ?? hash ?? "").drop { $0 != ":" }.dropFirst()
            id = String(
                (digits.isEmpty ? SHA256Digest.hex(of: Array(path.utf8))[...] : digits).prefix(16))
        }
        if filed.isEmpty { filed = Date(timeIntervalSince1970: Double(modified) / 1e9).rfc3339 }
        if source.isEmpty { source = "store:" + path }
    }

    /// Takes over what an article cannot be known by without; all facts where the file has lost its front matter.
    mutating func complete(from known: FrontMatter) {
        if isEmpty {
            var whole = known
            whole.title = title ?? known.title
            whole.tags += tags.filter { !known.tags.contains($0) }
            whole.extra = extra
            whole.otherAliases = otherAliases
            self = whole
            return
        }
        if id != known.id { id = known.id }
        if filed.isEmpty { filed = known.filed }
        if original.isEmpty { original = known.original }
        if source.isEmpty { source = known.source }
        contentHash = contentHash ?? known.contentHash
        feed = feed ?? known.feed
        entryKey = entryKey ?? known.entryKey
    }
}
