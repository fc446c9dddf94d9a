import BriefModel
import FeedFetching

/// A linked page that was fetched and read.
struct FetchedDocument: Sendable {
    let document: ReadDocument
    /// The page as it came.
    let bytes: [UInt8]
    /// The address that the entry names.
    let link: String
    /// The address that answered.
    let address: String
    /// The hashes by which its body is known again: of the text, and of what is left without tokens and numbers.
    let bodies: [String]
    /// What the server gave to tell whether it changed.
    let validators: Validators?

    init(
        _ document: ReadDocument, _ page: FetchedPage, link: String, title: String?,
        validators: Validators? = nil
    ) {
        self.validators = validators
        self.document = document
        bytes = page.bytes
        self.link = link
        address = page.url
        bodies = [
            document.identity.contentHash, BareBody.hash(of: document.article.text, title: title),
        ].compactMap(\.self)
    }
}
