import LinuxIO

/// Where folders lie to each other, as the kernel has it: links and ".." are no way around.
enum FolderPlace {
    /// Whether one of two folders lies in the other, or both are one. `path` need not exist yet.
    static func overlaps(_ path: String, _ other: String) throws(SystemError) -> Bool {
        guard let own = try chain(from: other) else { return false }
        var existing = path[...]
        while true {
            if let above = try chain(from: String(existing)) {
                let isWhole = existing.count == path.count
                return above.contains { $0 == own[0] } || isWhole && own.contains { $0 == above[0] }
            }
            guard let slash = existing.lastIndex(of: "/"), existing.count > 1 else { return false }
            existing = slash == existing.startIndex ? "/" : existing[..<slash]
        }
    }

    static func exists(_ path: String) throws(SystemError) -> Bool { try place(of: path) != nil }

    private static func place(of path: String) throws(SystemError) -> Place? {
        do {
            let status = try Directory(at: path).status(of: FileName.none)
            return status.map { Place(device: $0.device, inode: $0.inode) }
        } catch  where error.isNotFound {
            return nil
        }
    }

    private struct Place: Equatable {
        var device: UInt64
        var inode: UInt64
    }

    /// A folder and all those above it; nil where it does not exist.
    private static func chain(from path: String) throws(SystemError) -> [Place]? {
        var places: [Place] = []
        var path = path
        while places.count < 1_000 {
            guard let place = try place(of: path) else { return nil }
            if place == places.last { break }
            places.append(place)
            path += "/.."
        }
        return places
    }
}
