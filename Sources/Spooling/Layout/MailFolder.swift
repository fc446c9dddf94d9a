import LinuxIO

/// Names in a mail folder of the form Maildir: messages lie in cur/ and new/, tmp/ has what is being delivered, and what
/// was done with a message stands behind its name (":2,S").
enum MailFolder {
    private static let delivered: Set<String> = ["cur", "new"]

    /// Whether folders side by side are those of a mail folder.
    static func isOne(_ folders: [FileName]) -> Bool {
        let names = Set(folders.map(\.printable))
        return names.isSuperset(of: delivered) && names.contains("tmp")
    }

    /// What a message is called wherever it lies, and whatever was done with it; nil for other files.
    static func key(of location: FileName) -> FileName? {
        let parts = location.components
        guard let folder = parts.dropLast().last, delivered.contains(folder.printable) else {
            return nil
        }
        let name = location.last.bytes
        // Some systems have no colons in names, and mailers then write another sign.
        let mark = name.indices.first { place in
            place + 2 < name.count && [0x3A, 0x3B, 0x21].contains(name[place])
                && name[place + 1] == 0x32 && name[place + 2] == 0x2C
        }
        let stem = FileName(bytes: Array(name[..<(mark ?? name.endIndex)]))
        return parts.dropLast(2).reduce(FileName.none) { $0.appending($1) }.appending(stem)
    }

    /// The folders of a message that say something of it: not where its mailer keeps what is read.
    static func tags(_ folders: [FileName], of name: FileName) -> [FileName] {
        guard let last = folders.last, delivered.contains(last.printable),
            isMessage(name)
        else { return folders }
        return Array(folders.dropLast())
    }

    /// "1700000000.M1P2.host:2,S": seconds, a dot, more.
    private static func isMessage(_ name: FileName) -> Bool {
        let digits = name.bytes.prefix { (0x30...0x39).contains($0) }
        return digits.count >= 9 && digits.count < name.bytes.count
            && name.bytes[digits.count] == UInt8(ascii: ".")
    }
}
