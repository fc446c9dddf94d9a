import BriefModel
import FoundationEssentials
import Spooling

/// A dropped file as it is read: decompressed, and told apart by its suffix.
struct DroppedDocument: Sendable {
    var bytes: [UInt8]
    /// The file's name without .gz, for telling its type.
    var name: String
    var content: SpoolKind.Content
    var tags: [String]
    var source: String
    var arrival: Date

    var type: DocumentType {
        switch content {
        case .page: .html
        case .text: .text
        case .markdown: .markdown
        case .feed, .link, .unknown, .unsupported: .auto
        }
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

    /// The media type of the bytes, for the store.
    func mediaType(of type: DocumentType) -> String {
        switch type {
        case .html: "text/html"
        case .markdown: "text/markdown"
        case .text, .auto: "text/plain"
        }
    }
}

extension DroppedDocument {
    /// - Parameter bytes: unpacked.
    init(_ bytes: [UInt8], of item: SpoolItem, arrival: Date) {
        var name = item.name
        self.bytes = bytes
        if item.kind.isCompressed, name.lowercased().hasSuffix(".gz") { name.removeLast(3) }
        self.name = name
        content = item.kind.content
        tags = item.tags
        source = item.source
        self.arrival = arrival
    }
}

/// A dropped file will not work, for this reason.
struct DroppedError: Error {
    var reason: SpoolReason
    /// What of it was filed all the same.
    var filed: [FilingOutcome] = []
}
