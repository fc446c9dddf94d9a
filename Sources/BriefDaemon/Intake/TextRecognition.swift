import BriefModel
import LinuxIO
import Settings
import Spooling
import Synchronization
import Workers

/// Has the operator's program recognise the text of PDFs that hold pictures only (`[extraction] ocr`, decision 0057).
///
/// One runs at a time, on a thread of its own and in no worker: it is the operator's, and free to open files and to start
/// other programs. What it writes is from outside, and read by a worker as every document is.
final class TextRecognition: Sendable {
    /// Bytes of address space of each of its processes.
    private static let memory = 2 << 30
    /// Bytes that it may write: text, or a PDF with text in it.
    private static let outputLimit = 128 << 20
    /// Characters of what it says that stand in a reason.
    private static let said = 300

    private let settings: Mutex<RecognitionSettings?>
    private let outputLimit: Int
    private let thread = SerialThread("ocr")

    init(_ settings: RecognitionSettings? = nil, outputLimit: Int = TextRecognition.outputLimit) {
        self.settings = Mutex(settings)
        self.outputLimit = outputLimit
    }

    /// As `[extraction] ocr` says from now on.
    func follow(_ fresh: RecognitionSettings?) { settings.withLock { $0 = fresh } }

    /// Reads a document; one without text is recognised first, where a program is named.
    ///
    /// - Throws: `DroppedError` where the program does not do it, `CancellationError`, and what `read` throws.
    func read(
        _ request: ExtractionRequest,
        by read: (ExtractionRequest) async throws -> ReadDocument
    ) async throws -> ReadDocument {
        let refusal: ReadingError
        do {
            return try await read(request)
        } catch WorkerError.refused(let error) where error.code == "no-text" {
            refusal = error
        }
        guard let settings = settings.withLock({ $0 }) else {
            throw DroppedError(reason: .refused(refusal))
        }
        let output = try await output(of: settings, for: request.bytes)
        var document: ReadDocument
        do {
            document = try await read(Self.request(for: output, insteadOf: request))
        } catch WorkerError.refused(let error) {
            throw Self.failure(settings, "writes what is not read: \(error.description)")
        }
        guard document.identity.contentHash != nil else {
            throw Self.failure(settings, "finds no words in it")
        }
        // The original is the PDF.
        document.article.format = .pdf
        document.article.extractor = Extractor.name(
            document.article.extractor, recognisedBy: settings.program)
        return document
    }

    /// What the program wrote is a PDF with text, or the text.
    private static func request(
        for output: [UInt8], insteadOf request: ExtractionRequest
    ) -> ExtractionRequest {
        var fresh = request
        fresh.bytes = output
        fresh.charset = nil
        guard !output.starts(with: "%PDF-".utf8) else { return fresh }
        // A form feed stands between pages (pdftotext, tesseract).
        fresh.bytes = output.map { $0 == 0x0C ? 0x0A : $0 }
        (fresh.type, fresh.format, fresh.name) = (.text, nil, nil)
        return fresh
    }

    private func output(
        of settings: RecognitionSettings, for bytes: [UInt8]
    ) async throws -> [UInt8] {
        let flag = CancelFlag()
        let result = try await withTaskCancellationHandler {
            try await thread.run { [outputLimit] in
                guard !flag.isSet else { throw CancellationError() }
                return try LimitedProgram(
                    [settings.program], memory: Self.memory, limit: settings.timeout,
                    outputLimit: outputLimit
                ).run(on: CagedProgram.Document(bytes)) { flag.isSet }
            }
        } onCancel: {
            flag.set()
        }
        if result.isTooLong {
            throw Self.failure(settings, "was ended: it wrote more than \(outputLimit) bytes")
        }
        let words = Self.words(result.said)
        switch result.end {
        case .exited(0): return result.output
        case .cancelled: throw CancellationError()
        case .exited(let status):
            throw Self.failure(settings, "ends with status \(status)\(words)")
        case .killed(let signal):
            throw Self.failure(settings, "was ended by signal \(signal)\(words)")
        case .timedOut:
            throw Self.failure(
                settings,
                "was ended: it took longer than \(DurationText.format(settings.timeout)) (ocr_timeout)"
                    + words)
        case .notStarted(let error):
            throw Self.failure(settings, "cannot be started: \(error.reason)")
        }
    }

    private static func words(_ bytes: [UInt8]) -> String {
        var said = String(decoding: bytes, as: UTF8.self)[...]
        while said.last?.isWhitespace == true { said.removeLast() }
        return said.isEmpty ? "" : ", and says: \(String(said.suffix(Self.said)).printable)"
    }

    private static func failure(_ settings: RecognitionSettings, _ what: String) -> DroppedError {
        DroppedError(
            reason: .notRecognised("\(settings.program), which [extraction] ocr names, \(what)"))
    }
}
