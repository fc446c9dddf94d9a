import Hashing

/// The files of a ZIP archive by their names, for readers of what is packed so.
struct ZIPFiles: PackedFiles {
    private let archive: ZIPArchive
    private let entries: [String: ZIPArchive.Entry]
    /// Bytes of one file.
    private let limit: Int

    /// - Throws: `encrypted` where a password protects a Word document, which is no ZIP archive then; `notOfFormat` for the
    ///   formats before; `damaged`.
    init(_ bytes: [UInt8], limit: Int) throws(DocumentsError) {
        if CompoundFile.starts(bytes) { throw CompoundFile.refusal(of: bytes) }
        archive = try ZIPArchive(bytes)
        entries = Dictionary(archive.entries.map { ($0.name, $0) }) { first, _ in first }
        self.limit = limit
    }

    func bytes(of name: String) throws(DocumentsError) -> [UInt8]? {
        guard let entry = entries[name] else { return nil }
        return try archive.content(of: entry, limit: limit)
    }

    func has(_ name: String) -> Bool { entries[name] != nil }
}

/// The container of old office documents, and of new ones with a password (MS-CFB).
enum CompoundFile {
    static func starts(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    /// Its streams have names in UTF-16.
    static func refusal(of bytes: [UInt8]) -> DocumentsError {
        let name = "EncryptedPackage".map { "\($0)\0" }.joined()
        if Needle(name).stands(in: bytes[...]) {
            return DocumentsError(
                .encrypted, "the document is protected by a password; save it without one")
        }
        return DocumentsError(
            .notOfFormat,
            "it is of an old office format, whatever its name says; save it as .docx or .odt")
    }
}
