import FoundationEssentials
import LinuxIO

/// The pages that left the spool of late, in a file beside its folders, so that a restart does not forget whose the
/// folders are that still come.
///
/// One line a page: seconds since 1970, its folder beneath incoming/, its name. Nothing is synced, for it is worth little:
/// should a power cut lose a line, the page's folder is listed as not taken.
struct PageLog: Sendable {
    struct Page: Sendable {
        var time: Date
        /// Beneath incoming/.
        var folder: FileName
        var name: FileName

        var line: String {
            "\(Int(time.timeIntervalSince1970))\t\(folder.printable)\t\(name.printable)\n"
        }

        init(time: Date, folder: FileName, name: FileName) {
            self.time = time
            self.folder = folder
            self.name = name
        }

        /// nil for what is no line of ours, or one that was cut off.
        init?(line: Substring) {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard parts.count == 3, let seconds = Int(parts[0]), !parts[2].isEmpty,
                (0...253_402_300_799).contains(seconds)
            else { return nil }
            self.init(
                time: Date(timeIntervalSince1970: Double(seconds)),
                folder: FileName(printable: String(parts[1])),
                name: FileName(printable: String(parts[2])))
        }
    }

    static let name = ".filed-pages"
    /// Bytes from which on the file is written anew without what is too old.
    static let fullSize = 1 << 20
    /// Lines that are kept at most.
    static let limit = 4_000

    /// The latest pages, oldest first; none where there is no file that can be read.
    static func read(in root: borrowing Directory) -> [Page] {
        // What cannot be read is worth no more than a page that was forgotten.
        guard let file = try? root.openFile(FileName(name)),
            let bytes = try? file.readAll(limit: 4 * fullSize)
        else { return [] }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").suffix(limit)
            .compactMap { Page(line: $0) }
    }

    static func add(_ page: Page, in root: borrowing Directory) {
        // The page is filed whether or not it is noted here.
        if let status = try? root.status(of: FileName(name)), status.size > fullSize {
            rewrite(Array(read(in: root).suffix(limit / 2)), in: root)
        }
        try? root.appendFile(FileName(name), mode: 0o640).write(Array(page.line.utf8))
    }

    private static func rewrite(_ pages: [Page], in root: borrowing Directory) {
        let new = name + ".new"
        let text = pages.map(\.line).joined()
        do {
            if try root.status(of: FileName(new)) != nil { try root.remove(FileName(new)) }
            try root.createFile(FileName(new), mode: 0o640).write(Array(text.utf8))
            try root.rename(FileName(new), to: FileName(name))
        } catch {
            // It stays as it is, and is written anew the next time.
            return
        }
    }
}
