import ArgumentParser
import BriefModel
import ControlProtocol
import Storage

struct ProveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Write the proof that an article stands in the log of evidence.",
        discussion: """
            The proof is JSON: the entry, the hashes beside its way to the root, and the checkpoint. With the article's file \
            and its original, anybody can check it who knows the checkpoint from elsewhere; docs/proof.md has the program. \
            [store] proof must be on; briefd may run.

            Example: briefctl prove 3f2a9c1e > proof.json
            """)

    @OptionGroup var store: StoreOptions
    @Argument(help: "Its id, or the beginning of it, or that of a revision.") var id: String

    func run() throws {
        let proof = try store.withStore(writes: false) { path in try StoreProof(at: path).prove(id)
        }
        Output.bytes(try WireJSON.encode(proof, pretty: true) + [0x0A])
    }
}
