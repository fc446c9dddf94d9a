import BriefModel
import FoundationEssentials
import LinuxIO

/// store/feeds, and other places that the configuration names: where feeds that go out are written.
///
/// A reader sees the old document or the new one, never a part. Nothing is synced: all of it is written anew at each
/// start, and filing shall not wait for it.
struct OutputFolder: Sendable {
    /// store/feeds.
    let path: String

    /// The name of this store among all, made when it was asked for first.
    func name() throws -> String {
        let folder = try Directory(creating: path)
        if let file = try? folder.openFile(".id"), let bytes = try? file.readAll(limit: 100) {
            let name = String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace }
            if !name.isEmpty { return name }
        }
        let name = UUID().uuidString.lowercased()
        try replace(".id", with: Array((name + "\n").utf8), in: folder)
        return name
    }

    /// - Parameter name: relative to the folder, or absolute.
    func write(_ bytes: [UInt8], to name: String) throws {
        let full = name.hasPrefix("/") ? name : path + "/" + name
        let slash = full.lastIndex(of: "/") ?? full.startIndex
        // Folders elsewhere are others' to make.
        let parent = String(full[..<slash])
        let folder =
            try name.hasPrefix("/")
            ? Directory(at: parent.isEmpty ? "/" : parent) : Directory(creating: parent)
        try replace(String(full[full.index(after: slash)...]), with: bytes, in: folder)
    }

    private func replace(
        _ name: String, with bytes: [UInt8], in folder: borrowing Directory
    ) throws {
        try folder.replace(
            FileName(name), with: bytes, by: FileName(".tmp-" + String(name.prefix(40))))
    }
}
