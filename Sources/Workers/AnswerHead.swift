import BriefModel

/// What an answer says of a document that was read, but for its text, its Markdown and its shingles.
enum AnswerHead {
    static func bytes(of document: ReadDocument) throws -> [UInt8] {
        var head = HeadFields()
        let article = document.article
        for text in [
            article.title, article.published, article.modified, article.site, article.url,
            article.language, article.series, article.number, article.excerpt, article.externalURL,
            article.commentsURL,
        ] { head.add(text) }
        for texts in [article.authors, article.categories, article.warnings] { head.add(texts) }
        try head.add(json: article.enclosures.isEmpty ? nil : article.enclosures)
        head.add(article.wordCount)
        head.add(article.quality)
        head.add(article.type.rawValue)
        head.add(article.format?.rawValue)
        head.add(article.charset)
        head.add(article.extractor)
        try head.add(json: article.siteMemory)
        head.add(article.isCut)
        add(article.statement, to: &head)
        head.add(document.identity.contentHash)
        head.add(document.identity.unaidedHash)
        head.add(document.identity.hashVersion)
        try head.add(json: document.trace)
        return head.utf8
    }

    /// Reads a head that `bytes(of:)` made.
    ///
    /// - Throws: where it is another one.
    static func read(_ bytes: [UInt8]) throws -> ReadDocument {
        var head = HeadFields(bytes)
        var article = Article()
        article.title = try head.text()
        article.published = try head.text()
        article.modified = try head.text()
        article.site = try head.text()
        article.url = try head.text()
        article.language = try head.text()
        article.series = try head.text()
        article.number = try head.text()
        article.excerpt = try head.text()
        article.externalURL = try head.text()
        article.commentsURL = try head.text()
        article.authors = try head.texts()
        article.categories = try head.texts()
        article.warnings = try head.texts()
        article.enclosures = try head.json() ?? []
        article.wordCount = try head.number()
        article.quality = try head.fraction()
        guard let type = try head.text().flatMap(DocumentType.init) else {
            throw HeadFields.outOfStep
        }
        article.type = type
        article.format = try format(&head)
        article.charset = try head.text() ?? ""
        article.extractor = try head.text() ?? ""
        article.siteMemory = try head.json()
        article.isCut = try head.flag()
        article.statement = try statement(&head)
        let (hash, unaided) = (try head.text(), try head.text())
        var identity = Identity(
            contentHash: hash, hashVersion: try head.number(), shingles: Shingles())
        identity.unaidedHash = unaided
        let trace: PageTrace? = try head.json()
        try head.close()
        return ReadDocument(article: article, identity: identity, trace: trace)
    }

    private static func format(_ head: inout HeadFields) throws -> DocumentFormat? {
        guard let name = try head.text() else { return nil }
        guard let format = DocumentFormat(rawValue: name) else { throw HeadFields.outOfStep }
        return format
    }

    private static func add(_ statement: PageStatement?, to head: inout HeadFields) {
        head.add(statement != nil)
        guard let statement else { return }
        head.add(statement.titles)
        head.add(statement.addresses)
        head.add(statement.isArticle)
        head.add(statement.published)
        head.add(statement.asksForProof)
    }

    private static func statement(_ head: inout HeadFields) throws -> PageStatement? {
        guard try head.flag() else { return nil }
        return PageStatement(
            titles: try head.texts(), addresses: try head.texts(), isArticle: try head.flag(),
            published: try head.text(), asksForProof: try head.flag())
    }
}
