import ControlProtocol

/// What one look of `briefctl doctor` came to.
struct DoctorFinding: Encodable, Equatable {
    enum Level: String, Encodable {
        /// Nothing has to be done.
        case ok
        /// Works, and may be meant so.
        case note
        /// Does not work, or soon will not.
        case fault
    }

    var check: String
    var level: Level
    var what: String
    /// What to do; null where nothing is.
    @Nullable var next: String?

    static func ok(_ check: String, _ what: String) -> DoctorFinding {
        DoctorFinding(check: check, level: .ok, what: what)
    }

    static func note(_ check: String, _ what: String, next: String) -> DoctorFinding {
        DoctorFinding(check: check, level: .note, what: what, next: next)
    }

    static func fault(_ check: String, _ what: String, next: String) -> DoctorFinding {
        DoctorFinding(check: check, level: .fault, what: what, next: next)
    }
}

/// `briefctl doctor --json`.
struct DoctorReport: Encodable {
    var ok: Bool
    var findings: [DoctorFinding]
}
