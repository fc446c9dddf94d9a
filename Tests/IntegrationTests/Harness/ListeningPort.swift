import Foundation

/// At which port another process listens on 127.0.0.1, where it does not say so itself.
enum ListeningPort {
    /// nil while there is none.
    static func of(_ process: Int32) -> Int? {
        let descriptors = "/proc/\(process)/fd"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: descriptors)) ?? []
        let own = Set(
            names.compactMap {
                try? FileManager.default.destinationOfSymbolicLink(atPath: descriptors + "/" + $0)
            })
        // The kernel gives it a page at a time, and String(contentsOfFile:) takes the first for all.
        let data = try? FileHandle(forReadingAtPath: "/proc/net/tcp")?.readToEnd()
        let text = String(decoding: data ?? Data(), as: UTF8.self)
        for line in text.split(separator: "\n").dropFirst() {
            // proc(5): number, local address, remote address, state (0A: listens) … the inode is the tenth.
            let fields = line.split(separator: " ")
            guard fields.count > 9, fields[3] == "0A", own.contains("socket:[\(fields[9])]"),
                let port = fields[1].split(separator: ":").last
            else { continue }
            return Int(port, radix: 16)
        }
        return nil
    }
}
