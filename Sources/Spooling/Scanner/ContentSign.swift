import LinuxIO

/// Whether the first bytes of a file look like a document, whatever its suffix says: an office document or an archive, RTF,
/// PDF, a page, a mail. Only what is compared byte by byte is told here; workers read the file.
enum ContentSign {
    private static let head = 1_024

    static func stands(in name: FileName, of directory: borrowing Directory) -> Bool {
        guard let file = try? directory.openFile(name),
            let bytes = try? file.read(head, at: 0)
        else { return false }
        return stands(in: bytes, suffix: SpoolKind.split(name)?.suffix ?? "")
    }

    /// - Parameter suffix: of the file, in small letters.
    static func stands(in bytes: [UInt8], suffix: String = "") -> Bool {
        if bytes.starts(with: archive) { return !zipped.contains(suffix) }
        if magics.contains(where: { bytes.starts(with: $0) }) { return true }
        // A page behind blanks or a mark of its encoding, also with two bytes a character.
        let text = String(decoding: bytes.filter { $0 > 0x20 && $0 < 0x80 }, as: UTF8.self)
            .lowercased()
        if text.hasPrefix("<?xml") || text.hasPrefix("<!--") {
            return text.contains("<html") || text.contains("<!doctypehtml")
        }
        if pages.contains(where: text.hasPrefix) { return true }
        return isMail(bytes)
    }

    /// Of ZIP, which Word and others pack their documents in.
    private static let archive: [UInt8] = [0x50, 0x4B, 3, 4]
    /// Suffixes of files that are archives themselves, and what they say.
    private static let zipped: Set<String> = [
        "xlsx", "xlsm", "ods", "pptx", "ppsx", "odp", "odg", "vsdx", "xps", "maff", "fb2", "jar",
        "apk", "crx", "xpi", "msi",
    ]

    private static let magics: [[UInt8]] = [
        Array("{\\rtf".utf8), Array("%PDF-".utf8), Array("bplist0".utf8),
        Array("WARC/".utf8),
    ]
    private static let pages = ["<!doctypehtml", "<html", "<head", "<body", "<meta", "<title"]

    /// Fields of a head (RFC 5322 §2.2) from the first line on, of which one is a mail's alone.
    private static func isMail(_ bytes: [UInt8]) -> Bool {
        let lines = bytes.split(separator: 0x0A, maxSplits: 12)
        var names: Set<String> = []
        for line in lines.dropLast() {
            guard let first = line.first, first != 0x0D else { break }
            // Folded: the field above goes on.
            if first == 0x20 || first == 0x09 { continue }
            guard let colon = line.firstIndex(of: 0x3A),
                line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
            else { return false }
            names.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
        }
        return names.count > 1 && !names.isDisjoint(with: fields)
    }

    private static let fields: Set<String> = [
        "received", "return-path", "message-id", "mime-version", "delivered-to", "from",
        "dkim-signature",
    ]
}
