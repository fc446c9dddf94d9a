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
}
