import BriefModel

/// What a request for the feeds of a page carries beside the page's bytes.
private struct PageAddress: Codable {
    var baseURL: String
}

extension Frame {
    static func request(_ request: ExtractionRequest) throws -> Frame {
        var head = request
        head.bytes = []
        return try Frame(kind: .read, encoding: head, body: request.bytes)
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

    static func feedLinks(inHTML bytes: [UInt8], baseURL: String) throws -> Frame {
        try Frame(kind: .feedLinks, encoding: PageAddress(baseURL: baseURL), body: bytes)
    }

    /// Shingles travel as raw bytes: some thousand numbers in JSON would cost more than the extraction.
    static func answer(_ document: ReadDocument) throws -> Frame {
        var head = document
        let shingles = document.identity.shingles
        head.identity.shingles = Shingles()
        var body = bytes(UInt32(shingles.hashes.count))
        body.reserveCapacity(4 + 8 * shingles.hashes.count + 4 * shingles.sketch.count)
        for hash in shingles.hashes { body += bytes(hash) }
        for minimum in shingles.sketch { body += bytes(minimum) }
        return try Frame(kind: .answer, encoding: head, body: body)
    }

    /// - Throws: where it holds no document, or one that no honest reader would have made.
    func decodeDocument() throws -> ReadDocument {
        var document = try decodeHead(as: ReadDocument.self)
        guard document.isBelievable else {
            throw ReadingError(code: "forged", description: "no reader answers so")
        }
        guard body.count >= 4 else { return document }
        let count = Int(Frame.integer(body[0..<4]))
        let hashesEnd = 4 + 8 * count
        guard hashesEnd <= body.count else { return document }
        document.identity.shingles = Shingles(
            hashes: stride(from: 4, to: hashesEnd, by: 8).map { Frame.integer(body[$0..<$0 + 8]) },
            sketch: stride(from: hashesEnd, to: body.count - 3, by: 4).map {
                UInt32(truncatingIfNeeded: Frame.integer(body[$0..<$0 + 4]))
            })
        return document
    }

    func decodeFeed() throws -> ParsedFeed {
        try decodeHead(as: ParsedFeed.self).believable
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
                var request = try decodeHead(as: ExtractionRequest.self)
                request.bytes = body
                return try .answer(try reader.read(request))
            case .explain:
                var request = try decodeHead(as: ExtractionRequest.self)
                request.bytes = body
                return try Frame(kind: .answer, encoding: try reader.explain(request))
            case .parseFeed:
                var request = try decodeHead(as: FeedRequest.self)
                request.bytes = body
                return try Frame(kind: .answer, encoding: try reader.parseFeed(request))
            case .feedLinks:
                let address = try decodeHead(as: PageAddress.self)
                let links = reader.feedLinks(inHTML: body, baseURL: address.baseURL)
                return try Frame(kind: .answer, encoding: links)
            case .answer, .refusal, .ready:
                throw ReadingError(code: "out-of-step", description: "not a request")
            }
        } catch let error as ReadingError {
            return try Frame(kind: .refusal, encoding: error)
        }
    }
}
