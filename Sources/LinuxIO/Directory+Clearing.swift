extension Directory {
    /// Folders deeper than this are no work of ours.
    private static let deepest = 32

    /// Removes all that is in this directory; links are removed, never followed. What somebody else removes meanwhile is
    /// no fault.
    public func clear() throws(SystemError) { try clear(depth: Self.deepest) }

    private func clear(depth: Int) throws(SystemError) {
        for entry in try entries() {
            do throws(SystemError) {
                if try kind(of: entry) == .directory, depth > 0 {
                    try directory(entry.name).clear(depth: depth - 1)
                    try removeDirectory(entry.name)
                } else {
                    try remove(entry.name)
                }
            } catch {
                guard error.isNotFound else { throw error }
            }
        }
    }
}
