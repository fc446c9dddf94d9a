import BriefModel

/// What a request for the feeds of a page carries beside the page's bytes.
private struct PageAddress: Codable {
    var baseURL: String
    var linkFields: [String]
}

/// What a request to unpack carries beside the bytes.
struct Unpacking: Codable {
    /// Bytes that may come out.
    var limit: Int
}

extension Frame {
    static func request(_ request: ExtractionRequest) throws -> Frame {
        Frame(kind: .read, head: try RequestHead.bytes(of: request), body: request.bytes)
    }

    /// Asks why each passage was kept or dropped.
    static func explain(_ request: ExtractionRequest) throws -> Frame {
        var frame = try Frame.request(request)
        frame.kind = .explain
        return frame
    }

    static func request(_ request: FeedRequest) throws -> Frame {
        var head = request
        head.bytes = []
        return try Frame(kind: .parseFeed, encoding: head, body: request.bytes)
    }

    static func feedLinks(
        inHTML bytes: [UInt8], baseURL: String, linkFields: [String]
    ) throws -> Frame {
        let page = PageAddress(baseURL: baseURL, linkFields: linkFields)
        return try Frame(kind: .feedLinks, encoding: page, body: bytes)
    }

    /// Whether its body is a document that is to be read.
    var holdsDocument: Bool { kind == .read || kind == .explain || kind == .report }

    /// Asks for the line that briefctl prints of a document.
    static func report(_ request: ExtractionRequest) throws -> Frame {
        var frame = try Frame.request(request)
        frame.kind = .report
        return frame
    }

    static func unpack(_ bytes: [UInt8], limit: Int) throws -> Frame {
        try Frame(kind: .unpack, encoding: Unpacking(limit: limit), body: bytes)
    }

    /// The texts and the shingles travel as raw bytes: in JSON they would cost more than the extraction.
    static func answer(_ document: ReadDocument) throws -> Frame {
        let (text, markdown) = (document.article.text.utf8, document.article.markdown.utf8)
        let shingles = document.identity.shingles
        var body: [UInt8] = []
        body.reserveCapacity(12 + text.count + markdown.count + 9 * shingles.hashes.count)
        body.append(littleEndian: UInt32(text.count))
        body.append(littleEndian: UInt32(markdown.count))
        body.append(littleEndian: UInt32(shingles.fingerprints.count))
        body += text
        body += markdown
        for hash in shingles.fingerprints + shingles.hashes { body.append(littleEndian: hash) }
        return Frame(kind: .answer, head: try AnswerHead.bytes(of: document), body: body)
    }

    /// - Throws: where it holds no document, or one that no honest reader would have made.
    func decodeDocument() throws -> ReadDocument {
        let forged = ReadingError(code: "forged", description: "no reader answers so")
        var document = try AnswerHead.read(head)
        guard let first = body.littleEndian(at: 0, as: UInt32.self),
            let second = body.littleEndian(at: 4, as: UInt32.self),
            let third = body.littleEndian(at: 8, as: UInt32.self)
        else { throw forged }
        let markdownStart = 12 + Int(first)
        let numbersStart = markdownStart + Int(second)
        let hashesStart = numbersStart + 8 * Int(third)
        guard hashesStart <= body.count, (body.count - hashesStart) % 8 == 0,
            let text = String(validating: body[12..<markdownStart], as: UTF8.self),
            let markdown = String(validating: body[markdownStart..<numbersStart], as: UTF8.self)
        else { throw forged }
        document.article.text = text
        document.article.markdown = markdown
        func numbers(_ start: Int, _ end: Int) -> [UInt64] {
            stride(from: start, to: end, by: 8).compactMap { body.littleEndian(at: $0) }
        }
        document.identity.shingles = Shingles(
            hashes: numbers(hashesStart, body.count),
            fingerprints: numbers(numbersStart, hashesStart))
        guard document.isBelievable else { throw forged }
        return document
    }

    /// A line as `ExtractReport` makes it.
    func decodeReport() throws -> [UInt8] {
        guard ExtractReport.isOneObject(head) else {
            throw ReadingError(code: "forged", description: "no reader answers so")
        }
        return head
    }

    func decodeFeed() throws -> ParsedFeed {
        try decodeHead(as: ParsedFeed.self).believable
    }

    private func decodeRequest() throws -> ExtractionRequest {
        var request = try RequestHead.read(head)
        request.bytes = body
        return request
    }

    /// What a worker answers to this request; an answer larger than the daemon would take is a refusal.
    func answered(by reader: DocumentReader) throws -> Frame {
        var answer = try answeredInFull(by: reader)
        if answer.length > answerLimit {
            let error = ReadingError(
                code: "too-large",
                description:
                    "what was read of it takes \(answer.length) bytes, and \(answerLimit) are"
                    + " the limit for a document of its size; divide it")
            answer = try Frame(kind: .refusal, encoding: error)
        }
        answer.number = number
        return answer
    }

    private func answeredInFull(by reader: DocumentReader) throws -> Frame {
        do {
            switch kind {
            case .read:
                let request = try decodeRequest()
                return try .answer(try reader.read(request))
            case .report:
                let request = try decodeRequest()
                return Frame(kind: .answer, head: try reader.report(request))
            case .unpack:
                let limit = try decodeHead(as: Unpacking.self).limit
                return Frame(kind: .answer, head: [], body: try reader.unpack(body, limit: limit))
            case .open:
                let opening = try decodeHead(as: Opening.self)
                return try .answer(try reader.open(body, opening))
            case .explain:
                let request = try decodeRequest()
                return try Frame(kind: .answer, encoding: try reader.explain(request))
            case .parseFeed:
                var request = try decodeHead(as: FeedRequest.self)
                request.bytes = body
                return try Frame(kind: .answer, encoding: try reader.parseFeed(request))
            case .feedLinks:
                let address = try decodeHead(as: PageAddress.self)
                let links = reader.feedLinks(
                    inHTML: body, baseURL: address.baseURL, linkFields: address.linkFields)
                return try Frame(kind: .answer, encoding: links)
            case .answer, .refusal, .ready:
                throw ReadingError(code: "out-of-step", description: "not a request")
            }
        } catch let error as ReadingError {
            return try Frame(kind: .refusal, encoding: error)
        }
    }
}
