import FoundationEssentials

/// The check of a `ca_file`: whether it can be read, so that the mistake shows before the first poll.
enum CertificateFile {
    static func check(_ path: String?, in table: SettingsTable) {
        guard let path, !FileManager.default.isReadableFile(atPath: path) else { return }
        table.report(
            "ca_file", "\(path) cannot be read", next: "name a file of certificates in PEM form")
    }
}
