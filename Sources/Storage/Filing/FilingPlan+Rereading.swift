import BriefModel
import Hashing

extension FilingPlan {
    /// What a newer reading of an original led to.
    enum Rereading: Equatable {
        case unchanged
        case changed
        /// The article had no file any more.
        case broughtBack
        /// The article was edited by hand and stays so; the new reading lies at that path.
        case kept(reading: String)
    }

    /// Writes a newer reading of an article's original in its place. Its id and path stay, its old hash becomes
    /// an alias.
    ///
    /// - Parameter overwritesEdits: an edited file goes to superseded/, instead of the reading.
    mutating func reread(
        _ id: String, as document: ReadDocument, overwritesEdits: Bool
    ) throws -> Rereading {
        guard let known = try reader.revision(id: id) else {
            throw StorageError.noArticle(id: id)
        }
        guard document.identity.contentHash != nil || known.contentHash == nil else {
            throw StorageError.noWords(source: "article \(id), read again,")
        }
        let standing = try mind(known)
        guard standing != .gone, let current = try reader.revision(id: id) else {
            try fileAgain(known, as: document)
            return .broughtBack
        }
        let bytes = try content(of: current.path) ?? []
        let old = try MarkdownFile.parse(bytes, path: current.path)
        var new = MarkdownFile(front: old.front, body: document.article.markdown)
        new.front.take(document.article)
        new.front.isEdited = false
        new.front.setHash(of: document.identity)
        if standing == .edited, !overwritesEdits {
            return .kept(reading: try writeBeside(current, new))
        }
        // A file rounds some figures: what would be written tells whether anything changed.
        let written = new.bytes
        guard written != bytes else { return .unchanged }
        if standing == .edited { try setAside(current.path, "edited") }
        try replace(current, old, new, written, document.identity)
        return .changed
    }

    private mutating func replace(
        _ current: Revision, _ old: MarkdownFile, _ new: MarkdownFile, _ written: [UInt8],
        _ identity: Identity
    ) throws {
        pending.write(current.path, written)
        try writer.update(current.num, new.front, checksum: Checksum.crc32(of: written))
        try writer.addHashes(new.front, to: current.num)
        if current.supersededBy == nil {
            let shingles = identify(MarkdownText.plain(old.body, pictures: false)).shingles
            try writer.replaceSamples(
                NearSamples(of: shingles), with: NearSamples(of: identity.shingles),
                of: current.num)
        }
    }

    /// One file an article: a later reading takes the place of an earlier one.
    private mutating func writeBeside(
        _ current: Revision, _ reading: MarkdownFile
    ) throws -> String {
        let path = StoreFiles.aside(current.path, "reading") { _ in false }
        let bytes = reading.bytes
        if try content(of: path) != bytes { pending.write(path, bytes) }
        return path
    }
}
