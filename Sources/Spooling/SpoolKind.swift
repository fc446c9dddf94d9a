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
        /// No suffix: the bytes decide.
        case unknown
        /// The suffix, in small letters.
        case unsupported(String)
    }

    public var content: Content
    /// Whether it has to be decompressed first (.gz).
    public var isCompressed: Bool

    public init(content: Content, isCompressed: Bool = false) {
        self.content = content
        self.isCompressed = isCompressed
    }

    /// Decides by the last suffix, or by the two last ones of a .gz.
    public init(of name: FileName) {
        guard let (stem, suffix) = SpoolKind.split(name.last) else {
            self.init(content: .unknown)
            return
        }
        guard suffix == "gz" else {
            self.init(content: SpoolKind.content(of: suffix))
            return
        }
        guard let (_, inner) = SpoolKind.split(stem) else {
            self.init(content: .unknown, isCompressed: true)
            return
        }
        self.init(content: SpoolKind.content(of: inner), isCompressed: true)
    }

    private static func content(of suffix: String) -> Content {
        switch suffix {
        case "html", "htm", "xhtml": .page
        case "txt": .text
        case "md", "markdown": .markdown
        case "xml", "rss", "atom", "json": .feed
        case "url": .link
        default: .unsupported(suffix)
        }
    }

    /// What stands before and after the last dot, if that looks like a suffix: one to ten ASCII letters and
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
