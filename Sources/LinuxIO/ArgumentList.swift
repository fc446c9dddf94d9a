import Glibc

/// The arguments of a program, as execve(2) takes them.
enum ArgumentList {
    /// - Parameter body: is given them, ended by a null; they are there as long as it runs.
    /// - Returns: what `body` returns; ENOENT where there is not even a program's path.
    static func withPointers(
        to arguments: [String],
        _ body: (UnsafePointer<UnsafeMutablePointer<CChar>>) -> Int32
    ) -> Int32 {
        var texts: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
        unsafe texts.append(nil)
        defer { while let text = unsafe texts.popLast() { unsafe free(text) } }
        return unsafe texts.withUnsafeBufferPointer { buffer in
            guard let first = buffer.baseAddress, unsafe first.pointee != nil else {
                return ENOENT
            }
            return unsafe first.withMemoryRebound(
                to: UnsafeMutablePointer<CChar>.self, capacity: buffer.count
            ) { unsafe body($0) }
        }
    }
}
