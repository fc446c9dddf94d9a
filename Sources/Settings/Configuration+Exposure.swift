import BriefModel
import FoundationEssentials

extension Configuration {
    /// A warning where the file holds secrets (request headers, or secrets in addresses) and everybody on the host may
    /// read it; nil where all is well.
    ///
    /// - Parameter path: as for `load`.
    public func exposure(of path: String?) -> String? {
        let file = path ?? Configuration.defaultPath
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: file),
            let mode = attributes[.posixPermissions] as? UInt, mode & 0o004 != 0,
            let feed = feeds.first(where: { !$0.headers.isEmpty || $0.url != $0.url.hidingSecrets })
        else { return nil }
        let what = feed.headers.isEmpty ? "a secret in the address" : "request headers"
        return "warning: \(file) can be read by everybody on this host, and holds \(what) of"
            + " \(feed.url.hidingSecrets); chgrp briefd and chmod 640 it, or use credential ="
    }
}
