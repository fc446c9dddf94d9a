import BriefModel
import LinuxIO

/// Tells which folder a browser saved with which page.
enum SavedPages {
    /// How the folder beside PAGE.html ends in the languages of browsers and of Windows, after "_".
    static let words: Set<String> = [
        // Latin letters.
        "files", "file", "dateien", "fichiers", "archivos", "arquivos", "ficheiros", "filer",
        "filler",
        "bestanden", "pliki", "soubory", "súbory", "subory", "tiedostot", "elemei", "fájlok",
        "fájlai",
        "fajlok", "dosyalar", "dosyaları", "datoteke", "fitxers", "failid", "fails", "faili",
        "failai",
        "bylos", "fajlovi", "fitxategiak", "fisiere", "fișiere", "fişiere", "skrár", "skrar",
        "skedarë", "skedarët", "tệp", "berkas", "fayllar", "faylları", "fayllari", "dosieroj",
        "ffeiliau", "comhaid", "lêers", "triemmen",
        // Other scripts.
        "файлы", "файли", "файлове", "файлови", "датотеке", "датотеки", "фајлови", "файлдар",
        "файлууд", "αρχεία", "αρχεια", "ֆայլեր", "ფაილები", "קבצים", "ملفات", "فایل\u{200C}ها",
        "فایلها",
        "پرونده\u{200C}ها", "فائلیں", "फ़ाइलें", "फाइलें", "ফাইল", "ફાઇલો", "கோப்புகள்", "ఫైళ్ళు", "ಕಡತಗಳು",
        "ഫയലുകൾ", "ගොනු", "ไฟล์", "ໄຟລ໌", "ឯកសារ", "ファイル", "文件", "檔案", "档案", "파일", "ፋይሎች",
    ]

    /// After "-" only some stand, for people give such names to folders of their own.
    private static let dashed: Set<String> = [
        "dateien", "filer", "filler", "bestanden", "tiedostot", "triemmen",
    ]

    /// One page's stem, for comparison: composed or decomposed, large or small.
    struct Stem: Hashable, Sendable {
        private let text: String
        /// What is no UTF-8 is compared byte by byte.
        private let bytes: [UInt8]

        init(_ bytes: some Sequence<UInt8>) {
            let bytes = Array(bytes)
            // Strings are equal when they are canonically equivalent: NFC and NFD are the same.
            if let text = String(validating: bytes, as: UTF8.self) {
                self.text = text.lowercased()
                self.bytes = []
            } else {
                text = ""
                self.bytes = bytes
            }
        }
    }

    /// Parts the name of a folder that looks saved with a page; nil where it looks like none.
    static func parts(ofFolder name: FileName) -> (stem: [UInt8], suffix: [UInt8])? {
        let marks = [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")]
        guard let mark = name.bytes.lastIndex(where: marks.contains), mark > 0 else { return nil }
        let word = String(decoding: name.bytes[(mark + 1)...], as: UTF8.self).lowercased()
        let isKnown =
            switch name.bytes[mark] {
            case UInt8(ascii: "_"): words.contains(word)
            case UInt8(ascii: "-"): dashed.contains(word)
            // Word for the Mac calls it NAME.fld.
            default: word == "files" || word == "fld"
            }
        guard isKnown else { return nil }
        return (Array(name.bytes[..<mark]), Array(name.bytes[mark...]))
    }

    static func stem(ofFolder name: FileName) -> Stem? {
        parts(ofFolder: name).map { Stem($0.stem) }
    }

    /// What the folder of a page may be called after; nil for a file that is no page.
    static func stems(ofPage name: FileName) -> [Stem]? {
        pageStem(name).map { [Stem($0.bytes), Stem(name.bytes)] }
    }

    /// The name of a page without its suffix, if it has one; nil for a file that is no page.
    static func pageStem(_ name: FileName) -> FileName? {
        switch SpoolKind(of: name).content {
        case .page:
            SpoolKind.split(name).flatMap { stem, suffix in
                DocumentFormat.isCompression(suffix: suffix)
                    ? SpoolKind.split(stem)?.stem : stem
            }
        case .unknown: name
        default: nil
        }
    }

    /// The folder of a page among some that look saved, the one whose name fits to the letter before others.
    static func folder(of page: FileName, among folders: [FileName]) -> FileName? {
        guard let exact = pageStem(page), let stems = stems(ofPage: page) else { return nil }
        let fitting = folders.filter { folder in
            stem(ofFolder: folder).map(stems.contains) ?? false
        }
        return fitting.first { parts(ofFolder: $0)?.stem == exact.bytes } ?? fitting.min()
    }

    /// The name of a saved folder after its page got another name.
    static func renamed(_ folder: FileName, toFit newPage: FileName) -> FileName {
        guard let suffix = parts(ofFolder: folder)?.suffix, let stem = pageStem(newPage) else {
            return folder
        }
        return FileName(bytes: stem.bytes + suffix)
    }

    /// How deep and how far a folder is looked through.
    private static let maximumDepth = 3
    private static let maximumEntries = 2_000

    /// Whether a folder holds texts or lists of addresses: browsers save none beside a page, people do.
    static func holdsDocuments(_ name: FileName, in directory: borrowing Directory) -> Bool {
        any(in: name, of: directory) { entry, _ in
            switch SpoolKind(of: entry.name).content {
            case .text, .markdown, .link: true
            default: false
            }
        }
    }

    /// Whether there is any file in a folder.
    static func holdsFiles(_ name: FileName, in directory: borrowing Directory) -> Bool {
        any(in: name, of: directory) { _, _ in true }
    }

    /// Whether somebody has a file in a folder open for writing, as far as the kernel tells.
    static func isWritten(_ name: FileName, in directory: borrowing Directory) -> Bool {
        any(in: name, of: directory) { entry, folder in
            guard let file = try? folder.openFile(entry.name) else { return false }
            return file.writers() == .some
        }
    }

    private static func any(
        in name: FileName, of directory: borrowing Directory,
        where isMet: (DirectoryEntry, borrowing Directory) -> Bool
    ) -> Bool {
        var folders = [name]
        var seen = 0
        while let path = folders.popLast(), seen < maximumEntries {
            guard let folder = try? directory.directory(path) else { continue }
            for entry in (try? folder.entries()) ?? [] {
                seen += 1
                let kind = (try? folder.kind(of: entry)) ?? .other
                if kind == .directory {
                    let isNear = path.components.count <= maximumDepth
                    if isNear { folders.append(path.appending(entry.name)) }
                } else if kind == .file, isMet(entry, folder) {
                    return true
                }
            }
        }
        return false
    }
}
