import BriefModel
import FoundationEssentials

/// What a request says of its document beside the bytes. Most of it is not there with most documents.
///
/// What a feed knows and what an operator wrote are JSON; the account of a site travels as it lies on the disk.
enum RequestHead {
    /// Reads a head that `bytes(of:)` made.
    ///
    /// - Throws: where it is another one.
    static func read(_ bytes: [UInt8]) throws -> ExtractionRequest {
        var head = HeadFields(bytes)
        guard let type = try head.text().flatMap(DocumentType.init),
            let scope = try head.text().flatMap(ExtractionRequest.Scope.init)
        else { throw HeadFields.outOfStep }
        let format = try head.text()
        let (name, charset, url) = (try head.text(), try head.text(), try head.text())
        let savedFrom = try head.text()
        let arrival = try head.fraction()
        let known: KnownFacts? = try head.json()
        let rule: SiteRule? = try head.json()
        let account = try head.bytes()
        try head.close()
        return ExtractionRequest(
            bytes: [], type: type, format: format.flatMap(DocumentFormat.init(rawValue:)),
            name: name,
            charset: charset, url: url, savedFrom: savedFrom,
            scope: scope,
            known: known ?? KnownFacts(),
            arrival: Date(timeIntervalSinceReferenceDate: arrival), siteRule: rule,
            site: account.map { SiteAccount(packed: $0) ?? SiteAccount() })
    }

    /// All that a request says but the document's bytes.
    static func bytes(of request: ExtractionRequest) throws -> [UInt8] {
        var head = HeadFields()
        head.add(request.type.rawValue)
        head.add(request.scope.rawValue)
        head.add(request.format?.rawValue)
        head.add(request.name)
        head.add(request.charset)
        head.add(request.url)
        head.add(request.savedFrom)
        head.add(request.arrival.timeIntervalSinceReferenceDate)
        try head.add(json: request.known == KnownFacts() ? nil : request.known)
        try head.add(json: request.siteRule)
        head.add(request.site?.packed)
        return head.utf8
    }
}
