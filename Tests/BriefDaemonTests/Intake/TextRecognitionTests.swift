import BriefModel
import ContentIdentity
import Foundation
import Settings
import Testing
import Workers

@testable import BriefDaemon

/// The operator's program is a shell script; the worker is a reader that finds no text in what begins like a PDF.
@Suite struct TextRecognitionTests {
    private static let words = "The ferry brought a piano that nobody had asked for, and a bench."
    private static let scan = Array("%PDF-1.4 of pictures".utf8)

    private static func read(_ request: ExtractionRequest) throws -> ReadDocument {
        if request.bytes.starts(with: scan) {
            throw WorkerError.refused(
                ReadingError(code: "no-text", description: "it holds pictures of text only"))
        }
        do {
            return try DocumentReader().read(request)
        } catch {
            throw WorkerError.refused(error)
        }
    }

    private func recognise(
        _ script: String?, timeout: Duration = .seconds(60), outputLimit: Int = 1 << 20,
        path: String? = nil
    ) async throws -> ReadDocument {
        let folder = FileManager.default.temporaryDirectory.appending(path: "ocr-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appending(path: "recognise").path
        try ("#!/bin/sh\n" + (script ?? "")).write(
            toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let settings = RecognitionSettings(program: path ?? program, timeout: timeout)
        let recognition = TextRecognition(
            script == nil ? nil : settings, outputLimit: outputLimit)
        let request = ExtractionRequest(
            bytes: Self.scan, format: .pdf, name: "scan.pdf",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        return try await recognition.read(request, by: Self.read)
    }

    private func reason(_ body: () async throws -> ReadDocument) async throws -> SpoolReasonWords {
        do {
            _ = try await body()
        } catch let error as DroppedError {
            return SpoolReasonWords(
                code: error.reason.code, why: error.reason.why, next: error.reason.next)
        }
        Issue.record("it was read")
        return SpoolReasonWords(code: "", why: "", next: "")
    }

    private struct SpoolReasonWords {
        var code: String
        var why: String
        var next: String
    }

    @Test func `reads the text that the program writes, and keeps the PDF for the original`()
        async throws
    {
        let document = try await recognise(
            "test \"$(head -c 5)\" = %PDF- && printf '\(Self.words)\\n\\n\(Self.words)\\f\\n\(Self.words)\\n'"
        )
        #expect(document.article.text.contains(Self.words))
        #expect(!document.article.text.contains("\u{0C}"))
        #expect(document.article.format == .pdf && document.article.mediaType == "application/pdf")
        #expect(document.article.extractor.hasSuffix(" after recognise"))
        #expect(Extractor.isRecognised(document.article.extractor))
        #expect(document.identity.contentHash != nil)
    }

    @Test func `names the option where it is not set`() async throws {
        let told = try await reason { try await recognise(nil) }
        #expect(told.code == "no-text" && told.next.contains("[extraction] ocr"))
        #expect(told.next.contains("briefctl retry"))
    }

    @Test(arguments: [
        ("echo no language >&2; exit 3", "ends with status 3, and says: no language"),
        ("kill -9 $$", "signal 9"), ("exec yes words", "wrote more than 65536 bytes"),
        ("sleep 1000", "took longer than 1s"), ("exit 0", "what is not read"),
        ("echo ' - - '", "no words"), ("cat", "what is not read"),
        ("head -c 3000 /dev/zero", "what is not read"),
    ])
    func `a program that fails leaves the file without text, and says why`(
        script: String, why: String
    ) async throws {
        let told = try await reason {
            try await recognise(script, timeout: .seconds(1), outputLimit: 65_536)
        }
        #expect(told.code == "no-text")
        #expect(told.why.contains(why), "\(told.why)")
        #expect(told.why.contains("[extraction] ocr") && told.next.contains("briefctl retry"))
    }

    @Test func `says that the program is not there`() async throws {
        let told = try await reason { try await recognise("", path: "/nowhere/recognise") }
        #expect(told.code == "no-text" && told.why.contains("cannot be started"))
    }

    @Test func `stops with the service, and blames nobody`() async throws {
        let task = Task { try await recognise("sleep 1000") }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func `asks the program for nothing that has text`() async throws {
        let settings = RecognitionSettings(program: "/nowhere/recognise")
        let document = try await TextRecognition(settings).read(
            ExtractionRequest(
                bytes: Array(Self.words.utf8), type: .text,
                arrival: Date(timeIntervalSince1970: 1_790_000_000)), by: Self.read)
        #expect(!Extractor.isRecognised(document.article.extractor))
    }
}
