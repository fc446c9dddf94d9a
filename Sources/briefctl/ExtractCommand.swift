import ArgumentParser
import BriefModel
import FoundationEssentials
import LinuxIO
import Workers

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "The article in a page or text file; needs no daemon.",
        discussion: """
            --batch reads "PATH<TAB>URL" lines (URL may be empty) from standard input and prints one JSON object a \
            line, in the order of the input. Two more columns may follow: what a feed calls its entry, and its summary.

            Example: briefctl extract --format markdown page.html
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case json, markdown, text }

    @Option(help: "The address that the document came from.")
    var url: String?

    @Option(help: "html, text, markdown, or auto: decided by the name, else by the bytes.")
    var type = DocumentType.auto

    @Option(help: "What to print: json, markdown or text.")
    var format = Format.json

    @Flag(help: "Print JSON, as without --format.")
    var json = false

    @Option(help: "A folder of site rules (Full-Text RSS site-config): see docs/site-rules.md.")
    var siteRules: String?

    @Flag(help: "Read the documents' paths from standard input.")
    var batch = false

    @Argument(help: "Files; - or none for standard input.")
    var files: [String] = []

    func validate() throws {
        if json, format != .json {
            throw ValidationError("--json and --format \(format) exclude each other")
        }
    }

    func run() throws {
        let rules = try loadRules()
        let reader = Readers.caged()
        if batch { return try runBatch(rules, reader) }
        var isWell = true
        for path in files.isEmpty ? ["-"] : files {
            let isDone =
                format == .json
                ? try printReport(path, url: url, KnownFacts(), rules, reader)
                : printText(path, rules, reader)
            isWell = isWell && isDone
        }
        if !isWell { throw ExitCode(1) }
    }

    private func loadRules() throws -> SiteRules {
        guard let siteRules else { return SiteRules() }
        do throws(SiteRuleError) {
            return try SiteRules.load(siteRules)
        } catch {
            throw Failure.usage(error.description)
        }
    }

    private func runBatch(_ rules: SiteRules, _ reader: CagedReader) throws {
        for line in StandardInputLines() {
            let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            func column(_ index: Int) -> String? {
                index < columns.count && !columns[index].isEmpty ? columns[index] : nil
            }
            let known = KnownFacts(
                title: column(2), titleIsOfFeed: columns.count > 2, summary: column(3))
            _ = try printReport(
                column(0) ?? "", url: column(1) ?? url, known, rules, reader)
        }
    }

    /// False where the line says that the document was not read.
    private func printReport(
        _ path: String, url: String?, _ known: KnownFacts, _ rules: SiteRules,
        _ reader: CagedReader
    ) throws -> Bool {
        var line: [UInt8]
        var isRead = true
        switch answer(for: path, url, known, rules, { try reader.report($0) }) {
        case .success(let members): line = ExtractReport.line(path: path, members: members)
        case .failure(let failure):
            line = ExtractReport.line(path: path, error: failure.message)
            isRead = false
        }
        line.append(0x0A)
        Output.bytes(line)
        return isRead
    }

    private func printText(_ path: String, _ rules: SiteRules, _ reader: CagedReader) -> Bool {
        switch answer(for: path, url, KnownFacts(), rules, { try reader.read($0).article }) {
        case .success(let article):
            Output.line(format == .text ? article.text : article.markdown)
            return true
        case .failure(let failure):
            Output.error("briefctl: \(failure.message)")
            return false
        }
    }

    private func answer<Value>(
        for path: String, _ url: String?, _ known: KnownFacts, _ rules: SiteRules,
        _ ask: (ExtractionRequest) throws -> Value
    ) -> Result<Value, Failure> {
        do {
            return .success(
                try ask(
                    ExtractionRequest(
                        bytes: try InputFile.read(path), type: type,
                        name: path == "-" ? nil : path, url: url, known: known, arrival: Date(),
                        siteRule: rules.rule(for: url))))
        } catch let failure as Failure {
            return .failure(failure)
        } catch {
            return .failure(.notWell("\(error)"))
        }
    }
}

extension DocumentType: ExpressibleByArgument {}
