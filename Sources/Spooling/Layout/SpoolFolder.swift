import LinuxIO

/// What the names of folders and files in a queue mean.
struct FolderRules {
    /// Nil where every name but a hidden one is a document's.
    var names: NameRules?
    /// Whether people and programs drop into it: then they may be at work there.
    var areSenders: Bool

    /// Why a folder is not looked into.
    func leave(_ folder: FileName) -> NameRules.Leave? {
        guard let names else { return folder.bytes.first == UInt8(ascii: ".") ? .hidden : nil }
        guard let leave = names.leave(folder), areSenders || leave.isQuiet else { return nil }
        return leave
    }
}

/// One folder as a walk finds it.
struct SpoolFolder {
    /// A folder in it that is not looked into.
    struct Left {
        enum Cause: Equatable {
            case name(NameRules.Leave)
            /// It looks saved with a page, and the page is not there.
            case saved
        }

        var name: FileName
        var cause: Cause

        /// How what lies in it stands; within a folder that is left alone itself, as that does.
        func standing(_ outer: SpoolStanding) -> SpoolStanding {
            if outer != .document { return outer }
            switch cause {
            case .name(let leave) where leave.isQuiet:
                return .ignored(why: "The folder \(name.printable) is left alone: \(leave.why).")
            case .name(let leave):
                return .notTaken(
                    why: "The folder \(name.printable) is left alone: \(leave.why).",
                    next: "Give the folder another name, and its files are taken.")
            case .saved:
                return .notTaken(
                    why:
                        "The folder \(name.printable) looks as if a browser had saved it with a page,"
                        + " and no such page is beside it.",
                    next:
                        "Drop the page too, or give the folder another name if it holds documents;"
                        + " else remove it.")
            }
        }
    }

    /// Beneath the queue; empty for the queue's own folder.
    let path: FileName
    let standing: SpoolStanding
    /// Everything in it but folders.
    private(set) var files: [DirectoryEntry] = []
    /// Folders to look into.
    private(set) var below: [FileName] = []
    private(set) var left: [Left] = []
    /// Folders that belong to pages in this folder, by the pages' stems.
    private var assets: [SavedPages.Stem: [FileName]] = [:]

    init(path: FileName, standing: SpoolStanding = .document) {
        self.path = path
        self.standing = standing
    }

    /// Whether it lies in a folder that looks saved with a page, and holds documents all the same.
    var isOrphan: Bool { path.components.contains { SavedPages.parts(ofFolder: $0) != nil } }

    /// Whether what is known of it may change though nothing in the folder itself does.
    var hasOrphans: Bool {
        left.contains { $0.cause == .saved }
            || below.contains { SavedPages.parts(ofFolder: $0) != nil }
    }

    func assets(of page: FileName) -> FileName? {
        if assets.isEmpty { return nil }
        guard let stems = SavedPages.stems(ofPage: page) else { return nil }
        return SavedPages.folder(of: page, among: stems.flatMap { assets[$0] ?? [] })
    }

    /// Parts what is in the folder into files, saved pages' folders, folders to look into and others.
    mutating func read(
        _ directory: borrowing Directory, _ rules: FolderRules
    ) throws(SystemError) {
        var saved: [FileName] = []
        for entry in try directory.entries() {
            guard let kind = try directory.kind(of: entry) else { continue }
            if kind != .directory {
                files.append(DirectoryEntry(name: entry.name, kind: kind, inode: entry.inode))
            } else if let leave = rules.leave(entry.name) {
                left.append(Left(name: entry.name, cause: .name(leave)))
            } else if standing == .document, SavedPages.parts(ofFolder: entry.name) != nil {
                saved.append(entry.name)
            } else {
                below.append(entry.name)
            }
        }
        if !saved.isEmpty { part(saved, directory, rules) }
        // What a mailer is still writing.
        if MailFolder.isOne(below) { below.removeAll { $0.printable == "tmp" } }
    }

    private mutating func part(
        _ saved: [FileName], _ directory: borrowing Directory, _ rules: FolderRules
    ) {
        let pages = Set(files.flatMap { SavedPages.stems(ofPage: $0.name) ?? [] })
        for name in saved {
            guard let stem = SavedPages.stem(ofFolder: name) else { continue }
            if pages.contains(stem) {
                assets[stem, default: []].append(name)
            } else if rules.areSenders, !SavedPages.holdsDocuments(name, in: directory) {
                left.append(Left(name: name, cause: .saved))
            } else {
                below.append(name)
            }
        }
    }
}
