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
        /// No suffix that is known as one ("nytimes.com" is a title): the bytes decide.
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
            // "Why we left Next.js" is a title: programs have no blanks in their names.
            let isTitle =
                SpoolKind.programs.contains(suffix) && stem.bytes.contains(UInt8(ascii: " "))
            self.init(content: isTitle ? .unknown : SpoolKind.content(of: suffix))
            return
        }
        guard let (_, inner) = SpoolKind.split(stem) else {
            self.init(content: .unknown, isCompressed: true)
            return
        }
        self.init(content: SpoolKind.content(of: inner), isCompressed: true)
    }

    static func content(of suffix: String) -> Content {
        switch suffix {
        case "html", "htm", "xhtml", "xht", "shtml": .page
        case "txt", "text": .text
        case "md", "markdown": .markdown
        case "xml", "rss", "atom", "json": .feed
        case "url": .link
        default: otherFormats.contains(suffix) ? .unsupported(suffix) : .unknown
        }
    }

    /// Suffixes of formats that briefd does not read. What is neither here nor above is no suffix.
    static let otherFormats: Set<String> = [
        // Documents and mail.
        "pdf", "doc", "docx", "docm", "dotx", "odt", "ott", "rtf", "wpd", "xls", "xlsx", "xlsm",
        "ods",
        "csv", "tsv", "ppt", "pptx", "pps", "ppsx", "odp", "odg", "vsd", "vsdx", "epub", "mobi",
        "azw",
        "azw3", "fb2", "djvu", "eps", "tex", "eml", "emlx", "msg", "mbox", "pst", "ics", "vcf",
        "mhtml", "mht",
        "maff", "webarchive", "warc", "wacz", "chm", "xps",
        // Pictures, sound, film.
        "png", "jpg", "jpeg", "jpe", "jfif", "gif", "webp", "svg", "svgz", "bmp", "tif", "tiff",
        "heic", "heif",
        "avif", "ico", "psd", "cr2", "nef", "mp3", "m4a", "m4b", "aac", "wav", "flac", "ogg", "oga",
        "opus",
        "wma", "aiff", "mid", "mp4", "m4v", "mkv", "webm", "avi", "mov", "wmv", "flv", "mpg",
        "mpeg", "3gp",
        "ogv", "srt", "vtt",
        // Archives, programs, data.
        "zip", "tar", "tgz", "tbz", "txz", "bz2", "xz", "zst", "lz4", "7z", "rar", "cab", "iso",
        "dmg", "pkg",
        "img", "exe", "dll", "msi", "bat", "cmd", "ps1", "deb", "rpm", "apk", "jar", "bin",
        "dat", "db", "sqlite", "sqlite3", "mdb", "js", "mjs", "css", "scss", "wasm", "woff",
        "woff2",
        "ttf", "otf", "eot", "lnk", "webloc", "desktop", "torrent", "crx", "xpi", "swf",
    ]

    private static let programs: Set<String> = ["js", "mjs", "css", "scss", "bin", "dat", "db"]

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
