import BriefModel
import FoundationEssentials

extension FrontMatter {
    /// The request that reads an article's original again, as it was read when it came.
    ///
    /// - Parameter rules: how the pages of some sites are read.
    public func request(
        rereading original: [UInt8], rules: SiteRules = SiteRules()
    ) -> ExtractionRequest {
        let format = DocumentFormat(mediaType: originalType)
        var type = DocumentType.auto
        if case .plain(let known) = format?.kind { type = known }
        let scope = scope(of: original)
        return ExtractionRequest(
            bytes: original, type: type, format: format,
            charset: originalCharset.isEmpty ? nil : originalCharset,
            url: isSaved ? nil : url, savedFrom: isSaved ? url : nil, scope: scope,
            known: KnownFacts(
                title: title, titleIsOfFeed: feed != nil, authors: authors, published: published,
                modified: modified,
                site: site, language: language, externalURL: externalURL,
                commentsURL: commentsURL, categories: categories, enclosures: enclosures),
            arrival: Date(rfc3339: filed) ?? Date(timeIntervalSince1970: 253_402_300_799),
            siteRule: scope == .page ? rules.rule(for: url) : nil)
    }

    /// Whether it came as a file, whose address is what the file itself says; a list of addresses has its pages fetched.
    private var isSaved: Bool {
        feed == nil && !source.contains("#http")
            && ["spool:", "watch:"].contains { source.hasPrefix($0) }
    }

    /// The file does not say whether its original was a page or an entry's own content; but no server sends a page
    /// without any of the elements that make one.
    private func scope(of original: [UInt8]) -> ExtractionRequest.Scope {
        // What is packed in a file is unpacked again, also where its end is missing.
        guard originalType == "text/html" else { return .page }
        if isPartial { return .content }
        guard feed != nil || source.contains("#") else { return .page }
        return Self.isFragment(original) ? .content : .page
    }

    /// Whether a document in HTML has none of the elements that make a page.
    static func isFragment(_ original: [UInt8]) -> Bool {
        let head = String(decoding: original.prefix(4_096), as: UTF8.self).lowercased()
        return !["<!doctype", "<html", "<head", "<body", "<title", "<meta", "<?xml"]
            .contains { head.contains($0) }
    }
}
