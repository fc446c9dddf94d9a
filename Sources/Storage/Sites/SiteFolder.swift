import BriefModel
import FoundationEssentials
import LinuxIO

/// What is remembered of sites: "sites" in the state directory, a file a host.
///
/// It is a help, not a truth that anything rests on: it is not synced, a file that cannot be read is as good as none, and
/// where nothing can be written the site is read without. No more than `mostHosts` are remembered; of more those go
/// whose last page is longest ago. Calls block.
public struct SiteFolder: Sendable {
    /// Files; with 64 KiB at most in each.
    public static let mostHosts = 4_096
    /// In bytes: the name of a file.
    private static let longestName = 200

    private let path: String
    private let mostHosts: Int

    /// - Parameter state: the state directory.
    public init(state: String, mostHosts: Int = SiteFolder.mostHosts) {
        path = state + "/sites"
        self.mostHosts = mostHosts
    }

    /// The host of an address, with the port where one is named; nil where it has none that is remembered by.
    ///
    /// "www." is another host: no host speaks for another.
    public static func host(of address: String?) -> String? {
        guard let address, let url = URL(string: address), let host = url.host?.lowercased()
        else { return nil }
        let name = host + (url.port.map { ":\($0)" } ?? "")
        return fileName(of: name) == nil ? nil : name
    }

    /// What is remembered of a host today; an empty account where that is nothing.
    public func account(of host: String, now: Date) -> SiteAccount {
        guard let name = Self.fileName(of: host), let folder = try? Directory(at: path) else {
            return SiteAccount()
        }
        var account = Self.read(name, in: folder)?.current(on: Self.day(now)) ?? SiteAccount()
        account.taught = Self.taught(host, in: folder) ?? SiteLabels()
        return account
    }

    /// Takes in what an editor says of the blocks of a page of a host: it is remembered until it is forgotten by `forget`.
    /// The daemon may run: no other writes this file.
    ///
    /// - Throws: where that cannot be written down, and EINVAL for a host that is not remembered by.
    public func teach(_ labels: PageLabels, of host: String) throws(SystemError) {
        guard let name = Self.taughtName(of: host) else {
            throw SystemError(call: "open", path: host, errno: 22)
        }
        let folder = try Directory(creating: path, mode: 0o700)
        var taught = Self.taught(host, in: folder) ?? SiteLabels()
        taught.add(labels)
        try Self.write(taught.packed, as: name, by: FileName(".taught"), in: folder)
    }

    private static func taught(_ host: String, in folder: borrowing Directory) -> SiteLabels? {
        guard let name = taughtName(of: host), let bytes = bytes(of: name, in: folder) else {
            return nil
        }
        return SiteLabels(packed: bytes)
    }

    /// Takes in what a page of a host showed.
    ///
    /// - Throws: where that cannot be written down.
    public func learn(_ trace: PageTrace, of host: String, now: Date) throws(SystemError) {
        guard let name = Self.fileName(of: host) else { return }
        let folder = try Directory(creating: path, mode: 0o700)
        let old = Self.read(name, in: folder)
        var account = old ?? SiteAccount()
        account.learn(trace, on: Self.day(now))
        guard account != old else { return }
        if old == nil { try makeRoom(in: folder) }
        try Self.write(account.packed, as: name, by: FileName(".new"), in: folder)
    }

    /// - Returns: false where nothing was remembered.
    public func forget(_ host: String) throws(SystemError) -> Bool {
        guard let folder = try? Directory(at: path) else { return false }
        var isDone = false
        for name in [Self.fileName(of: host), Self.taughtName(of: host)].compactMap(\.self)
        where try folder.status(of: name) != nil {
            try folder.remove(name)
            isDone = true
        }
        return isDone
    }

    /// The hosts that something is remembered of, by name.
    public func hosts() -> [String] {
        guard let folder = try? Directory(at: path), let entries = try? folder.entries() else {
            return []
        }
        return Set(entries.compactMap { Self.host(ofFile: $0.name) }).sorted()
    }

    /// Whether the folder can be looked into; nil where there is none.
    public func mayRead() -> Bool? {
        do {
            _ = try Directory(at: path).entries()
            return true
        } catch {
            return error.isNotPermitted ? false : nil
        }
    }

    private func makeRoom(in folder: borrowing Directory) throws(SystemError) {
        let entries = try folder.entries()
        guard entries.count >= mostHosts else { return }
        var ages: [(modified: Int64, name: FileName)] = []
        for entry in entries where !Self.isTaught(entry.name) {
            guard let status = try folder.status(of: entry.name) else { continue }
            ages.append((status.modified, entry.name))
        }
        ages.sort { ($0.modified, $0.name.bytes.count) < ($1.modified, $1.name.bytes.count) }
        // A tenth at once: a million hosts must not look through the folder a million times.
        for old in ages.prefix(max(1, mostHosts / 10) + entries.count - mostHosts) {
            try folder.remove(old.name)
        }
    }

    private static func read(_ name: FileName, in folder: borrowing Directory) -> SiteAccount? {
        bytes(of: name, in: folder).flatMap { SiteAccount(packed: $0) }
    }

    /// Nil where it cannot be read: it is as good as none.
    private static func bytes(of name: FileName, in folder: borrowing Directory) -> [UInt8]? {
        guard let status = try? folder.status(of: name), status.kind == .file,
            let file = try? folder.openFile(name)
        else { return nil }
        return try? file.readAll(limit: SiteAccount.mostBytes)
    }

    private static func write(
        _ bytes: [UInt8], as name: FileName, by temporary: FileName,
        in folder: borrowing Directory
    ) throws(SystemError) {
        try folder.replace(name, with: bytes, by: temporary, mode: 0o600)
    }

    private static let ending = ".site"

    private static let taughtEnding = ".taught"

    private static func taughtName(of host: String) -> FileName? {
        fileName(of: host) == nil ? nil : FileName(host + taughtEnding)
    }

    private static func isTaught(_ name: FileName) -> Bool {
        String(decoding: name.bytes, as: UTF8.self).hasSuffix(taughtEnding)
    }

    private static func fileName(of host: String) -> FileName? {
        let utf8 = host.utf8
        guard !utf8.isEmpty, utf8.count <= longestName, utf8.first != UInt8(ascii: "."),
            utf8.allSatisfy({
                (0x30...0x3A).contains($0) || (0x61...0x7A).contains($0)
                    || [0x2D, 0x2E, 0x5F, 0x5B, 0x5D].contains($0)
            })
        else { return nil }
        return FileName(host + ending)
    }

    private static func host(ofFile name: FileName) -> String? {
        let text = String(decoding: name.bytes, as: UTF8.self)
        guard let ending = [ending, taughtEnding].first(where: text.hasSuffix) else { return nil }
        let host = String(text.dropLast(ending.count))
        return fileName(of: host) == nil ? nil : host
    }

    private static func day(_ now: Date) -> Int32 {
        Int32(clamping: Int(now.timeIntervalSince1970 / 86_400))
    }
}
