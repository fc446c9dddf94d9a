import Foundation
import Testing

/// PDFs of pictures, and the program that recognises their text.
@Suite(.serialized) struct RecognitionTests {
    private static let hasPoppler = FileManager.default.isExecutableFile(
        atPath: "/usr/bin/pdftotext")

    /// A PDF of one page with nothing on it that is text.
    private static let scan = """
        %PDF-1.4
        1 0 obj
        << /Type /Catalog /Pages 2 0 R >>
        endobj
        2 0 obj
        << /Type /Pages /Kids [3 0 R] /Count 1 >>
        endobj
        3 0 obj
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>
        endobj
        trailer
        << /Size 4 /Root 1 0 R >>
        %%EOF

        """

    private func write(_ script: String, in root: TestRoot) throws {
        let program = root.url.appendingPathComponent("recognise").path
        try ("#!/bin/sh\n" + script).write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    }

    private func reason(_ name: String, in root: TestRoot) -> [String: Any] {
        let url = root.corrupt.appendingPathComponent(name + ".reason.json")
        let bytes = (try? Data(contentsOf: url)) ?? Data()
        return (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any] ?? [:]
    }

    /// The one file that lies in the spool.
    private func retry(_ daemon: RunningDaemon) async throws {
        let listed = try await daemon.ctl("spool", "--json").output
        let page = try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [String: Any]
        let item = try #require((page?["items"] as? [[String: Any]])?.first)
        let id = try #require(item["id"] as? String)
        #expect(try await daemon.ctl("retry", id).status == 0)
    }

    @Test(.enabled(if: hasPoppler))
    func `files the recognised text of a PDF, once its program does its work`() async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("scan.pdf", Self.scan)
        _ = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        let unset = reason("scan.pdf", in: root)
        #expect(unset["code"] as? String == "no-text")
        #expect((unset["next"] as? String)?.contains("[extraction] ocr") == true)

        try root.configure("[extraction]\nocr = \"./recognise\"\nocr_timeout = \"60s\"")
        try write("cat >/dev/null; echo no such language >&2; exit 2\n", in: root)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady())
        try await retry(daemon)
        let isTold = await waitUntil(limit: 60) {
            (reason("scan.pdf", in: root)["why"] as? String)?.contains("no such language") == true
        }
        #expect(isTold, "\(daemon.logText.suffix(2_000))")
        #expect(reason("scan.pdf", in: root)["code"] as? String == "no-text")

        let words = Prose.text(77)
        try words.write(
            to: root.url.appendingPathComponent("words"), atomically: true, encoding: .utf8)
        try write("test \"$(head -c 5)\" = %PDF- && cat \(root.url.path)/words\n", in: root)
        try await retry(daemon)
        let isFiled = await waitUntil(limit: 60) { root.articles().count == 1 }
        #expect(isFiled, "\(daemon.logText.suffix(2_000))")
        #expect(await daemon.stop() == 0)

        let text = root.articleTexts().joined()
        #expect(text.contains("original_type: \"application/pdf\""))
        #expect(text.contains(#/extractor: "briefd\/\d+ after recognise"/#))
        #expect(root.files(below: root.corrupt).isEmpty)
        // The text is not in the original: it stays as it is, and the same scan is known.
        let again = try await run("briefctl", ["reprocess", "--config", root.configuration.path])
        #expect(again.status == 0, "\(again.output)\(again.errors)")
        let verified = try await run("briefctl", ["verify", "--config", root.configuration.path])
        #expect(verified.status == 0, "\(verified.output)")
        try root.drop("scan again.pdf", Self.scan)
        let once = try await run(
            "briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(once.status == 0, "\(once.errors)")
        #expect(root.articles().count == 1 && root.articleTexts().joined() == text)
        #expect(root.sightings().count == 1)
    }
}
