import Foundation
import Testing

@testable import LinuxIO

@Suite struct ServiceManagerTests {
    @Test func `asks for half of the watchdog's time`() {
        let manager = ServiceManager(environment: ["WATCHDOG_USEC": "3000000"])
        #expect(manager.watchdogInterval == .milliseconds(1500))
    }

    @Test func `does not answer for another process`() {
        let other = ServiceManager(
            environment: ["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "1"])
        #expect(other.watchdogInterval == nil)
        let descriptors = ListenDescriptors.inherited(
            environment: ["LISTEN_PID": "1", "LISTEN_FDS": "2"])
        #expect(descriptors.isEmpty)
    }

    @Test func `stays silent where nobody listens`() {
        let manager = ServiceManager(environment: ["NOTIFY_SOCKET": "/nonexistent/notify"])
        manager.ready(status: "Running")
        manager.stopping()
        #expect(manager.watchdogInterval == nil)
    }
}
