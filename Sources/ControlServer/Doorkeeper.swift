import NIOCore

/// What the doors share: no peer has more of the daemon's time and memory than leaves room for the others, whichever
/// door he comes to.
public final class Doorkeeper: Sendable {
    typealias Peer = PeerConnections.Peer

    /// What a peer may take his time for.
    struct Patience: Sendable {
        /// For a request to be whole, and its answer begun.
        var request = TimeAmount.seconds(60)
        /// For a piece of an answer to be taken.
        var piece = TimeAmount.seconds(60)
        /// A whole answer has so much longer as it has bytes: a second each.
        var bytesPerSecond: Int64 = 64 << 10

        func whole(_ bytes: Int) -> TimeAmount {
            piece + .milliseconds(Int64(bytes) * 1_000 / bytesPerSecond)
        }
    }

    let load: AnswerLoad
    let patience: Patience
    /// Fewer at once than the catalogue has readers, so that the status is always answered.
    private let asking = PeerTurns(all: 4, peer: 2)
    /// What asks other hosts takes long, and nobody's processor.
    private let looking = PeerTurns(all: 8, peer: 2)

    public convenience init() {
        self.init(load: AnswerLoad(all: 128 << 20, peer: 32 << 20), patience: Patience())
    }

    init(load: AnswerLoad, patience: Patience) {
        self.load = load
        self.patience = patience
    }

    /// Answers when it is the peer's turn.
    func answer(
        _ cost: RequestCost, for peer: Peer, _ body: @Sendable () async -> ControlResponse
    ) async -> ControlResponse {
        let turns =
            switch cost {
            case .light: Optional<PeerTurns>.none
            case .dear: asking
            case .remote: looking
            }
        guard let turns else { return await body() }
        return await turns.run(peer) {
            // Nobody is there any more to hear it.
            Task.isCancelled ? .problem(.busy) : await body()
        }
    }
}

/// What a request asks of the daemon.
enum RequestCost: Sendable {
    case light
    /// Reads in the store.
    case dear
    /// Asks other hosts.
    case remote
}

extension ControlFailure {
    /// - Note: RFC 9110 §15.6.4.
    static let busy = ControlFailure(
        503, "busy", "Not now",
        detail: "answers that you asked for wait to be read; read them, or close their connections,"
            + " and ask again")
}
