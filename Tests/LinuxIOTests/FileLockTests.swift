import Foundation
import LinuxIO
import Testing

@Suite struct FileLockTests {
    @Test func `a second holder is told who holds the lock, until it goes`() throws {
        let path = NSTemporaryDirectory() + "briefd-lock-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = try Directory(creating: path)
        do {
            let lock = try FileLock(".lock", in: directory)
            let pid = ProcessInfo.processInfo.processIdentifier
            #expect(throws: FileLockError.held(path: path + "/.lock", holder: pid)) {
                _ = try FileLock(".lock", in: directory)
            }
            _ = consume lock
        }
        _ = try FileLock(".lock", in: directory)
    }

    /// As a child has them between fork and exec.
    @Test func `a copy of the descriptor does not keep a lock that was given up`() throws {
        let path = NSTemporaryDirectory() + "briefd-lock-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = try Directory(creating: path)
        var copy: FileHandle?
        do {
            let lock = try FileLock(".lock", in: directory)
            let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
            let number = try #require(
                descriptors.first {
                    let target = try? FileManager.default.destinationOfSymbolicLink(
                        atPath: "/proc/self/fd/" + $0)
                    return target?.hasSuffix(path + "/.lock") ?? false
                }.flatMap { Int32($0) })
            copy = FileHandle(fileDescriptor: dup(number), closeOnDealloc: true)
            _ = consume lock
        }
        #expect(copy != nil)
        _ = try FileLock(".lock", in: directory)
    }
}
