import CLinux
import Foundation
import Testing

/// Where openat2(2) is not there, as under systemd's RestrictSUIDSGID=.
@Suite struct OpenWalkingTests {
    private let path = NSTemporaryDirectory() + "briefd-walking-\(UUID().uuidString)"

    /// The errno, 0 where it was opened.
    private func open(_ name: String, _ flags: Int32 = O_RDONLY, walking: Bool = true) -> Int32 {
        let folder = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY)
        defer { close(folder) }
        let opened =
            walking
            ? unsafe briefd_open_walking(folder, name, flags | O_CLOEXEC, 0o640)
            : unsafe briefd_open_beneath(folder, name, flags | O_CLOEXEC, 0o640)
        let cause = errno
        guard opened >= 0 else { return cause }
        close(opened)
        return 0
    }

    private func prepare() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: path + "/a/b", withIntermediateDirectories: true)
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/a/b/file"))
        try manager.createSymbolicLink(atPath: path + "/out", withDestinationPath: "/etc")
        try manager.createSymbolicLink(atPath: path + "/a/link", withDestinationPath: "b/file")
    }

    @Test func `opens what lies beneath, also anew`() throws {
        try prepare()
        defer { try? FileManager.default.removeItem(atPath: path) }
        for name in ["a", "a/", "a/b/file", "a//b/./file", "."] {
            #expect(open(name) == 0, "\(name)")
        }
        #expect(open("a/b/new", O_WRONLY | O_CREAT | O_EXCL) == 0)
        #expect(open("a/b/new", O_WRONLY | O_CREAT | O_EXCL) == EEXIST)
        let mode = try FileManager.default.attributesOfItem(atPath: path + "/a/b/new")
        #expect((mode[.posixPermissions] as? Int ?? 0) & 0o037 == 0)
    }

    @Test func `refuses what openat2 refuses, for the same reason`() throws {
        try prepare()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let names = [
            "..", "a/../a", "a/b/../../..", "/etc/passwd", "out", "out/passwd", "a/link", "none",
            "a/none/file", "a/b/file/x", "", String(repeating: "n", count: 256),
        ]
        for name in names {
            let cause = open(name)
            #expect(cause == open(name, walking: false) || name.contains("../a"), "\(name)")
            #expect(cause != 0, "\(name)")
        }
        #expect(open("out", O_RDONLY | O_DIRECTORY) == ELOOP)
    }
}
