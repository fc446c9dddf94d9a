import BriefModel
import ControlProtocol
import ControlServer
import Settings
import Storage

extension DaemonControl {
    func act(
        _ verb: ArticleVerb, onArticle id: String, isForGood: Bool
    ) async throws -> DoneReply {
        let store = parts.store
        switch verb {
        case .forget:
            let id = try await ordering { try store.forget(id, isForGood: isForGood) }
            let again = isForGood ? "never filed again" : "filed again if it comes again"
            return DoneReply(
                what: "article \(id) is forgotten, and \(again);"
                    + " until briefctl gc, briefctl forget --undo \(id) brings it back", id: id)
        case .recall:
            let ids = try await ordering { try store.recall(id) }
            return DoneReply(what: "article \(ids[0]) is back", id: ids[0])
        case .current:
            let id = try await ordering { try store.makeCurrent(id) }
            return DoneReply(what: "revision \(id) is the current one of its article", id: id)
        case .release: return try await release(id)
        }
    }

    /// Holds an article back no more, and has the hooks told of it that are told of what is filed.
    private func release(_ id: String) async throws -> DoneReply {
        let store = parts.store
        let id = try await ordering { () throws -> String in
            guard let current = try store.release(id) else {
                throw ControlFailure(
                    409, "not-held", "Not held",
                    detail:
                        "article \(id) is not held back; briefctl search tag:held lists those that are"
                )
            }
            return current
        }
        let told = try await tellHooks(ofReleased: id)
        return DoneReply(
            what:
                "article \(id) is released; \(told == 1 ? "1 hook is" : "\(told) hooks are") told of it",
            id: id)
    }

    func collectGarbage(isRehearsal: Bool) async throws -> GarbageReply {
        let (store, now) = (parts.store, parts.clock())
        let limits = parts.configuration.store
        let report = try await ordering {
            try store.collectGarbage(
                superseded: KeepLimit(limits.keepSuperseded),
                originals: KeepLimit(limits.keepOriginals), now: now, isRehearsal: isRehearsal)
        }
        let all = [report.forgotten, report.superseded, report.originals, report.orphans]
        let (files, bytes) = all.reduce((0, 0)) { ($0.0 + $1.files, $0.1 + $1.bytes) }
        let verb = isRehearsal ? "would be removed" : "removed"
        return GarbageReply(
            dryRun: isRehearsal, what: "\(files) files of \(bytes) bytes \(verb)",
            forgotten: .init(report.forgotten), superseded: .init(report.superseded),
            originals: .init(report.originals), orphans: .init(report.orphans))
    }
}

extension GarbageReply.Part {
    fileprivate init(_ part: GarbageReport.Part) {
        self.init(files: part.files, bytes: part.bytes)
    }
}

extension KeepLimit {
    fileprivate init(_ setting: StoreSettings.Keep) {
        switch setting {
        case .forever: self = .forever
        case .age(let age): self = .age(age)
        case .bytes(let bytes): self = .bytes(bytes)
        }
    }
}
