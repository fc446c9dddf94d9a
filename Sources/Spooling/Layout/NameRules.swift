import BriefModel
import LinuxIO

/// What the names of files and folders in the spool say of them; spool/README.md shows the tables below.
public struct NameRules: Sendable, Equatable {
    /// Why something is left alone.
    enum Leave: Equatable {
        /// Starts with a dot: nobody's business.
        case hidden
        /// Somebody is still writing it, and will give it another name.
        case temporary(String)
        /// What systems and programs strew about.
        case litter(String)

        /// For operators: "its name ends in .part".
        var why: String {
            switch self {
            case .hidden: "its name starts with a dot"
            case .temporary(let why), .litter(let why): why
            }
        }

        /// Whether nobody would miss it: no document has such a name.
        var isQuiet: Bool {
            if case .temporary = self { return false }
            return true
        }
    }

    /// `[spool] ignore`: matched against the names of files and folders.
    public var ignore: [GlobPattern]

    public init(ignore: [GlobPattern] = []) {
        self.ignore = ignore
    }

    /// Why a file or folder of this name is left alone; nil where it is not.
    func leave(_ name: FileName) -> Leave? {
        if name.bytes.first == UInt8(ascii: ".") { return .hidden }
        let text = String(decoding: name.bytes, as: UTF8.self)
        let lower = text.lowercased()
        if let why = NameRules.temporary(lower) { return .temporary(why) }
        if let why = NameRules.litter(lower) { return .litter(why) }
        for pattern in ignore where pattern.matches(text) {
            return .litter("[spool] ignore has \"\(pattern.text)\"")
        }
        return nil
    }

    /// How programs end the names of files that they have not finished yet.
    static let temporarySuffixes = [
        // Downloads of browsers, and of programs for downloads.
        ".part", ".partial", ".crdownload", ".opdownload", ".download", ".unconfirmed", ".dtapart",
        ".fdmdownload", ".aria2", ".xltd", ".adadownload", ".ytdl", ".!ut", ".!bt", ".!qb", ".bc!",
        ".jc!",
        ".!sync",
        // Uploads: WinSCP, lftp, rclone, web folders.
        ".filepart", ".lftp", ".upload", ".uploading", ".incomplete", ".inprogress",
        // Any program, and editors.
        ".tmp", ".temp", ".lock", ".lck", ".swp", ".swo", ".swn", ".swx", "~",
    ]

    /// How such names begin: Syncthing, Office, Word's own copies.
    static let temporaryPrefixes = ["~syncthing~", "~wrl", "~wrd", "unconfirmed "]

    /// Files with which Vim tries whether a folder can be written to.
    static let probes = ["4913", "5036", "5159", "5282", "5405"]

    private static func temporary(_ name: String) -> String? {
        for suffix in temporarySuffixes where name.hasSuffix(suffix) && name != suffix {
            return "its name ends in \(suffix)"
        }
        for prefix in temporaryPrefixes where name.hasPrefix(prefix) {
            // A page may well have such a title.
            if prefix.hasSuffix(" "), !name.dropFirst(prefix.count).allSatisfy(\.isNumber) {
                continue
            }
            return "its name starts with \(prefix)"
        }
        if isSafeSave(name) { return "its name ends in .sb-…, as a Mac saves safely" }
        if name.hasPrefix("#"), name.hasSuffix("#"), name.count > 2 {
            return "its name is that of an automatic save"
        }
        return nil
    }

    /// NAME.sb-1a2b3c4d-AbCdEf, which programs of macOS write before they replace NAME.
    private static func isSafeSave(_ name: String) -> Bool {
        let parts = name.split(separator: ".").last?.split(separator: "-") ?? []
        return parts.count == 3 && parts[0] == "sb" && parts[1].count == 8
            && parts[1].allSatisfy(\.isHexDigit) && parts[2].count == 6 && name.contains(".sb-")
    }

    /// Names that systems give to files and folders of their own.
    static let litterNames: Set<String> = [
        "desktop.ini", "thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "autorun.inf",
        "icon\r", "icon\u{F00D}", "icon\u{F02D}", "picasa.ini", "pspbrwse.jbf",
        "@eadir", "@tmp", "@recycle", "@recently-snapshot", "#recycle", "#snapshot", "$recycle.bin",
        "recycler", "system volume information", "lost+found", "__macosx", "network trash folder",
        "temporary items", "thevolumesettingsfolder", "__pycache__", "_gsdata_",
    ]

    static let litterPrefixes = ["~$"]

    /// Streams of NTFS that became files, whatever stands for their colon; Synology's; copies that editors leave.
    static let litterSuffixes = [
        "zone.identifier", "smartscreen", "com.dropbox.attrs", "com.dropbox.attributes",
        "com.apple.quarantine", "afp_afpinfo", "afp_resource",
    ]
    static let litterEndings = [
        "@synoeastream", "@synoresource", ".bak", ".orig", ".ffs_db", ".ffs_lock",
    ]

    private static func litter(_ name: String) -> String? {
        if litterNames.contains(name) || probes.contains(name) {
            return "systems and programs make such files for themselves"
        }
        for prefix in litterPrefixes where name.hasPrefix(prefix) {
            return "its name starts with \(prefix)"
        }
        for ending in litterEndings where name.hasSuffix(ending) && name != ending {
            return "its name ends in \(ending)"
        }
        for suffix in litterSuffixes {
            var stream = name[...]
            if stream.hasSuffix(":$data") { stream = stream.dropLast(6) }
            guard stream.hasSuffix(suffix) else { continue }
            // A colon, or what stands for it on a share: a character of private use, or none that is of a name.
            guard let mark = stream.dropLast(suffix.count).last else { continue }
            if !mark.isLetter, !mark.isNumber, !mark.isWhitespace {
                return "it is what Windows or a Mac noted of another file"
            }
        }
        return nil
    }
}
