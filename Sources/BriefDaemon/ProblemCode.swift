/// What can be wrong with the service, for `problems` of `/v1/status`: one code, one cause, one remedy.
///
/// A new cause gets a case of its own, never the words of another. The cases stand in the order of their gravity, the
/// gravest first: so the status lists them.
public enum ProblemCode: String, Sendable, CaseIterable {
    // Nothing can be filed, or what is filed cannot be found.

    /// The disk, the quota or the table of inodes of the store is full.
    case storeFull = "store-full"
    /// The store's file system may not be written: mounted so, or by the kernel after an error of the disk.
    case storeReadOnly = "store-read-only"
    /// briefd may not read or write in the store.
    case storePermission = "store-permission"
    /// A sync failed: what reached the disk is unknown.
    case storeSync = "store-sync"
    /// No more files may be open.
    case openFiles = "open-files"
    /// The catalogue is damaged.
    case catalogue
    /// The catalogue was written by a later briefd.
    case catalogueTooNew = "catalogue-too-new"
    /// The store fails for another reason: an error of the disk, or one that SQLite has no better word for.
    case store
    /// The spool's folders cannot be listed.
    case spoolUnreadable = "spool-unreadable"

    // Something that was filed or dropped is out of reach.

    /// Article files that the catalogue knows are gone from store/articles.
    case storeMissing = "store-missing"
    /// Files of the store that no article could be read from, so that the catalogue does without them.
    case storeLeftOut = "store-left-out"
    /// Originals that no article names: those of articles that are lost.
    case storeOrphans = "store-orphans"
    /// `briefctl verify` found files or originals that are not as they were written, and no later look found them mended.
    case storeDamaged = "store-damaged"
    /// The log of evidence is not the one that it was, or does not fit the files.
    case storeDisputed = "store-disputed"
    /// Files that the last run had claimed could not be brought back from active/.
    case spoolRecovery = "spool-recovery"
    /// The spool's disk has no room for what is to be moved.
    case spoolFull = "spool-full"
    /// Files that briefd may not read.
    case spoolStuck = "spool-stuck"
    /// Folders that briefd may not look into, or take files out of.
    case spoolFolderClosed = "spool-folder-closed"
    /// Folders that the disk does not give out.
    case spoolFolderUnreadable = "spool-folder-unreadable"
    /// A watched folder is not there.
    case watchMissing = "watch-missing"
    /// Folders deeper than briefd looks.
    case spoolTooDeep = "spool-too-deep"
    /// Folders whose names say that somebody is still at work in them.
    case spoolFolderLeft = "spool-folder-left"
    /// Files that will not work, and cannot be moved to corrupt/.
    case spoolNotMoved = "spool-not-moved"
    /// More dropped files will not work than [spool] corrupt_alarm; they are never removed by themselves.
    case spoolCorruptMany = "spool-corrupt-many"
    /// A claimed file can neither be let go nor set aside.
    case spoolClaimStuck = "spool-claim-stuck"
    /// A file that was ready could not be claimed.
    case spoolNotTaken = "spool-not-taken"
    /// A claimed file could not be read.
    case spoolNotRead = "spool-not-read"

    // An operator's input is not in force.

    /// The configuration file was not reloaded; the old one is in force.
    case configuration
    /// The list of feeds that operators added could not be read, or not whole.
    case subscriptions

    // Somebody may be trying to take a worker over.

    /// Documents of feeds or folders that killed the process that read them: they are set aside.
    case documentsKilledWorkers = "documents-killed-workers"

    // Sources that bring nothing, and will not by themselves: from the first error on.

    /// Feeds whose secret is missing, or is not taken.
    case feedsCredential = "feeds-credential"
    /// Feeds at private addresses that the configuration does not allow.
    case feedsRefused = "feeds-refused-address"
    /// Feeds whose address cannot be asked, or leads where we do not follow.
    case feedsAddress = "feeds-address"
    /// Feeds whose server shows a certificate that nobody known vouches for.
    case feedsCertificate = "feeds-certificate"
    /// Feeds that are larger than the configuration allows.
    case feedsTooLarge = "feeds-too-large"

    // Sources that bring nothing for now.

    /// Feeds that failed three times in a row or more, with a fault that may pass.
    case feedsFailing = "feeds-failing"
    /// Feeds that answered 410.
    case feedsGone = "feeds-gone"
    /// Feeds whose entries' pages failed three times in a row or more, and none came.
    case pagesFailing = "pages-failing"

    // What can wait for daylight.

    /// The catalogue was damaged at the start: it was set aside, and made anew from the files.
    case catalogueMadeAnew = "catalogue-made-anew"

    /// feeds.sqlite was damaged at the start: it was set aside, and feeds are asked anew.
    case feedStateMadeAnew = "feed-state-made-anew"
    /// Something that is remembered of feeds could not be read: it is kept in feeds.sqlite, and the feeds go on.
    case feedRowsSetAside = "feed-rows-set-aside"

    /// fs.inotify.max_user_instances is reached: drops are found by scanning only.
    case inotifyInstances = "inotify-instances"
    /// fs.inotify.max_user_watches is reached: drops into some folders are found by scanning only.
    case inotifyWatches = "inotify-watches"
    /// A feed that goes out could not be written.
    case outputFailed = "output-failed"
    /// Hooks that do not get through, or are stopped.
    case hooksFailing = "hooks-failing"
    /// What hooks are to be told cannot be kept.
    case hooksOutbox = "hooks-outbox"
    /// Feeds or folders that take more of the workers than one source should.
    case sourcesHeavy = "sources-heavy"

    // What nobody has to get up for.

    /// Dropped files that will not work lie in corrupt/.
    case spoolCorrupt = "spool-corrupt"
    /// Files in watched folders that will not work, and are left where they are.
    case watchFailed = "watch-failed"
    /// Feeds that moved for good; they are asked at their new address all the same.
    case feedsMoved = "feeds-moved"

    /// Whether the service cannot do its work as long as this lasts: `state` is "degraded".
    public var isDegrading: Bool {
        switch self {
        case .storeFull, .storeReadOnly, .storePermission, .storeSync, .openFiles, .catalogue,
            .catalogueTooNew, .store:
            true
        default: false
        }
    }

    /// Whether nobody has to get up for it: all goes on, and what it tells of is kept until somebody looks. The service
    /// is well as long as there is nothing else.
    public var isNotice: Bool {
        switch self {
        case .spoolCorrupt, .watchFailed, .feedsMoved: true
        default: false
        }
    }

    /// Its place in the list, 0 for the gravest.
    var rank: Int { ProblemCode.allCases.firstIndex(of: self) ?? ProblemCode.allCases.count }
}
