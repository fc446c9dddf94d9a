import BriefModel

/// Reads a book (EPUB 3.3, and EPUB 2): its chapters in the order of reading, each with the facts of the book.
///
/// Covers, navigation and pages about rights are no chapters. Chapters are handed on as they are, XHTML.
struct EPUBReader {
    /// What stands in a book.
    struct Chapter: Sendable {
        /// Its path within the book.
        var name: String
        var title: String?
    }

    private static let spaces: XMLPart.Spaces = [
        ("opendocument:xmlns:container", "c"), ("2007/opf", "opf"),
        ("purl.org/dc/elements/1.1/", "dc"),
        ("2005/ncx/", "ncx"), ("1999/xhtml", "h"), ("2007/ops", "epub"), ("xmlenc#", "enc"),
        ("package/1.0/", "opf"),
    ]

    private let files: any PackedFiles
    /// Shorter ones are title pages, dedications and the like.
    static let leastWords = 200
    private static let mostChapters = 5_000

    init(_ files: any PackedFiles) { self.files = files }

    /// - Throws: `encrypted`, `notOfFormat`, `damaged`, `tooLarge`.
    func facts() throws(DocumentsError) -> KnownFacts { try book().facts }

    /// - Throws: as `facts`.
    func chapters() throws(DocumentsError) -> (chapters: [Chapter], facts: KnownFacts) {
        let book = try book()
        let locked = try lockedFiles()
        var chapters: [Chapter] = []
        for item in book.spine.prefix(Self.mostChapters) {
            if locked.contains(item.path) {
                throw DocumentsError(
                    .encrypted,
                    "the book is protected against copies (DRM); drop one that is not")
            }
            guard files.has(item.path) else { continue }
            chapters.append(Chapter(name: item.path, title: book.titles[item.path]))
        }
        guard !chapters.isEmpty else {
            throw DocumentsError(.nothingReadable, "the book names no chapter that is in it")
        }
        return (chapters, book.facts)
    }

    // MARK: - Package

    private struct Item {
        var path: String
        var mediaType: String
        var properties: String
    }

    private struct Book {
        var spine: [Item] = []
        var titles: [String: String] = [:]
        var facts = KnownFacts()
    }

    private func book() throws(DocumentsError) -> Book {
        guard let container = try files.xml("META-INF/container.xml", Self.spaces),
            let root = container.root,
            let file = container.all("c:rootfile", below: root).first,
            let path = container.attribute(file, "full-path"),
            let package = try files.xml(PackedName.resolved(path, in: ""), Self.spaces),
            let top = package.root
        else {
            throw DocumentsError(.notOfFormat, "it is no book: it says nothing of its chapters")
        }
        let folder = PackedName.folder(of: PackedName.resolved(path, in: ""))
        var items: [String: Item] = [:]
        for node in package.all("opf:item", below: top) {
            guard let id = package.attribute(node, "id"),
                let target = package.attribute(node, "href")
            else { continue }
            items[id] = Item(
                path: PackedName.resolved(target, in: folder),
                mediaType: package.attribute(node, "media-type") ?? "",
                properties: package.attribute(node, "properties") ?? "")
        }
        var book = Book()
        book.facts = Self.facts(package, top)
        let left = furniture(package, top, folder)
        for node in package.all("opf:itemref", below: top) {
            guard let item = package.attribute(node, "idref").flatMap({ items[$0] }),
                package.attribute(node, "linear") != "no", Self.isPage(item),
                !item.properties.split(separator: " ").contains("nav"), !left.contains(item.path)
            else { continue }
            book.spine.append(item)
        }
        book.titles = try titles(items, package, top)
        return book
    }

    private static func isPage(_ item: Item) -> Bool {
        item.mediaType.contains("html") || item.mediaType.isEmpty
            || item.mediaType.contains("dtbook")
    }

    /// What the guide of EPUB 2 calls a cover, a list of contents or a page about rights.
    private func furniture(_ package: XMLPart, _ top: Int, _ folder: String) -> Set<String> {
        let kinds: Set<String> = [
            "cover", "toc", "title-page", "titlepage", "copyright-page", "index", "loi", "lot",
        ]
        var paths: Set<String> = []
        for node in package.all("opf:reference", below: top) {
            guard kinds.contains(package.attribute(node, "type")?.lowercased() ?? ""),
                let target = package.attribute(node, "href")
            else { continue }
            paths.insert(PackedName.resolved(target, in: folder))
        }
        return paths
    }

    private static func facts(_ package: XMLPart, _ top: Int) -> KnownFacts {
        var facts = KnownFacts()
        guard let metadata = package.child(top, "opf:metadata") else { return facts }
        func texts(_ key: String) -> [String] {
            package.all(key, below: metadata).map { StatedFacts.trimmed(package.allText($0)) }
                .filter { !$0.isEmpty }
        }
        facts.title = texts("dc:title").first
        facts.authors = Array(texts("dc:creator").prefix(50))
        facts.language = texts("dc:language").first.flatMap(StatedFacts.language)
        facts.site = texts("dc:publisher").first
        // EPUB 2 may have several dates, one of which is that of publication.
        let dates = package.all("dc:date", below: metadata)
        let published = dates.first { package.attribute($0, "opf:event") == "publication" }
        facts.published = (published ?? dates.first).map(package.allText).flatMap(date)
        return facts
    }

    /// "1998", "2004-05", "2004-05-03T…": a year alone is no date of an article.
    private static func date(_ text: String) -> String? {
        StatedFacts.day(text)
    }

    // MARK: - Titles

    private func titles(
        _ items: [String: Item], _ package: XMLPart, _ top: Int
    ) throws(DocumentsError) -> [String: String] {
        if let nav = items.values.first(where: {
            $0.properties.split(separator: " ").contains("nav")
        }), let part = try? files.xml(nav.path, Self.spaces), let root = part.root {
            // A navigation that cannot be read costs the titles only: the chapters have headings.
            var titles: [String: String] = [:]
            for link in part.all("h:a", below: root) {
                note(part.attribute(link, "href"), part.allText(link), nav.path, &titles)
            }
            if !titles.isEmpty { return titles }
        }
        let spine = package.all("opf:spine", below: top).first
        let stated = spine.flatMap { package.attribute($0, "toc") }.flatMap { items[$0] }
        let ncx = stated ?? items.values.first { $0.mediaType.contains("dtbncx") }
        guard let ncx, let part = try? files.xml(ncx.path, Self.spaces), let root = part.root else {
            return [:]
        }
        var titles: [String: String] = [:]
        add(root, part, ncx.path, &titles, depth: 0)
        return titles
    }

    /// Points of navigation may stand within others.
    private func add(
        _ parent: Int, _ part: XMLPart, _ path: String, _ titles: inout [String: String],
        depth: Int
    ) {
        guard depth < 20 else { return }
        for node in part.elements(parent) {
            if part.key(node) == "ncx:navPoint", let content = part.child(node, "ncx:content"),
                let label = part.child(node, "ncx:navLabel")
            {
                note(part.attribute(content, "src"), part.allText(label), path, &titles)
            }
            if ["ncx:navMap", "ncx:navPoint"].contains(part.key(node)) {
                add(node, part, path, &titles, depth: depth + 1)
            }
        }
    }

    /// The first title that leads to a file is that of the whole file.
    private func note(
        _ target: String?, _ text: String, _ path: String, _ titles: inout [String: String]
    ) {
        guard let target else { return }
        let title = StatedFacts.trimmed(text)
        let file = PackedName.resolved(target, in: PackedName.folder(of: path))
        guard !title.isEmpty, title.count < 300, titles[file] == nil else { return }
        titles[file] = title
    }

    // MARK: - Protection

    /// Files that are encrypted, fonts left aside: those are only scrambled (OCF 4.4).
    private func lockedFiles() throws(DocumentsError) -> Set<String> {
        guard let part = try files.xml("META-INF/encryption.xml", Self.spaces), let root = part.root
        else { return [] }
        var paths: Set<String> = []
        for data in part.all("enc:EncryptedData", below: root) {
            let method =
                part.child(data, "enc:EncryptionMethod")
                .flatMap { part.attribute($0, "Algorithm") } ?? ""
            if method.contains("idpf.org/2008/embedding") || method.contains("adobe.com/pdf/enc") {
                continue
            }
            for reference in part.all("enc:CipherReference", below: data) {
                if let target = part.attribute(reference, "URI") {
                    paths.insert(PackedName.resolved(target, in: ""))
                }
            }
        }
        return paths
    }
}
