/// What to do about a finding of `verify`. Each was tried in a test.
enum VerifyAdvice {
    static let catalogue =
        "run briefctl rebuild: the catalogue is made anew from the files"
    static let article =
        "run briefctl rebuild: the article is read again from its original; or drop the same document again"
    static let edit =
        "it is kept as it is, also by reprocess; to have the text of the original again, run briefctl reprocess"
        + " --overwrite-edits, which puts the edited file into superseded/"
    static let unreadable =
        "nothing is lost yet: let briefd's user read it (chown, chmod), or see dmesg for faults of the disk; then"
        + " verify again"
    static let unknownArticle =
        "run briefctl rebuild: it takes the file in, or says why it cannot"
    static let stranger = "move it out of the store: briefd neither needs nor touches it"
    static let original =
        "the article itself is whole; drop the same document again, which writes the original anew, or copy the file"
        + " from a backup"
    static let orphan =
        "run briefctl rebuild: it is read again, and filed if no article says the same"
    static let log =
        "what was filed is not touched by it; copy store/proof from a backup, or set it aside, and briefd begins another log"
    static let checkpoint =
        "compare it with a copy that left this machine; briefd writes it anew with the next filing, and puts one that the"
        + " log does not lead to beside it"
    static let key =
        "compare it with the key that left this machine when it was made: with that one, briefctl verify --proof --key"
        + " tells who is right; where the key was changed, the next filing signs with the new one"
    static let altered =
        "if it was edited by hand, start briefd, which takes the edit down; else copy it from a backup, or run briefctl"
        + " reprocess, which makes it of its original again"
    static let unlogged =
        "start briefd, which enters it in the log; if nobody put it there, ask who did"
    static let sightings =
        "no article is lost, only when one was seen again; take these lines out, or copy the file from a backup"
}
