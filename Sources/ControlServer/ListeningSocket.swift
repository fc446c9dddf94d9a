import FoundationEssentials
import LinuxIO
import NIOCore
import NIOPosix

/// One Unix socket of the service: where it is, who may use it, and what it is for.
struct ListeningSocket: Sendable {
    let path: String
    let mode: UInt32
    let group: String?
    let door: Router.Door
    /// Handed over by systemd, else nil.
    let inherited: Int32?

    /// Binds the socket, or takes the inherited one. A stale file is replaced; a live one never is.
    func bind(_ bootstrap: ServerBootstrap) async throws -> any Channel {
        if let inherited {
            return try await bootstrap.withBoundSocket(inherited).get()
        }
        if try await isAlive() {
            throw ControlServerError.socketInUse(path: path)
        }
        try? FileManager.default.removeItem(atPath: path)
        let channel = try await bootstrap.bind(unixDomainSocketPath: path).get()
        do throws(SystemError) {
            try SocketFile.setAccess(path, mode: mode, group: group)
        } catch {
            try? await channel.close()
            throw ControlServerError.notPermitted(path: path, cause: error)
        }
        return channel
    }

    /// Whether somebody answers there.
    private func isAlive() async throws -> Bool {
        guard FileManager.default.fileExists(atPath: path) else { return false }
        let probe = ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(2))
        guard let channel = try? await probe.connect(unixDomainSocketPath: path).get() else {
            return false
        }
        try? await channel.close()
        return true
    }
}
