import BriefModel
import LinuxIO

/// What an operator takes back: articles that shall go, and revisions that shall be current again.
extension FilingPlan {
    /// Takes an article with all its revisions out of the store. The files move to forgotten/, from where `recall` brings
    /// them back, until the next collection of garbage.
    ///
    /// - Parameter isForGood: what the article is recognised by is kept, and never filed again.
    mutating func forget(_ article: Revision, isForGood: Bool) throws {
        var marks: Set<String> = []
        for revision in try reader.revisions(chain: article.chain) {
            if let bytes = try content(of: revision.path) {
                pending.write(StoreFiles.forgotten(revision.path), bytes)
            }
            pending.remove(revision.path)
            if isForGood { marks.formUnion(try reader.marks(of: revision)) }
        }
        if isForGood {
            let list = try RefusedList(in: files).adding(marks, of: article.id)
            pending.write(RefusedList.path, list)
            for mark in marks { try writer.refuse(mark, for: article.id) }
        }
        try writer.remove(chain: article.chain)
    }

    /// Makes an older revision of an article the current one: it becomes the last of them, and the one that was current
    /// moves to superseded/. Nothing is filed, and nothing is news.
    mutating func makeCurrent(_ revision: Revision) throws {
        guard let current = try reader.current(chain: revision.chain) else {
            throw StorageError.noArticle(id: revision.id)
        }
        guard current.num != revision.num else { return }
        let chain = try reader.revisions(chain: revision.chain)
        guard let bytes = try content(of: revision.path) else {
            throw StorageError.damaged(path: revision.path, why: "the revision's file is gone")
        }
        var file = try MarkdownFile.parse(bytes, path: revision.path)
        var own = file.front
        own.complete(from: try reader.front(of: revision))
        // The list of revisions closes around the one that is taken out of it.
        for other in chain where other.num != revision.num && other.num != current.num {
            try relink(other, without: own)
        }
        let path = try ArticlePath.choose(
            title: own.title, published: own.published, arrival: own.filed, id: revision.id,
            isTaken: isTaken)
        try relink(current, without: own)
        try retire(current, by: revision.id)
        file.front.supersedes = current.id
        file.front.supersededBy = nil
        pending.remove(revision.path)
        try writer.bringBack(revision.num, to: path, supersedes: current.id)
        try put(file, in: try reader.revision(id: revision.id) ?? revision)
    }

    /// Links a revision with those before and behind one that leaves its place in the list.
    mutating func relink(_ other: Revision, without own: FrontMatter) throws {
        guard let bytes = try content(of: other.path),
            var file = try? MarkdownFile.parse(bytes, path: other.path)
        else { return }
        let old = file.front
        if file.front.supersedes == own.id { file.front.supersedes = own.supersedes }
        if file.front.supersededBy == own.id { file.front.supersededBy = own.supersededBy }
        guard file.front != old else { return }
        try put(file, in: other)
        try writer.setLinks(
            of: other.num, supersedes: file.front.supersedes, supersededBy: file.front.supersededBy)
    }
}

extension FilingPlan {
    /// Enters an arrival that the sightings tell of.
    func enter(_ sighting: Sighting, of article: Revision) throws {
        try writer.addSighting(sighting, to: article.chain)
        try writer.addOriginal(sighting.original, to: article.num)
        if sighting.kind == .variant, let hash = sighting.contentHash {
            try writer.addHash(hash, to: article.num)
        }
        try writer.addTags(sighting.tags, to: article.chain)
        if let feed = sighting.feed, let key = sighting.entryKey {
            let entry = Origin.FeedEntry(feed: feed, key: key, ownsLink: false)
            try writer.addKey(entry, to: article.chain, replacing: false)
        }
    }
}
