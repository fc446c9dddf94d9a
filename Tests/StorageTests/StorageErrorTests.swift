import GRDB
import Glibc
import LinuxIO
import Testing

@testable import Storage

@Suite struct StorageErrorTests {
    @Test(arguments: [ResultCode.SQLITE_FULL, .SQLITE_IOERR_SHMSIZE])
    func `a full disk is a fault that passes, however SQLite names it`(code: ResultCode) {
        let error = StorageError(any: DatabaseError(resultCode: code, message: "disk I/O error"))
        guard case .outOfSpace = error else {
            Issue.record("\(error)")
            return
        }
        #expect("\(error)".contains("space"))
    }

    @Test func `a file system that is read-only is not a matter of permissions`() {
        let error = StorageError(SystemError(call: "open", path: "/store/a.md", errno: EROFS))
        #expect("\(error)".contains("dmesg"))
        #expect(!"\(error)".contains("permissions"))
    }
}
