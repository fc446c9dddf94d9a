import BriefModel

/// What a request for the documents of a file says beside the file's bytes.
struct Opening: Codable {
    /// What its name promises.
    var format: DocumentFormat?
    var name: String
    /// The index of the first document that is wanted.
    var first: Int
    var limits: UnpackLimits

    /// Bytes of documents that one answer may have.
    var mostBytes: Int {
        let most = max(limits.turn, limits.file)
        return (0...(1 << 32)).contains(most) ? most : 0
    }
}

/// What an answer says of a turn's documents; their bytes follow one after the other.
private struct OpenedParts: Codable {
    var file: UnpackedFile
    var lengths: [Int]
}

extension Frame {
    /// Asks for the documents that stand in a file.
    static func open(_ bytes: [UInt8], _ opening: Opening) throws -> Frame {
        try Frame(kind: .open, encoding: opening, body: bytes)
    }

    static func answer(_ file: UnpackedFile) throws -> Frame {
        var head = OpenedParts(file: file, lengths: file.parts.map(\.bytes.count))
        var body: [UInt8] = []
        body.reserveCapacity(head.lengths.reduce(0, +))
        for index in file.parts.indices {
            body += file.parts[index].bytes
            head.file.parts[index].bytes = []
        }
        return try Frame(kind: .answer, encoding: head, body: body)
    }

    /// - Throws: where it holds no documents, or what no honest reader would say of them.
    func decodeParts(of opening: Opening) throws -> UnpackedFile {
        let forged = ReadingError(code: "forged", description: "no reader answers so")
        let head = try decodeHead(as: OpenedParts.self)
        var file = head.file
        guard head.lengths.count == file.parts.count, file.isBelievable(after: opening.first) else {
            throw forged
        }
        var place = 0
        for (index, length) in head.lengths.enumerated() {
            guard length >= 0, length <= body.count - place else { throw forged }
            file.parts[index].bytes = Array(body[place..<place + length])
            place += length
        }
        guard place == body.count else { throw forged }
        return file
    }
}

extension UnpackedFile {
    /// Names on one line that a log bears, and a next turn that lies ahead.
    fileprivate func isBelievable(after first: Int) -> Bool {
        let most = 8_192
        return parts.count <= 100_000 && leftOut.count <= 1_000 && leftOutCount >= leftOut.count
            && next.map { $0 > first && $0 <= first + parts.count } ?? true
            && parts.allSatisfy { part in
                part.name.utf8.count <= most && part.tags.count <= 128
                    && part.tags.allSatisfy { $0.utf8.count <= 1_024 }
            }
            && leftOut.allSatisfy { $0.name.utf8.count <= most && $0.why.utf8.count <= most }
    }
}
