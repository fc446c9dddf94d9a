import BriefModel
import LinuxIO

/// What a file is taken for by its suffix alone.
public struct SpoolKind: Sendable, Equatable {
    public enum Content: Sendable, Equatable {
        case page
        case text
        case markdown
        /// Perhaps a feed; an .xml or .json that is none is no document.
        case feed
        /// Holds addresses: an INI file as browsers write it, or one address a line.
        case link
        /// A list of feeds, which nothing is filed of.
        case outline
        /// Documents stand packed in it.
        case packed(DocumentFormat)
        /// No suffix that is known as one ("nytimes.com" is a title): the bytes decide.
        case unknown
        /// The suffix, in small letters.
        case unsupported(String)
    }

    public var content: Content
    /// Whether it has to be decompressed first (.gz and the like).
    public var isCompressed: Bool

    public init(content: Content, isCompressed: Bool = false) {
        self.content = content
        self.isCompressed = isCompressed
    }

    /// Decides by the last suffix, or by the two last ones where that is a compression's.
    public init(of name: FileName) {
        guard let (stem, suffix) = SpoolKind.split(name.last) else {
            self.init(content: .unknown)
            return
        }
        guard DocumentFormat.isCompression(suffix: suffix) else {
            // "Why we left Next.js" and "Our year - harbour.org" are titles: such files have no blanks in their names.
            let isTitle =
                SpoolKind.oftenTitles.contains(suffix) && stem.bytes.contains(UInt8(ascii: " "))
            self.init(content: isTitle ? .unknown : SpoolKind.content(of: suffix))
            return
        }
        guard let (_, inner) = SpoolKind.split(stem) else {
            self.init(content: .unknown, isCompressed: true)
            return
        }
        let content = SpoolKind.content(of: inner)
        // More may come out of an archive than of a document: whoever unpacks it takes off both coats.
        if case .packed(let format) = content, format.kind == .several {
            self.init(content: content)
        } else {
            self.init(content: content, isCompressed: true)
        }
    }

    static func content(of suffix: String) -> Content {
        guard let format = DocumentFormat(suffix: suffix), !format.isCompression else {
            return OtherSuffixes.contain(suffix) ? .unsupported(suffix) : .unknown
        }
        guard format.isRead else { return .unsupported(suffix) }
        return switch format.kind {
        case .plain(.html): .page
        case .plain(.markdown): .markdown
        case .plain: .text
        case .feed: .feed
        case .links: .link
        case .outline: .outline
        case .single, .several: .packed(format)
        }
    }

    private static let oftenTitles: Set<String> = [
        "js", "mjs", "css", "scss", "bin", "dat", "db", "org",
    ]

    /// What stands before and after the last dot, if that looks like a suffix of any kind: one to ten ASCII letters and
    /// digits, at least one of them a letter. So "Report No. 134" and "At 10.30" have none.
    static func split(_ name: FileName) -> (stem: FileName, suffix: String)? {
        guard let dot = name.bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
        let suffix = name.bytes[(dot + 1)...]
        guard (1...10).contains(suffix.count) else { return nil }
        var hasLetter = false
        for byte in suffix {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                hasLetter = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): break
            default: return nil
            }
        }
        guard hasLetter else { return nil }
        return (
            FileName(bytes: Array(name.bytes[..<dot])),
            String(decoding: suffix, as: UTF8.self).lowercased()
        )
    }
}
