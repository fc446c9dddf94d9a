import Foundation
import LinuxIO
import Testing

@testable import BriefDaemon
@testable import Storage

@Suite struct StoreProblemTests {
    private static func cause(_ number: Int32) -> SystemError {
        SystemError(call: "open", path: "/s/articles/.x-1.new", errno: number)
    }

    @Test(arguments: [
        (StorageError.outOfSpace("No space left on device in /s"), ProblemCode.storeFull),
        (.system(cause(EROFS)), .storeReadOnly), (.system(cause(EACCES)), .storePermission),
        (.system(cause(EMFILE)), .openFiles), (.system(cause(ENFILE)), .openFiles),
        (.system(cause(EIO)), .store), (.syncFailed(cause(EIO)), .storeSync),
        (.catalogueCorrupt("malformed"), .catalogue),
        (.catalogueTooNew(version: 9), .catalogueTooNew),
    ])
    func `each cause has its code, and only damage has the catalogue made anew`(
        error: StorageError, code: ProblemCode
    ) {
        let problem = StoreProblem(error, "Nothing can be filed", store: "/s")
        #expect(problem.code == code)
        #expect(problem.next.contains("rebuild") == (code == .catalogueTooNew))
        #expect(problem.next.contains("makes it anew") == (code == .catalogue))
        #expect(problem.next.lowercased().contains("free space") == (code == .storeFull))
        #expect(StoreProblem.codes.contains(code) && code.isDegrading)
    }

    @Test func `what SQLite cannot say is found out`() {
        let error = StorageError.catalogue("unable to open database file")
        #expect(StoreProblem(error, "x", store: "/dev/null/store").code == .store)
        let folder = FileManager.default.temporaryDirectory.path
        #expect(StoreProblem(error, "x", store: folder).what.contains("No such file"))
    }

    @Test func `the advice of a full disk is said once, and no temporary name`() {
        let full = StorageError(any: Self.cause(ENOSPC))
        let problem = StoreProblem(full, "Nothing can be filed", store: "/s")
        let text = problem.what + " " + problem.next
        #expect(text.lowercased().components(separatedBy: "free ").count == 2, "\(text)")
        #expect(!text.contains(".x-1.new") && text.contains("/s/articles"), "\(text)")
        #expect(!"\(full)".contains(".x-1.new"))
    }
}
