import BriefModel
import FoundationEssentials
import Hashing
import LinuxIO

/// Articles whose files are lost, read again from their originals.
extension Mending {
    /// Those that the catalogue knew.
    mutating func bringBack(_ recovery: Recovery) throws {
        let reader = reader
        for lost in try recovery.lost(isKnown: { try reader.isTaken(id: $0) }) {
            let isThere = try files.exists(lost.path)
            // What could not be read may be sound, and was told of.
            guard !isThere || damaged[lost.path] != nil else { continue }
            var front = lost.front
            let document: ReadDocument
            do {
                document = try recovery.read(front, in: files)
            } catch {
                damaged[lost.path] = nil
                report.leftOut.add(
                    lost.path, "article \(front.id) has no file to read, and \(error)")
                continue
            }
            front.take(document)
            try write(front, document, at: lost.path)
        }
    }

    /// Originals that nobody names are those of articles of which nothing else is left.
    mutating func lookForOrphans(_ recovery: Recovery?) throws {
        let named = try originalsInSightings()
        var orphans: [String] = []
        try files.files(under: "originals") { path in
            let sha = String(path.dropFirst(StoreFiles.folder(of: path).count + 1).dropLast(3))
            guard path == StoreFiles.original(sha), !named.contains(sha),
                try !reader.isKnown(original: sha)
            else { return }
            orphans.append(sha)
        }
        for sha in orphans {
            if let recovery {
                try bringBack(orphan: sha, recovery)
            } else {
                report.orphans.add(StoreFiles.original(sha), "no article names this original")
            }
        }
    }

    private func originalsInSightings() throws -> Set<String> {
        var named: Set<String> = []
        for name in try SightingLog.files(in: files.root) {
            _ = try SightingLog.read(name, from: 0, in: files.root) { named.insert($0.original) }
        }
        return named
    }

    private mutating func bringBack(orphan sha: String, _ recovery: Recovery) throws {
        for id in try recovery.articles(of: sha) {
            if let article = try reader.revision(id: id) {
                return try writer.addOriginal(sha, to: article.num)
            }
        }
        let path = StoreFiles.original(sha)
        let arrival = Date(timeIntervalSince1970: Double(try files.modified(path)) / 1e9)
        var front = FrontMatter(orphan: sha, arrival: arrival)
        let document: ReadDocument
        do {
            document = try recovery.read(front, in: files)
        } catch {
            return report.leftOut.add(path, "no article names this original, and \(error)")
        }
        if let known = try article(like: document) {
            return try writer.addOriginal(sha, to: known)
        }
        front.take(document)
        try file(front, document)
    }

    /// The article that says the same, or nearly the same under the same title or address.
    private func article(like document: ReadDocument) throws -> Int64? {
        guard let hash = document.identity.contentHash else { return nil }
        if let same = try reader.current(original: nil, hash: hash) { return same.num }
        let shingles = document.identity.shingles
        let page = try document.article.url.flatMap(URLKey.make).flatMap {
            try reader.current(urlKey: $0)
        }
        return try plan.nearSearch.candidates(for: NearSamples(of: shingles)).first {
            let (article, title) = ($0.revision, document.article.title)
            return shingles.isNear($0.shingles)
                && (article.num == page?.num || article.title != nil && article.title == title)
        }?.revision.num
    }

    private mutating func file(_ front: FrontMatter, _ document: ReadDocument) throws {
        var front = front
        let digits = String((front.contentHash ?? "").drop { $0 != ":" }.dropFirst())
        front.id = try ArticlePath.id(from: digits) { try reader.isTaken(id: $0) }
        // A file that nothing can be read from gives up its place to what was in it.
        let path = try ArticlePath.choose(
            title: front.title, published: front.published, arrival: front.filed, id: front.id
        ) { try damaged[$0] == nil && plan.isTaken($0) }
        try write(front, document, at: path)
    }

    private mutating func write(
        _ front: FrontMatter, _ document: ReadDocument, at path: String
    ) throws {
        let file = MarkdownFile(front: front, body: document.article.markdown)
        let bytes = file.bytes
        if damaged.removeValue(forKey: path) != nil { try plan.setAside(path, "damaged") }
        plan.pending.write(path, bytes)
        let isCurrent = front.supersededBy == nil
        try enter(
            front, path, checksum: Checksum.crc32(of: bytes),
            isCurrent ? document.identity.shingles : Shingles())
        report.broughtBack.add(path, "article \(front.id) was read again from its original")
        if plan.pending.paths.count >= Self.writtenAtOnce { try carryOut() }
    }
}
