import BriefModel
import FoundationEssentials
import Spooling

/// A dropped file as it is read: decompressed, and told apart by its suffix.
struct DroppedDocument: Sendable {
    var bytes: [UInt8]
    /// The file's name without .gz and the like, for telling its type.
    var name: String
    var content: SpoolKind.Content
    var tags: [String]
    var source: String
    var arrival: Date

    /// What the file that it stood in states of it.
    var part: PackedDocument?

    var type: DocumentType {
        switch content {
        case .page: .html
        case .text: .text
        case .markdown: .markdown
        case .feed, .link, .outline, .packed, .unknown, .unsupported: part?.type ?? .auto
        }
    }

    /// What its name says that it is, where it has to be unpacked.
    var format: DocumentFormat? {
        if case .packed(let format) = content { return format }
        return nil
    }

    /// Whether it may hold documents beside the one that it is.
    var mayHoldMore: Bool { part == nil && format?.mayHoldMore == true }

    /// The request to read it.
    var request: ExtractionRequest {
        var request = ExtractionRequest(
            bytes: bytes, type: type, format: format, name: name, arrival: arrival)
        if let part {
            (request.charset, request.savedFrom) = (part.charset, part.url)
            (request.scope, request.known) = (part.scope, part.known)
        }
        return request
    }

    /// Whether it may be a feed: by its suffix, or without one by its first character.
    var mayBeFeed: Bool {
        switch content {
        case .feed: true
        case .unknown:
            bytes.prefix(4096).first { $0 > 0x20 && $0 < 0x80 }.map { $0 == 0x3C || $0 == 0x7B }
                ?? false
        default: false
        }
    }
}

extension DroppedDocument {
    /// - Parameter bytes: unpacked.
    init(_ bytes: [UInt8], of item: SpoolItem, arrival: Date) {
        self.bytes = bytes
        name = item.kind.isCompressed ? DocumentFormat.bare(item.name) : item.name
        content = item.kind.content
        tags = item.tags
        source = item.source
        self.arrival = arrival
    }

    /// A document that stood in this file.
    func holding(_ part: PackedDocument) -> DroppedDocument {
        var bare = part
        bare.bytes = []
        let content: SpoolKind.Content =
            switch (part.format, part.type) {
            case (.feed, _): .feed
            case (let format?, _): .packed(format)
            case (nil, .html): .page
            case (nil, .text): .text
            case (nil, .markdown): .markdown
            case (nil, .auto): .unknown
            }
        return DroppedDocument(
            bytes: part.bytes, name: part.name.isEmpty ? name : part.name, content: content,
            tags: tags + part.tags.filter { !tags.contains($0) },
            source: part.name.isEmpty ? source : source + "#" + part.name, arrival: arrival,
            part: bare)
    }
}

/// A dropped file will not work, for this reason.
struct DroppedError: Error {
    var reason: SpoolReason
    /// What of it was filed all the same.
    var filed: [FilingOutcome] = []
}
