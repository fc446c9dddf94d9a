import BriefModel
import Foundation
import Testing

@testable import Storage

/// Files that people and their editors changed.
@Suite struct EditedFileTests {
    private let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    /// What editors and hands do to a file's form: the article is still what was filed.
    enum Edit: String, CaseIterable {
        case blockTags, flowList, unquoted, singleQuotes, comments, emptyLines, crlf, cr, bom,
            latin1
        case unknownKeys, obsidian, reordered, folded, literal, noID, noFront, noFiled, trailing,
            tabs
        case plainDates, upperKeys, unclosed, utf16, brokenLine, emptyAliases, tagString

        /// Whether the facts or the text are other ones now.
        var isEdit: Bool {
            switch self {
            case .blockTags, .flowList, .tagString, .latin1, .folded, .literal, .noFront: true
            default: false
            }
        }

        func apply(_ text: String) -> Data {
            func replacing(_ key: String, _ value: String) -> String {
                text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    $0.hasPrefix(key + ":") ? key + ":" + value : String($0)
                }.joined(separator: "\n")
            }
            func without(_ key: String) -> String {
                text.split(separator: "\n", omittingEmptySubsequences: false)
                    .filter { !$0.hasPrefix(key + ":") }.joined(separator: "\n")
            }
            let front = text.components(separatedBy: "---\n")[1]
            let changed =
                switch self {
                case .blockTags: replacing("tags", "\n  - a\n  - \"b c\"\n- d # why")
                case .flowList: replacing("tags", " [a, 'b c',\n  d]")
                case .tagString: replacing("tags", " a, b c")
                case .unquoted: replacing("title", " A title").replacing("\"0.9\"", with: "0.9")
                case .singleQuotes: replacing("title", " 'A title' # as in print")
                case .comments: text.replacing("title:", with: "# mine\ntitle:", maxReplacements: 1)
                case .emptyLines: text.replacing("\nsite:", with: "\n\n\nsite:", maxReplacements: 1)
                case .crlf: text.replacing("\n", with: "\r\n")
                case .cr: text.replacing("\n", with: "\r")
                case .bom: "\u{FEFF}" + text
                case .unknownKeys:
                    text.replacing("site:", with: "rating: 5\nnested:\n  a: b\nsite:")
                case .obsidian:
                    text.replacing(
                        "site:", with: "cssclasses:\n  - wide\naliases:\n  - Other name\nsite:")
                case .emptyAliases: text.replacing("site:", with: "aliases:\nsite:")
                case .reordered:
                    text.replacing(
                        front,
                        with: front.split(separator: "\n").reversed().joined(separator: "\n") + "\n"
                    )
                case .folded: replacing("excerpt", " >-\n  two lines\n  of it")
                case .literal: replacing("excerpt", " |\n  two lines\n\n  of it")
                case .noID: without("id")
                case .noFiled: without("filed")
                case .noFront: text.components(separatedBy: "---\n\n")[1]
                case .trailing: text.replacing("\n", with: "  \n")
                case .tabs: text.replacing(": ", with: ":\t").replacing("\n\n", with: "\n\t\n")
                case .plainDates: text.replacing("\"2021-10-05\"", with: "2021-10-05")
                case .upperKeys: text.replacing("site:", with: "Site:")
                case .unclosed: text.replacing("---\n\n#", with: "\n#")
                case .brokenLine: text.replacing("site:", with: "just words\n\"tit: le\nsite:")
                case .latin1: text.replacing("A title", with: "A titlé")
                case .utf16: text
                }
            switch self {
            case .latin1: return changed.data(using: .isoLatin1) ?? Data()
            case .utf16:
                return Data([0xFF, 0xFE]) + (changed.data(using: .utf16LittleEndian) ?? Data())
            default: return Data(changed.utf8)
            }
        }
    }

    private func filed() throws -> (filing: Filing, id: String, path: String) {
        let filing = StoreFixture.filing(
            StoreFixture.words(1), source: "spool:a.html", key: "k", url: "https://h.example/1",
            tags: ["a"])
        let id = try fixture.open().file(filing).id
        return (filing, id, try #require(try fixture.files("articles").first))
    }

    private func write(_ data: Data, _ path: String) throws {
        try data.write(to: URL(filePath: fixture.path + "/" + path), options: .atomic)
    }

    private func loseCatalogue() {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(
                atPath: fixture.path + "/catalogue.sqlite" + suffix)
        }
    }

    private func expectKept(_ edit: Edit, _ filing: Filing, _ id: String) throws {
        let store = try fixture.open()
        let shown = try store.catalogue.article(id)
        #expect(shown.front.id == id)
        #expect(try fixture.files("articles").count == 1)
        // The same bytes, the same text in another page, the same entry.
        var other = filing
        other.original = Array("<i>other".utf8)
        other.origin = Origin(source: "spool:b.html")
        var drop = filing
        drop.origin = Origin(source: "spool:c.html")
        for again in [drop, other, filing] {
            switch try store.file(again) {
            case .sighting(let known), .unchanged(let known), .updated(let known):
                #expect(known == id)
            case let outcome: Issue.record("\(edit.rawValue): \(outcome)")
            }
        }
        #expect(try fixture.files("articles").count == 1)
        #expect(try fixture.files("superseded").isEmpty)
    }

    @Test(arguments: Edit.allCases)
    func `keeps the article over a start`(edit: Edit) throws {
        let (filing, id, path) = try filed()
        try write(edit.apply(try fixture.text(path)), path)
        #expect(try fixture.open().mended.edited.count == (edit.isEdit ? 1 : 0))
        try expectKept(edit, filing, id)
        #expect(try fixture.open().verify().isSound)
    }

    @Test(arguments: Edit.allCases)
    func `keeps the article over a rebuild`(edit: Edit) throws {
        let (filing, id, path) = try filed()
        try write(edit.apply(try fixture.text(path)), path)
        let report = try ArticleStore.rebuild(at: fixture.path, identify: StoreFixture.rules)
        #expect(report.takenIn == 1 && report.leftOut.isEmpty, "\(report)")
        // When it was filed is known to the catalogue alone then.
        #expect(report.edited.count == (edit.isEdit || edit == .noFiled ? 1 : 0))
        try expectKept(edit, filing, id)
    }

    @Test(arguments: Edit.allCases)
    func `keeps the article at a start without a catalogue`(edit: Edit) throws {
        let (filing, id, path) = try filed()
        try write(edit.apply(try fixture.text(path)), path)
        loseCatalogue()
        #expect(try fixture.open().mended.takenIn == 1)
        try expectKept(edit, filing, id)
    }

    @Test(arguments: [Edit.unknownKeys, .obsidian, .comments])
    func `keeps lines that are none of ours when the file is written again`(edit: Edit) throws {
        let (filing, id, path) = try filed()
        try write(edit.apply(try fixture.text(path)), path)
        let store = try fixture.open()
        var newer = filing
        newer.article.title = "A newer title"
        #expect(try store.file(newer) == .updated(id: id))
        let text = try fixture.text(path)
        #expect(text.contains("# A newer title"))
        switch edit {
        case .unknownKeys: #expect(text.contains("rating: 5\nnested:\n  a: b\n"))
        case .obsidian:
            #expect(text.contains("cssclasses:\n  - wide\n") && text.contains("Other name"))
        default: #expect(text.contains("# mine\n"))
        }
    }
}
