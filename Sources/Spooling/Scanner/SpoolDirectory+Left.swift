import FoundationEssentials
import LinuxIO

/// Folders in incoming/ that are not looked into.
extension SpoolDirectory {
    /// A saved folder that comes so long after its page was filed still belongs to it: seconds.
    private static let pageMemory: TimeInterval = 3600
    private static let maximumRecentPages = 10_000

    /// Notes folders that nobody seems to be at work in any more; one whose page was filed a moment ago goes after it.
    func scanLeft(
        _ folder: SpoolFolder, in directory: borrowing Directory, _ watched: WatchFolder?,
        _ pass: inout ScanPass
    ) {
        for left in folder.left {
            if case .name(let leave) = left.cause, leave.isQuiet { continue }
            let location = folder.path.appending(left.name)
            guard let status = try? directory.status(of: left.name),
                pass.isQuiet(status, SavedFolder(left.name, in: directory))
            else { continue }
            switch left.cause {
            case .saved:
                let path = (watched?.spoolPath ?? .none).appending(location)
                removeLate(left.name, at: path, in: directory, now: pass.now)
            case .name:
                guard case .notTaken(let why, let next) = left.standing(.document),
                    SavedPages.holdsFiles(left.name, in: directory)
                else { continue }
                let name = [watched?.path, location.printable].compactMap(\.self)
                pass.scan.notTaken.append(
                    .init(name: name.joined(separator: "/"), why: why, next: next))
            }
        }
    }

    private func removeLate(
        _ name: FileName, at path: FileName, in directory: borrowing Directory, now: Date
    ) {
        guard let stem = SavedPages.stem(ofFolder: name) else { return }
        let page = RecentPage(folder: path.parent, stem: stem)
        guard let filed = state.withLock({ $0.recentPages[page] }),
            abs(now.timeIntervalSince(filed)) < SpoolDirectory.pageMemory,
            !SavedPages.isWritten(name, in: directory)
        else { return }
        // What cannot be removed stays, and is listed as not taken.
        if settings.keepDone {
            guard let done = try? open(.done),
                let target = try? done.directory(path.parent)
            else { return }
            try? directory.moveTree(name, into: target, as: name)
        } else {
            try? directory.removeTree(name)
        }
    }

    /// Remembers that a page has left the spool, for its folder may still be on its way.
    func remember(filed item: SpoolItem, now: Date) {
        guard SavedPages.stems(ofPage: item.path.last) != nil else { return }
        let page = PageLog.Page(time: now, folder: item.path.parent, name: item.path.last)
        PageLog.add(page, in: root)
        remember(page, now: now)
    }

    /// Takes up what earlier runs noted; what is too old for a folder to come is found so then.
    func rememberPages() {
        for page in PageLog.read(in: root) { remember(page, now: page.time) }
    }

    private func remember(_ page: PageLog.Page, now: Date) {
        guard let stems = SavedPages.stems(ofPage: page.name) else { return }
        state.withLock { state in
            if state.recentPages.count >= SpoolDirectory.maximumRecentPages {
                state.recentPages = state.recentPages.filter {
                    abs(now.timeIntervalSince($0.value)) < SpoolDirectory.pageMemory / 4
                }
                if state.recentPages.count >= SpoolDirectory.maximumRecentPages {
                    state.recentPages = [:]
                }
            }
            for stem in stems {
                state.recentPages[RecentPage(folder: page.folder, stem: stem)] = page.time
            }
        }
    }
}
