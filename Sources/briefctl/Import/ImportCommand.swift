import ArgumentParser
import BriefModel
import ControlProtocol
import FoundationEssentials
import LinuxIO
import Outputs

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "What other programs have kept, into the spool.",
        discussion: """
            Reads exports of wallabag, Omnivore, FreshRSS and Firefox (JSON), Pocket, Instapaper and Readwise Reader \
            (CSV), and bookmarks of all browsers, Pocket and Instapaper (HTML). Articles that the export holds become \
            documents with their own facts; for others the addresses are dropped, and briefd fetches each once. Tags and \
            folders become tags.

            Example: briefctl import --dry-run library.json
            """)

    private struct Report: Encodable {
        var ok = true
        var documents = 0
        var addresses = 0
        /// What an export holds without an address or a text, and what stands there twice.
        var leftOut = 0
        var to = ""
    }

    @OptionGroup var store: StoreOptions
    @Option(help: "Drop into this folder rather than into the spool of the configuration.")
    var to: String?
    @Flag(help: "Only say what would be dropped.") var dryRun = false
    @Argument(help: "Exported files; of Omnivore the metadata files, beside their folder content.")
    var files: [String]

    func run() throws {
        let folder = try to ?? store.paths().spool + "/incoming"
        var items: [ImportedItem] = []
        var report = Report(to: folder)
        var seen: Set<String> = []
        for file in files {
            for item in try read(file) {
                // The same address twice is one article, unless both hold texts.
                guard item.isDocument || seen.insert(item.url ?? "").inserted else {
                    report.leftOut += 1
                    continue
                }
                items.append(item)
            }
        }
        report.documents = items.count { $0.isDocument }
        report.addresses = items.count { !$0.isDocument && $0.url != nil }
        report.leftOut += items.count - report.documents - report.addresses
        if !dryRun { try drop(items, into: folder) }
        try tell(report)
    }

    private func read(_ path: String) throws -> [ImportedItem] {
        let bytes = try InputFile.read(path)
        let beside = (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "content/"
        do {
            return try LibraryReader.read(bytes) { name in
                guard !name.contains("/"), !name.hasPrefix(".") else { return nil }
                let file = try? Data(contentsOf: URL(filePath: beside + name + ".html"))
                return file.map { String(decoding: $0, as: UTF8.self) }
            }
        } catch {
            throw Failure.notWell("\(path.printable): \(error)")
        }
    }

    private func drop(_ items: [ImportedItem], into folder: String) throws {
        do {
            // As whoever owns the folder: briefd must be able to take the files away.
            try FileOwner.become(ownerOf: folder)
            var drops = SpoolDrops(folder)
            for item in items where item.isDocument { try drops.drop(item) }
            let links = items.filter { !$0.isDocument && $0.url != nil }
            for (tags, group) in Dictionary(grouping: links, by: ImportedDocument.folders).sorted(
                by: { $0.key.lexicographicallyPrecedes($1.key) })
            {
                try drops.drop(group.compactMap(\.url), tags: tags)
            }
        } catch  where error.isNotPermitted {
            throw Failure.notAllowed(
                "nothing can be dropped into \(folder.printable): \(error); do it as root or as briefd"
            )
        } catch {
            throw Failure.notWell(
                "not all was dropped into \(folder.printable): \(error); mend that and import again:"
                    + " what was filed is recognised")
        }
    }

    private func tell(_ report: Report) throws {
        if store.json {
            Output.bytes(try WireJSON.encode(report, pretty: true) + [0x0A])
            return
        }
        let did = dryRun ? "would be dropped" : "were dropped"
        Output.line(
            "\(ListOptions.number(report.documents)) documents and"
                + " \(ListOptions.number(report.addresses)) addresses \(did) into"
                + " \(report.to.printable); \(ListOptions.number(report.leftOut)) left out.")
    }
}

/// Writes files into a spool as a careful program does: under a hidden name, then renamed.
private struct SpoolDrops {
    /// Addresses in one file.
    private static let atOnce = 1_000
    private let folder: String
    private let run: String
    private var count = 0

    init(_ folder: String) {
        self.folder = folder
        run = String(UInt32.random(in: .min ... .max), radix: 36)
    }

    mutating func drop(_ item: ImportedItem) throws(SystemError) {
        try write(ImportedDocument.html(of: item), ".html", ImportedDocument.folders(of: item))
    }

    mutating func drop(_ addresses: [String], tags: [String]) throws(SystemError) {
        var rest = addresses[...]
        while !rest.isEmpty {
            let some = rest.prefix(Self.atOnce)
            try write(Array((some.joined(separator: "\n") + "\n").utf8), ".url", tags)
            rest = rest.dropFirst(some.count)
        }
    }

    private mutating func write(
        _ bytes: [UInt8], _ suffix: String, _ tags: [String]
    ) throws(SystemError) {
        count += 1
        let name = "import-\(run)-\(count)\(suffix)"
        let path = ([folder] + tags).joined(separator: "/")
        let directory = try Directory(creating: path)
        let file = try directory.createFile("." + name)
        try file.write(bytes)
        try directory.rename("." + name, to: name)
    }
}
