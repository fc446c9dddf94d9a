import Testing

@testable import Curl

/// Bodies that are large, packed or without end.
@Suite(.timeLimit(.minutes(5))) struct LargeBodyTests {
    private let loop: CurlLoop

    init() throws { loop = try CurlLoop() }

    /// How many of eight transfers at once go as they should.
    private func ofEight(_ isRight: @escaping @Sendable () async -> Bool) async -> Int {
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { await isRight() } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    @Test func `stops a body at the limit, counted after decompression`() async throws {
        // 64 KiB of zeros in gzip.
        let server = try RawServer { request in
            request.target.contains("bomb")
                ? [.answer(200, ["Content-Encoding: gzip"], body: Samples.gzippedZeros)]
                : [
                    .text("HTTP/1.1 200 OK\r\n\r\n"), .send([UInt8](repeating: 65, count: 70_000)),
                    .close,
                ]
        }
        for path in ["/bomb", "/endless"] {
            let request = HTTPRequest(url: server.base + path, maxBodyBytes: 60_000)
            #expect(
                await loop.error(request) == .bodyTooLarge(url: server.base + path, limit: 60_000))
        }
        let whole = try await loop.send(HTTPRequest(url: server.base + "/bomb"))
        #expect(whole.body == [UInt8](repeating: 0, count: 65_536))
    }

    @Test func `ends a body that unpacks to hundreds of times its size`() async throws {
        // Each further zero byte unpacks to 1032 of them.
        let bomb = Samples.gzippedZeros.prefix(26) + [UInt8](repeating: 0, count: 60_000)
        let server = try RawServer { _ in
            [.answer(200, ["Content-Encoding: gzip"], body: Array(bomb))]
        }
        let request = HTTPRequest(url: server.base, maxBodyBytes: 64 << 20)
        #expect(await loop.error(request) == .bomb(url: server.base, ratio: 100))
    }

    @Test func `brings many large bodies whole within a small budget`() async throws {
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let server = try RawServer { _ in [.answer(200, body: body)] }
        let loop = try CurlLoop(bodyLimit: 1_500_000, bodyBytesPerSecond: 20_000_000)
        let base = server.base
        let whole = await ofEight { (try? await loop.send(HTTPRequest(url: base)))?.body == body }
        #expect(whole == 8)
    }

    @Test func `ends bodies beyond the limit that wait for each other`() async throws {
        let piece = [UInt8](repeating: 65, count: 400_000)
        let server = try RawServer { _ in
            [.text("HTTP/1.1 200 OK\r\n\r\n")] + (0..<8).map { _ in .send(piece) } + [.close]
        }
        let loop = try CurlLoop(bodyLimit: 500_000, bodyBytesPerSecond: 40_000_000)
        let request = HTTPRequest(url: server.base, maxBodyBytes: 2_000_000)
        let refused = await ofEight {
            await loop.error(request) == .bodyTooLarge(url: request.url, limit: 2_000_000)
        }
        #expect(refused == 8)
    }

    @Test func `brings packed bodies whole that wait for each other`() async throws {
        let body = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        let packed = Samples.storedGzip(body)
        let server = try RawServer { _ in
            [.answer(200, ["Content-Encoding: gzip"], body: packed)]
        }
        let loop = try CurlLoop(bodyLimit: 300_000, bodyBytesPerSecond: 40_000_000)
        let base = server.base
        let whole = await ofEight { (try? await loop.send(HTTPRequest(url: base)))?.body == body }
        #expect(whole == 8)
    }

    @Test func `takes a list of near-equal entries that packs well`() async throws {
        // Each further zero byte unpacks to 1032 of them; without the stream's end it is a body cut short.
        let packed = Samples.gzippedZeros.prefix(26) + [UInt8](repeating: 0, count: 7_000)
        let server = try RawServer { _ in
            [.answer(200, ["Content-Encoding: gzip"], body: Array(packed))]
        }
        let failure = await loop.error(HTTPRequest(url: server.base, maxBodyBytes: 64 << 20))
        if case .bomb = failure { Issue.record("taken for a bomb") }
    }
}

enum Samples {
    /// In gzip, but stored as they are (RFC 1951 §3.2.4).
    static func storedGzip(_ bytes: [UInt8]) -> [UInt8] {
        func little(_ value: UInt32, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
        }
        var result: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]
        var check = ~UInt32(0)
        for byte in bytes {
            check ^= UInt32(byte)
            for _ in 0..<8 { check = check >> 1 ^ (check & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
        for start in stride(from: 0, to: bytes.count, by: 65_535) {
            let piece = bytes[start..<min(start + 65_535, bytes.count)]
            let count = UInt32(piece.count)
            result += [start + 65_535 >= bytes.count ? 1 : 0]
            result += little(count, 2) + little(~count, 2) + piece
        }
        return result + little(~check, 4) + little(UInt32(bytes.count), 4)
    }

    /// 65,536 zero bytes in gzip.
    static let gzippedZeros: [UInt8] = [
        0x1f, 0x8b, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xed, 0xc1, 0x01, 0x01, 0x00,
        0x00,
        0x00, 0x80, 0x90, 0xfe, 0xaf, 0xee, 0x08, 0x0a, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
        0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x6a, 0xeb, 0x8e, 0x97, 0xd7, 0x00, 0x00, 0x01,
        0x00,
    ]
}
