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

    /// An answer that has room, and the bytes that are to be given back when it is written.
    struct Booked: Sendable {
        var response: ControlResponse
        var bytes = 0
    }

    /// Bytes of an answer that needs no room of its own: as many as the kernel holds for a connection.
    private static let smallAnswer = 64 << 10

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

    /// Answers when it is the peer's turn; what finds no room is let go before the next one is answered.
    func answer(
        _ cost: RequestCost, for peer: Peer, _ body: @Sendable () async -> ControlResponse
    ) async -> Booked {
        let turns =
            switch cost {
            case .light: Optional<PeerTurns>.none
            case .dear: asking
            case .remote: looking
            }
        guard let turns else { return book(await body(), for: peer) }
        return await turns.run(peer) {
            // Nobody is there any more to hear it.
            Task.isCancelled ? Booked(response: .problem(.busy)) : book(await body(), for: peer)
        }
    }

    private func book(_ response: ControlResponse, for peer: Peer) -> Booked {
        guard case .body(let body) = response, body.bytes.count > Self.smallAnswer else {
            return Booked(response: response)
        }
        guard load.take(body.bytes.count, for: peer) else {
            guard case .body(var refusal) = ControlResponse.problem(.busy) else {
                return Booked(response: .problem(.busy))
            }
            refusal.fields["Retry-After"] = "5"
            return Booked(response: .body(refusal))
        }
        return Booked(response: response, bytes: body.bytes.count)
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
