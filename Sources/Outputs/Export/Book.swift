import Storage

/// Articles as a book: EPUB 3.3, a chapter each. Pictures are linked, not held.
public struct Book: ExportFormat {
    /// More chapters than a reader opens with pleasure.
    public static let most = 10_000

    private struct Chapter {
        var id: String
        var title: String
        var filed: String
    }

    private let title: String
    private var zip = ZipWriter()
    private var chapters: [Chapter] = []

    public init(title: String) {
        self.title = title
    }

    public mutating func begin() -> [UInt8] {
        zip.add("mimetype", Array("application/epub+zip".utf8), packs: false)
            + zip.add(
                "META-INF/container.xml",
                Array(
                    """
                    <?xml version="1.0" encoding="utf-8"?>
                    <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
                    <rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles>
                    </container>

                    """.utf8))
    }

    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        let article = row.article(file, pictures: .linked)
        return Self.page(
            OutputFact.title(article), OutputFact.language(article.language),
            ArticleHead.html(of: article) + article.html)
    }

    public mutating func add(_ row: ExportRow, _ piece: [UInt8]) -> [UInt8] {
        var article = OutputArticle(id: row.id, firstID: row.id, filed: row.filed)
        article.title = row.title
        article.excerpt = row.excerpt
        article.url = row.url
        chapters.append(
            Chapter(id: row.id, title: OutputFact.title(article), filed: row.filed))
        guard chapters.count <= Self.most else { return [] }
        return zip.add("book/" + Self.name(row.id), piece)
    }

    public mutating func end() throws -> [UInt8] {
        guard chapters.count <= Self.most else {
            throw ExportError.tooMany(chapters.count, limit: Self.most)
        }
        if chapters.isEmpty {
            chapters.append(
                Chapter(id: "empty", title: "No article", filed: "1970-01-01T00:00:00Z"))
            let page = Self.page("No article", nil, Array("<p>No article.</p>".utf8))
            return try zip.add("book/" + Self.name("empty"), page) + end()
        }
        return zip.add("book/nav.xhtml", contents) + zip.add("book/content.opf", package)
            + zip.end()
    }

    private static func name(_ id: String) -> String { "a-\(id).xhtml" }

    private static func page(
        _ title: String, _ language: String?, _ body: [UInt8], isContents: Bool = false
    ) -> [UInt8] {
        var out: [UInt8] = []
        let lang = language.map { " lang=\"\($0)\" xml:lang=\"\($0)\"" } ?? ""
        out += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n".utf8
        out += "<html xmlns=\"http://www.w3.org/1999/xhtml\"".utf8
        out += (isContents ? " xmlns:epub=\"http://www.idpf.org/2007/ops\"" : "").utf8
        out += "\(lang)>\n<head><title>".utf8
        XMLBytes.append(title, to: &out)
        out += "</title></head>\n<body>\n".utf8
        out += body
        out += "</body>\n</html>\n".utf8
        return out
    }

    private var contents: [UInt8] {
        var out = Array("<nav epub:type=\"toc\"><h1>".utf8)
        XMLBytes.append(title, to: &out)
        out += "</h1><ol>\n".utf8
        for chapter in chapters {
            out += "<li><a href=\"\(Self.name(chapter.id))\">".utf8
            XMLBytes.append(chapter.title, to: &out)
            out += "</a></li>\n".utf8
        }
        out += "</ol></nav>\n".utf8
        return Self.page(title, nil, out, isContents: true)
    }

    private var package: [UInt8] {
        var out: [UInt8] = []
        let name = OutputFact.urn("briefd book " + chapters.map(\.id).joined(separator: " "))
        out += "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8
        out +=
            "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" unique-identifier=\"id\">\n"
            .utf8
        out += "<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n".utf8
        out += "<dc:identifier id=\"id\">\(name)</dc:identifier>\n<dc:title>".utf8
        XMLBytes.append(title, to: &out)
        // Articles in several languages have none in common: "und" (RFC 5646 §4.1).
        out += "</dc:title>\n<dc:language>und</dc:language>\n".utf8
        out +=
            "<meta property=\"dcterms:modified\">\(chapters.map(\.filed).max() ?? "")</meta>\n".utf8
        out += "</metadata>\n<manifest>\n".utf8
        out +=
            "<item id=\"nav\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>\n"
            .utf8
        for chapter in chapters {
            out += "<item id=\"a-\(chapter.id)\" href=\"\(Self.name(chapter.id))\"".utf8
            out += " media-type=\"application/xhtml+xml\"/>\n".utf8
        }
        out += "</manifest>\n<spine>\n".utf8
        for chapter in chapters { out += "<itemref idref=\"a-\(chapter.id)\"/>\n".utf8 }
        out += "</spine>\n</package>\n".utf8
        return out
    }
}
