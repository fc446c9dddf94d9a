import Hashing
import Testing

@testable import ControlServer

@Suite struct RepresentationTests {
    private func fit(
        _ fields: [String: String], etag: String? = "W/\"sha256:ab.1f\"", status: Int = 200,
        type: String = "application/json", size: Int = 5_000
    ) -> ControlResponse.Body {
        let bytes = [UInt8](repeating: 0x61, count: size)
        let request = ControlRequest(method: "GET", target: "/x", fields: fields, body: [])
        let answer = ControlResponse.body(status: status, type: type, bytes: bytes, etag: etag)
        guard case .body(let body) = Representation.fit(answer, to: request) else {
            return .init(status: 0, type: "", bytes: [])
        }
        return body
    }

    @Test(arguments: [
        "W/\"sha256:ab.1f\"", "\"sha256:ab.1f\"", "\"x\", W/\"sha256:ab.1f\"", "*", "\"sha256:ab\"",
        "sha256:ab",
    ])
    func `what the client has is not sent again`(known: String) {
        let body = fit(["if-none-match": known])
        #expect(body.status == 304 && body.bytes.isEmpty && body.etag != nil, "\(known)")
    }

    @Test(arguments: ["\"sha256:a\"", "", "W/", "\"", "none", "\"sha256:ab.2f\"", ",,,"])
    func `anything else is`(known: String) {
        #expect(fit(["if-none-match": known]).status == 200, "\(known)")
        #expect(fit(["if-none-match": known], etag: "W/\"none.1\"").status == 200, "\(known)")
    }

    @Test func `a problem, and what has no tag, is never taken for known`() {
        #expect(fit(["if-none-match": "*"], status: 404).status == 404)
        #expect(fit(["if-none-match": "*"], etag: nil).status == 200)
    }

    @Test(arguments: [
        ("gzip", true), ("br, gzip;q=0.5", true), ("GZIP", true), ("*", true), ("gzip;q=0", false),
        ("*, gzip;q=0", false), ("br", false), ("", false), ("x-gzip", true), ("gzip;q=x", true),
    ])
    func `answers are packed for those who take it`(accepts: String, isPacked: Bool) throws {
        let body = fit(["accept-encoding": accepts])
        #expect((body.encoding == "gzip") == isPacked)
        guard isPacked else { return }
        #expect(body.bytes.count < 500)
        #expect(try Compression.gzip.decompress(body.bytes, limit: 9_999).count == 5_000)
        #expect(fit(["accept-encoding": accepts], size: 90).encoding == nil)
        let type = "application/octet-stream"
        #expect(fit(["accept-encoding": accepts], type: type).encoding == nil)
    }

    @Test func `the tag changes with all that is said, and holds the content hash`() {
        let one = Representation.etag(of: "sha256:ab", [1])
        #expect(one.hasPrefix("W/\"sha256:ab."))
        #expect(one != Representation.etag(of: "sha256:ab", [2]))
        #expect(one == Representation.etag(of: "sha256:ab", [1]))
    }
}
