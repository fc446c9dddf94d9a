import BriefModel
import FoundationEssentials
import LinuxIO

/// Where an export goes: standard output, or a file that is there when it is whole.
struct ExportTarget {
    private let path: String?
    private let handle: FileHandleBox?

    /// - Parameter isText: else it is nothing for a terminal.
    init(_ path: String?, isText: Bool) throws {
        self.path = path
        guard let path else {
            guard isText || !StandardStreams.outputIsTerminal else {
                throw Failure.usage(
                    "a book or web archive is nothing for a terminal: name its file with --output")
            }
            handle = nil
            return
        }
        handle = try FileHandleBox(path)
    }

    func write(_ bytes: [UInt8]) throws {
        if let handle {
            try handle.write(bytes)
        } else {
            Output.bytes(bytes)
        }
    }

    func finish() throws { try handle?.finish() }

    func abandon() { handle?.abandon() }
}

/// A file under a temporary name in its folder.
final class FileHandleBox {
    private let folder: Directory
    private let name: String
    private let temporary: String
    private let file: File

    init(_ path: String) throws {
        let full =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        let slash = full.lastIndex(of: "/") ?? full.startIndex
        name = String(full[full.index(after: slash)...])
        guard !name.isEmpty, name != ".", name != ".." else {
            throw Failure.usage("\(path.printable) names no file")
        }
        temporary = ".tmp-" + String(name.prefix(40))
        do {
            folder = try Directory(at: slash == full.startIndex ? "/" : String(full[..<slash]))
            if try folder.status(of: temporary) != nil { try folder.remove(temporary) }
            file = try folder.createFile(temporary)
        } catch {
            throw Failure.notWell("\(path.printable) cannot be written: \(error)")
        }
    }

    func write(_ bytes: [UInt8]) throws { try file.write(bytes) }

    func finish() throws { try folder.rename(temporary, to: name) }

    func abandon() { try? folder.remove(temporary) }
}
