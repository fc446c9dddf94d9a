import BriefModel
import Documents
import LinuxIO

/// Has poppler's programs say where the words of a PDF stand (decision 0044): the one door that every PDF goes through on
/// its way to a worker. The programs run in a cage of their own, one after the other; what they say is not looked at here.
struct PDFRenderer {
    /// Folders that the programs are looked for in.
    private static let folders = ["/usr/bin", "/usr/local/bin"]
    /// Memory of one program; most take 15 MB.
    private static let memory = 512 << 20
    /// Seconds of the processor for one program: a thousand pages take three. A small file that takes longer unpacks to
    /// no text that anybody reads, and a large one has more.
    private static func seconds(for bytes: [UInt8]) -> Int { min(20, 4 + bytes.count >> 20) }
    /// Bytes that are said of the words; 40 KB a page are usual.
    private static let wordLimit = 128 << 20
    private static let fontLimit = 64 << 20

    /// Whether a document is a PDF by its bytes: its header stands within the first kilobyte (ISO 32000-1, annex H), behind
    /// nothing that looks like markup.
    static func isPDF(_ bytes: [UInt8]) -> Bool {
        let header = Array("%PDF-".utf8)
        for index in 0..<min(bytes.count, 1_024) {
            if bytes[index] == UInt8(ascii: "<") { return false }
            if bytes[index] == header[0], bytes[index...].starts(with: header) { return true }
        }
        return false
    }

    /// - Parameter latest: when it must be over (monotonic), asked again and again.
    /// - Throws: `.refused` with a code of `DocumentsError`, or "not-supported" where the programs are not here; `.stopped`.
    static func render(
        _ bytes: [UInt8], latest: () -> Int64?
    ) throws(WorkerError) -> PDFRendering {
        guard let words = program("pdftotext") else {
            throw .refused(
                ReadingError(
                    code: "not-supported",
                    description:
                        "a PDF document is read with programs of poppler, which are not here;"
                        + " apt install poppler-utils, then retry"))
        }
        let document: CagedProgram.Document
        do {
            document = try CagedProgram.Document(bytes)
        } catch {
            throw .notStarted(reason: error.description)
        }
        let seconds = seconds(for: bytes)
        let text = CagedProgram(
            [words, "-bbox-layout", "-", "-"], memory: memory, seconds: seconds,
            outputLimit: wordLimit
        ).run(on: document, latest: latest)
        try check(text, seconds)
        var rendering = PDFRendering(words: text.output)
        guard let fonts = program("pdftohtml") else { return rendering }
        let styled = CagedProgram(
            [
                fonts, "-q", "-xml", "-stdout", "-i", "-fontfullname", "-zoom", "4", "-", "fonts",
            ], memory: memory, seconds: seconds, outputLimit: fontLimit
        ).run(on: document, latest: latest)
        if styled.end == .cancelled, !styled.isTooLong { throw .stopped }
        // Without its fonts a text has its headings by their height alone.
        if styled.end == .exited(0) { rendering.fonts = styled.output }
        return rendering
    }

    private static func program(_ name: String) -> String? {
        folders.map { "\($0)/\(name)" }.first(where: CagedProgram.isThere)
    }

    private static func check(
        _ result: CagedProgram.Result, _ seconds: Int
    ) throws(WorkerError) {
        func refused(_ code: DocumentsError.Code, _ what: String) -> WorkerError {
            .refused(
                ReadingError(code: code.rawValue, description: "document not read: " + what))
        }
        if result.isTooLong { throw refused(.tooLarge, "the PDF holds too much text; divide it") }
        switch result.end {
        case .exited(0): return
        case .cancelled: throw .stopped
        case .notStarted(let error): throw .notStarted(reason: error.description)
        case .exited(127):
            throw .notStarted(reason: "pdftotext does not start; apt install poppler-utils")
        case .timedOut:
            throw refused(.tooLarge, "the PDF takes longer than \(seconds) s to render; divide it")
        case .killed(let signal) where signal == 24 || signal == 9:
            throw refused(.tooLarge, "the PDF takes longer than \(seconds) s to render; divide it")
        case .killed(let signal):
            throw refused(
                .damaged, "pdftotext died of it (signal \(signal)); print it to a new PDF")
        case .exited:
            let said = String(decoding: result.said, as: UTF8.self)
            if said.contains("password") {
                throw refused(
                    .encrypted, "the PDF is protected by a password; save it without one")
            }
            throw refused(.damaged, "the PDF is damaged or cut off; copy it again")
        }
    }
}
