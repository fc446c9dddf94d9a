import LinuxIO

/// Why something in the spool stays where it is, and what to do about it.
public struct SpoolFault: Error, Sendable, Equatable {
    public enum Kind: String, Sendable {
        /// briefd may not read the file.
        case unreadable
        /// briefd may not take the file out of its folder.
        case unmovable
        /// briefd may not look into the folder.
        case closedFolder
        /// The folder is not there.
        case missingFolder
        case tooDeep
        /// It could not be moved to corrupt/.
        case notMoved
        /// Any other fault of a folder.
        case folder

        /// Whether a folder is what cannot be taken.
        public var isOfFolders: Bool {
            switch self {
            case .unreadable, .unmovable, .notMoved: false
            case .closedFolder, .missingFolder, .tooDeep, .folder: true
            }
        }
    }

    public let kind: Kind
    public let why: String
    public let next: String

    init(_ kind: Kind, why: String, next: String) {
        self.kind = kind
        self.why = why
        self.next = next
    }

    /// A file that briefd may not take: where it cannot be opened, the file's own permissions are the cause, else those
    /// of its folder, which has to be written for a rename(2).
    init(denied cause: SystemError) {
        if cause.call == "open" {
            self.init(
                .unreadable, why: "briefd may not read it (\(cause.reason)).",
                next:
                    "Let briefd's group read the file: chgrp briefd FILE; chmod g+r FILE. It is then taken by"
                    + " itself.")
        } else {
            self.init(
                .unmovable, why: "briefd may not take it out of its folder (\(cause.reason)).",
                next:
                    "Let briefd's group write the folder: chgrp briefd FOLDER; chmod g+rwx FOLDER. The file is"
                    + " then taken by itself.")
        }
    }

    init(folder error: SpoolError) {
        guard case .system(let cause) = error else {
            self.init(
                .folder, why: "The folder cannot be read: \(error).",
                next: "Mend the cause; it is looked at again by itself.")
            return
        }
        if cause.errno == SystemError.nameTooLong {
            self.init(
                .tooDeep,
                why:
                    "The folder lies more than \(SpoolDirectory.maximumDepth) folders deep; what is in it is not taken.",
                next: "Move it further up; its files are then taken by themselves.")
        } else if cause.isNotPermitted {
            self.init(
                .closedFolder, why: "briefd may not look into the folder (\(cause.reason)).",
                next:
                    "Let briefd's group in: chgrp briefd FOLDER; chmod g+rwx FOLDER. What is in it is then taken by"
                    + " itself.")
        } else if cause.isNotFound {
            self.init(
                .missingFolder, why: "The folder is not there.",
                next: "Make or mount it, or take it out of [[watch]] and reload.")
        } else {
            self.init(
                .folder, why: "The folder cannot be read: \(cause.reason).",
                next: "Check the disk; it is looked at again by itself.")
        }
    }

    /// What to do, with the path in it.
    ///
    /// - Parameter path: of the file or folder that cannot be taken.
    public func next(at path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let folder = kind.isOfFolders ? path : parts.dropLast().joined(separator: "/")
        return next.replacing("FILE", with: SpoolFault.quoted(path))
            .replacing("FOLDER", with: SpoolFault.quoted(folder))
    }

    /// As a shell takes it whatever is in it.
    private static func quoted(_ path: String) -> String {
        "'" + path.replacing("'", with: "'\\''") + "'"
    }
}
