import Curl
import Testing

@Suite struct HTTPCredentialTests {
    @Test func `reads a password with colons, and a token`() {
        #expect(HTTPCredential(text: "me:a:b\n") == .basic(user: "me", password: "a:b"))
        #expect(HTTPCredential(text: "bearer  t0k3n\r\n") == .bearer(token: "t0k3n"))
    }

    @Test(arguments: ["", ":x", "user", "Bearer ", "a:b\nc"])
    func `reads nothing into anything else`(text: String) {
        #expect(HTTPCredential(text: text) == nil)
    }

    @Test func `never shows a secret`() {
        let credential = HTTPCredential.basic(user: "me", password: "secret")
        #expect(!"\(credential)".contains("secret"))
        #expect(!String(reflecting: credential).contains("secret"))
    }
}
