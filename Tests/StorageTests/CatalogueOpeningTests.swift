import Foundation
import GRDB
import Testing

@testable import Storage

/// A catalogue that cannot be used.
@Suite struct CatalogueOpeningTests {
    private let fixture: StoreFixture

    init() throws {
        fixture = try StoreFixture()
        let store = try fixture.open()
        _ = try store.file((1...40).map { StoreFixture.filing(StoreFixture.words($0)) })
        _ = try store.pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    }

    private var file: URL { URL(filePath: fixture.path + "/catalogue.sqlite") }

    enum Damage: String, CaseIterable {
        case header, text, pages, half, noTable

        func apply(_ file: URL) throws {
            var data = try Data(contentsOf: file)
            switch self {
            case .header: data.replaceSubrange(0..<64, with: [UInt8](repeating: 0xA5, count: 64))
            case .text: data = Data("this is no database\n".utf8)
            case .pages:
                for page in stride(from: 4096, to: data.count - 4096, by: 3 * 4096) {
                    let noise = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ page / 7) }
                    data.replaceSubrange(page..<page + 4096, with: noise)
                }
            case .half: data = data.prefix(data.count / 2)
            case .noTable:
                try DatabaseQueue(path: file.path).write {
                    try $0.execute(sql: "DROP TABLE hashes")
                }
                return
            }
            try data.write(to: file)
        }
    }

    @Test(arguments: Damage.allCases)
    func `is set aside and made anew from the files`(damage: Damage) throws {
        try damage.apply(file)
        let store = try fixture.open()
        let aside = try #require(store.mended.setAside)
        #expect(aside.name.hasPrefix("catalogue.sqlite.damaged-") && !aside.why.isEmpty)
        #expect(FileManager.default.fileExists(atPath: fixture.path + "/" + aside.name))
        #expect(store.mended.takenIn == 40)
        #expect(try store.verify().isSound)
        let again = try store.file(StoreFixture.filing(StoreFixture.words(7), source: "spool:x"))
        #expect(again == .sighting(id: again.id))
        #expect(try store.catalogue.counts().total == 40)
    }

    @Test func `of a later briefd is refused, and stays where it is`() throws {
        try DatabaseQueue(path: file.path).write { try $0.execute(sql: "PRAGMA user_version = 99") }
        #expect(throws: StorageError.catalogueTooNew(version: 99)) { try fixture.open() }
        let names = try FileManager.default.contentsOfDirectory(atPath: fixture.path)
        #expect(!names.contains { $0.contains("damaged") })
    }

    @Test func `that is sound is left alone`() throws {
        let store = try fixture.open()
        #expect(store.mended == MendReport())
    }
}
