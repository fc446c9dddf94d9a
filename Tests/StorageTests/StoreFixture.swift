import BriefModel
import Foundation
import LinuxIO
import Storage
import Testing

/// A store in a folder of its own, gone when the test is over.
final class StoreFixture {
    let path: String
    static let arrival = Date(timeIntervalSince1970: 1_790_000_000)

    init() throws {
        let name = "briefd-store-\(UInt64.random(in: .min ... .max))"
        path = FileManager.default.temporaryDirectory.path + "/" + name
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The stand-in for the real rules: two texts are never the same in another cut.
    static let rules = IdentityRules(
        identify: { identity(of: $0) },
        compare: { _, _ in TextComparison(isEdited: true) },
        liken: { text, others in
            let one = identity(of: text).shingles
            return others.map { other in
                let two = identity(of: other).shingles
                return one.isNear(two)
                    ? TextLikeness(kind: .overlaps, share: one.containment(with: two)) : nil
            }
        })

    func open() throws -> ArticleStore { try ArticleStore(at: path, identify: Self.rules) }

    /// A stand-in for the real identity: white space does not count, five words are a shingle.
    static func identity(of text: String) -> Identity {
        let letters = text.utf8.filter { $0 > 0x20 }
        let words = text.split { $0 == " " || $0 == "\n" }
        var hashes: Set<UInt64> = []
        for start in words.indices.dropLast(4) {
            hashes.insert(hash(words[start..<start + 5].joined(separator: " ").utf8))
        }
        let digits = (0..<4).map { part in
            let hex = String(hash([UInt8(part)] + letters), radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }
        return Identity(
            contentHash: letters.isEmpty ? nil : "sha256:" + digits.joined(), hashVersion: 1,
            shingles: Shingles(hashes: hashes.sorted(), fingerprints: hashes.sorted()))
    }

    /// FNV-1a, finished by a multiplication that reaches the upper bits.
    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return (hash ^ hash >> 29) &* 0x9e37_79b9_7f4a_7c15
    }

    static func filing(
        _ text: String, title: String? = "A title", source: String = "spool:file.html",
        key: String? = nil, feed: String = "feed1", ownsLink: Bool = true, url: String? = nil,
        published: String? = "2021-10-05", raw: String? = nil, isPartial: Bool = false,
        tags: [String] = [], alike: Set<String> = []
    ) -> Filing {
        let article = Article(
            title: title, published: published, url: url, text: text, markdown: text,
            wordCount: text.split(separator: " ").count, quality: 0.9, extractor: "briefd/1")
        let entry = key.map {
            Origin.FeedEntry(
                feed: feed, key: $0, ownsLink: ownsLink, sharesWords: !alike.isEmpty, alike: alike)
        }
        return Filing(
            article: article, identity: identity(of: text),
            origin: Origin(source: source, entry: entry, tags: tags),
            original: Array((raw ?? "<p>" + text).utf8), originalType: "text/html",
            isPartial: isPartial, arrival: arrival)
    }

    /// Words that no other `seed` has.
    static func words(_ seed: Int, count: Int = 60) -> String {
        (0..<count).map { "w\(seed)x\($0)" }.joined(separator: " ")
    }

    /// All files beneath a folder of the store, sorted, relative to the store.
    func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder)
            .filter { $0.contains(".") }.map { folder + "/" + $0 }.sorted()
    }

    /// Copies folders of the store, those that there are, into another one.
    func copy(_ folders: [String], to other: StoreFixture) throws {
        try FileManager.default.createDirectory(
            atPath: other.path, withIntermediateDirectories: true)
        for folder in folders where FileManager.default.fileExists(atPath: path + "/" + folder) {
            try FileManager.default.copyItem(
                atPath: path + "/" + folder, toPath: other.path + "/" + folder)
        }
    }

    /// Flips a bit in the middle of a file, as a disk does it: the time of change stays.
    func decay(_ path: String) throws {
        let full = self.path + "/" + path
        let before = try shell("stat -c %y '\(full)'")
        var bytes = try #require(FileManager.default.contents(atPath: full))
        bytes[bytes.count / 2] ^= 1
        let handle = try #require(FileHandle(forWritingAtPath: full))
        try handle.write(contentsOf: bytes)
        try handle.close()
        _ = try shell("touch -d '\(before)' '\(full)'")
    }

    private func shell(_ command: String) throws -> String {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = pipe
        try process.run()
        process.waitUntilExit()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        return String(decoding: output, as: UTF8.self).filter { $0 != "\n" }
    }

    /// Puts another content in the place of a file, as an editor does it.
    func edit(_ path: String, _ change: (String) -> String) throws {
        try Data(change(try text(path)).utf8).write(
            to: URL(filePath: self.path + "/" + path), options: .atomic)
    }

    func text(_ file: String) throws -> String {
        let bytes = try #require(FileManager.default.contents(atPath: path + "/" + file))
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension ArticleStore {
    /// Files one document on its own.
    func file(_ filing: Filing) throws -> FilingOutcome {
        let results = try file([filing])
        return try #require(results.first).get()
    }
}
