import BriefModel

/// A message as an article: its best body, with the facts that its header states, and what is attached.
struct MailReader {
    /// A file that hangs on the message.
    struct Attachment {
        var name: String
        var type: String
        var format: DocumentFormat?
        var part: MIMEPart
    }

    private let root: MIMEPart
    private var bodies: [MIMEPart] = []
    private(set) var attachments: [Attachment] = []
    /// What Outlook packs a whole message in.
    private var exchange: MIMEPart?

    /// So many attachments are named where a message is nothing else.
    private static let named = 5

    /// - Throws: `encrypted`; `tooLarge` for a message of too many parts.
    init(_ bytes: [UInt8]) throws(DocumentsError) {
        let rest = AppleMail.message(in: bytes) ?? bytes[MailHeader.start(in: bytes)...]
        root = try MIMEPart(rest, skipsEnvelope: MailboxReader.isEnvelope(rest))
        try collect(root)
    }

    /// The article that the message is.
    ///
    /// - Throws: `nothingReadable` where it has no text.
    func document() throws(DocumentsError) -> PackedDocument {
        let facts = MailFacts(root.header)
        var known = facts.known
        known.enclosures = attachments.map { attached in
            Enclosure(
                url: "attachment:" + PercentText.encoded(attached.name), type: attached.type,
                title: attached.name)
        }
        known.isCut = bodies.contains(where: \.isCut)
        guard let body = MailBody(bodies) ?? exchangeBody else {
            throw DocumentsError(.nothingReadable, "the message has no text" + onlyAttachments)
        }
        guard body.isHTML else {
            return PackedDocument(
                type: body.isMarkdown ? .markdown : .text, bytes: body.bytes,
                charset: body.charset,
                url: facts.address
                    ?? BrowserWords.address(in: body.bytes, charset: body.charset),
                scope: .mail, known: known)
        }
        if LetterSigns.isPage(body.bytes, header: root.header) {
            return PackedDocument(
                type: .html, bytes: body.bytes, charset: body.charset, url: facts.address,
                known: known)
        }
        let links = MailLinks(body.bytes, charset: body.charset, title: known.title)
        return PackedDocument(
            type: .html, bytes: links.bytes, charset: body.charset,
            url: facts.address ?? links.ownAddress, scope: .mail, known: known)
    }

    /// Words of one's own above a message that one passes on as a whole.
    private static let ownWords = 20

    /// Whether nothing but a few words stands above one message that hangs on this one and can be read: that is the article.
    var isCover: Bool {
        guard attachments.count == 1, let only = attachments.first, only.part.type.isMessage,
            MailBody.words(bodies) < Self.ownWords
        else { return false }
        return (try? MailReader(only.part.content).document()) != nil
    }

    private var exchangeBody: MailBody? {
        exchange.flatMap { ExchangeBody($0.content)?.part }.flatMap { MailBody([$0]) }
    }

    private var onlyAttachments: String {
        guard !attachments.isEmpty else { return "" }
        let names = attachments.prefix(Self.named).map(\.name).joined(separator: ", ")
        let more = attachments.count - Self.named
        return ", only attachments: " + names + (more > 0 ? " and \(more) more" : "")
    }

    private mutating func collect(_ part: MIMEPart) throws(DocumentsError) {
        switch part.type.name {
        case "multipart/alternative": try collectAlternative(part)
        case "multipart/related":
            let start = part.type.parameters["start"]?.filter { !"<>".contains($0) }
            let main =
                part.parts.first { $0.contentID == start && start != nil }
                ?? part.parts.first { $0.type.isMultipart || $0.type.name == "text/html" }
                ?? part.parts.first
            if let main { try collect(main) }
            // Pictures of the page, which it shows itself; documents are documents everywhere.
            for other in part.parts where other.isAttachment { add(attachment: other) }
        case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
            let kind = part.type.parameters["smime-type"] ?? ""
            guard kind != "signed-data" else { return add(attachment: part) }
            throw DocumentsError(
                .encrypted, "the message is encrypted; save it decrypted, and drop that")
        case "multipart/signed", "multipart/report":
            if let first = part.parts.first { try collect(first) }
        case let name where name.hasPrefix("multipart/"):
            // One that could not be divided is text with marks in it.
            if part.parts.isEmpty { bodies.append(part) }
            for inner in part.parts { try collect(inner) }
        case "text/plain", "text/html", "text/markdown", "text/x-markdown", "text/enriched", "text":
            if part.isAttachment || part.fileName != nil && !bodies.isEmpty {
                add(attachment: part)
            } else {
                bodies.append(part)
            }
        default: add(attachment: part)
        }
    }

    /// The same in several forms, the best one last (RFC 2046 §5.1.4): HTML, with the plain form as a second opinion.
    private mutating func collectAlternative(_ part: MIMEPart) throws(DocumentsError) {
        var forms: [[MIMEPart]] = []
        let before = bodies
        for inner in part.parts {
            bodies = []
            try collect(inner)
            if !bodies.isEmpty { forms.append(bodies) }
        }
        bodies = before
        let rich = forms.last { form in form.contains { $0.type.name == "text/html" } }
        let plain = forms.first { form in !form.contains { $0.type.name == "text/html" } }
        // Of two forms the one that is whole.
        let isHalf = rich?.contains(where: \.isCut) == true
        let isWhole = plain?.contains(where: \.isCut) == false
        if let rich, let plain, isHalf && isWhole || MailBody.saysLittle(rich),
            MailBody.words(plain) > 20
        {
            bodies += plain
        } else {
            bodies += rich ?? plain ?? []
        }
    }

    private mutating func add(attachment part: MIMEPart) {
        let type = part.type.name
        let isSignature =
            type == "application/pgp-signature" || type.hasSuffix("pkcs7-signature")
            || type == "application/pgp-keys"
        guard !isSignature, attachments.count < 1_000 else { return }
        if type.hasSuffix("ms-tnef") || part.fileName?.lowercased() == "winmail.dat" {
            exchange = exchange ?? part
        }
        // A picture without a name belongs to the body.
        let stated = part.fileName.flatMap { EntryName.plain($0) }
        if stated == nil, type.hasPrefix("image/"), !part.isAttachment { return }
        let byName = stated.flatMap { DocumentFormat(name: $0) }
        let byType = DocumentFormat(mediaType: type)
        let number = attachments.count + 1
        var name = stated ?? ""
        if name.isEmpty {
            let suffix = byType.map { "." + $0.suffixes[0] } ?? ""
            name = (part.type.isMessage ? "message " : "part ") + "\(number)" + suffix
        }
        attachments.append(
            Attachment(
                name: name, type: type, format: part.type.isMessage ? .mail : byName ?? byType,
                part: part))
    }
}

extension MIMEPart {
    var contentID: String? {
        header.text("content-id").map { String($0.filter { !"<>".contains($0) }) }
    }
}
