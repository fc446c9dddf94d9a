import BriefModel
import Hashing
import LinuxIO

/// What becomes of articles whose file is not what the catalogue knows.
extension FilingPlan {
    /// How an article's file is found.
    enum Standing {
        case sound
        /// Somebody changed it by hand.
        case edited
        /// There is no file, or none that an article can be read from.
        case gone
    }

    /// Looks at an article's file. An edit that was made since it was looked at last is taken down: in the file, in the
    /// catalogue, and so in the search.
    mutating func mind(_ article: Revision) throws -> Standing {
        let known: Standing = article.isEdited ? .edited : .sound
        if pending.touches(article.path) { return known }
        guard let status = try files.root.status(of: article.path) else { return .gone }
        let stamp = FileStamp(status)
        if stamp == article.stamp { return known }
        let bytes = try files.read(article.path)
        let checksum = Checksum.crc32(of: bytes)
        if checksum == article.checksum {
            try writer.setStamp(stamp, at: article.path)
            return known
        }
        let front = try reader.front(of: article)
        switch FileCheck(identify: identify)
            .check(
                bytes, path: article.path, modified: status.modified, known: front,
                isSameFile: false)
        {
        case .damaged: return .gone
        case .asWritten:
            try writer.setChecksum(checksum, stamp, of: article.num)
            return known
        case .edited(let file):
            try put(file, in: article)
            return .edited
        }
    }

    /// Writes a file in the place of an article's, and enters what it says.
    mutating func put(_ file: MarkdownFile, in article: Revision) throws {
        let bytes = file.bytes
        pending.write(article.path, bytes)
        try writer.update(article.num, file.front, checksum: Checksum.crc32(of: bytes))
        try writer.addHashes(file.front, to: article.num)
        try writer.addTags(file.front.tags, to: article.chain)
        guard article.supersededBy == nil else { return }
        // The old text is gone, and with it the way to its samples: they stay, and name a candidate too many.
        let shingles = identify(MarkdownText.plain(file.body, pictures: false)).shingles
        try writer.addSamples(NearSamples(of: shingles), to: article.num)
    }

    /// Files an article again whose file is gone, under its id and in its place.
    mutating func fileAgain(
        _ article: Revision, _ prepared: PreparedFiling
    ) throws -> FilingOutcome {
        let filing = prepared.filing
        try keep(prepared)
        var front = try reader.front(of: article)
        front.isPartial = filing.isPartial
        front.take(from: filing)
        try fileAgain(
            article, front, filing.identity, body: filing.article.markdown,
            original: prepared.original)
        let sighting = Sighting(
            .sighting, of: article.id, filing, original: prepared.original)
        try note(sighting, prepared, of: article)
        return .filed(id: article.id, near: [])
    }

    /// The same from a reading of the original.
    mutating func fileAgain(_ article: Revision, as document: ReadDocument) throws {
        var front = try reader.front(of: article)
        front.take(document.article)
        front.originalType = document.article.mediaType
        try fileAgain(
            article, front, document.identity, body: document.article.markdown,
            original: article.original)
    }

    private mutating func fileAgain(
        _ article: Revision, _ front: FrontMatter, _ identity: Identity, body: String,
        original: String
    ) throws {
        var file = MarkdownFile(front: front, body: body)
        file.front.isEdited = false
        file.front.setHash(of: identity)
        file.front.near = try reader.neighbours(of: article.chain)
        file.front.seriesParts = try reader.parts(besides: article.chain)
        if try !files.exists(StoreFiles.original(front.original)) { file.front.original = original }
        try setAside(article.path, "damaged")
        try put(file, in: article)
    }

    /// An entry that says the same as before, of an article that was edited since: the edited file stays as it is.
    mutating func keepEdited(
        _ article: Revision, _ prepared: PreparedFiling
    ) throws -> FilingOutcome {
        let hash = prepared.filing.identity.contentHash ?? ""
        if try reader.current(original: prepared.original, hash: hash)?.num == article.num,
            try reader.hasOriginal(prepared.original, article.num)
        {
            return .unchanged(id: article.id)
        }
        let sighting = Sighting(
            .update, of: article.id, prepared.filing, original: prepared.original)
        try note(sighting, prepared, of: article)
        return .updated(id: article.id)
    }

    /// Copies what lies at a path to superseded/, for people to look at. Says where; nil where nothing lies there.
    @discardableResult mutating func setAside(_ path: String, _ why: String) throws -> String? {
        guard let bytes = try content(of: path), !bytes.isEmpty else { return nil }
        let aside = try StoreFiles.aside(path, why, isTaken: isTaken)
        pending.write(aside, bytes)
        return aside
    }

    /// Notes what the files look like that were just written.
    func setStamps(of paths: [String]) throws {
        for path in paths where path.hasSuffix(".md") {
            if let status = try files.root.status(of: path) {
                try writer.setStamp(FileStamp(status), at: path)
            }
        }
    }
}

extension FrontMatter {
    /// Puts the hash of the text as it is now in the place of the one before, which becomes an alias.
    mutating func setHash(of identity: Identity) {
        let old = contentHash
        contentHash = identity.contentHash
        hashVersion = identity.hashVersion
        if let old, old != contentHash { aliases.append(old) }
        aliases.removeAll { $0 == contentHash }
    }
}
