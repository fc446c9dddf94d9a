import BriefModel
import Logging
import ServiceLifecycle

/// HTTP/1.1 for browsers, off unless it is asked for: pages, and forms where somebody may steer.
public final class WebServer: Service {
    private let socket: ListeningSocket

    /// Opens the door.
    ///
    /// - Parameter hosts: names by which a proxy offers the pages, with a port where it is not the usual one.
    /// - Parameter gate: who may steer; nil where the pages are for looking only.
    public init(
        _ place: DoorPlace, door: any WebDoor, hosts: [String], gate: WebGate? = nil,
        keeper: Doorkeeper = Doorkeeper()
    ) async throws(ControlServerError) {
        let names: Set<String> =
            switch place {
            case .unix: Set(hosts.map { $0.lowercased() })
            case .loopback(_, let port): WebRouter.names(port: port, hosts)
            }
        do {
            socket = try await place.open(
                ControlServer.bootstrap(WebRouter(door: door, hosts: names, gate: gate), keeper),
                mode: 0o660)
        } catch {
            throw ControlServerError(any: error, runtime: "\(place)")
        }
    }

    /// Serves until the service is told to stop.
    public func run() async throws {
        try? await gracefulShutdown()
        await close()
    }

    func close() async { await socket.close() }
}
