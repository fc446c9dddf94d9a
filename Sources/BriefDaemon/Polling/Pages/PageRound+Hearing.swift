import BriefModel
import Documents
import Workers

/// Transcripts of recordings, which are fetched as linked pages are.
extension PageRound {
    /// Puts what is said below the entry's own words. Nothing can stand in the way of them: no wall is a transcript.
    func hear(
        _ page: FetchedPage, _ form: Entry.TranscriptForm, _ item: ArrivingEntry
    ) async throws -> Answer {
        let transcript: Transcript
        if let said = Transcript(page.bytes, isProse: form == .text || form == .page) {
            transcript = said
        } else if form == .page, page.isMarkup {
            switch try await read(
                request(page, item), of: item, at: page.url, orElse: "holds no transcript")
            {
            case .success(let read):
                guard let said = read.transcript else {
                    return .missed(why: "\(page.url) holds no transcript", isFinal: false)
                }
                transcript = said
            case .failure(let missed): return missed.answer
            }
        } else {
            return .missed(why: "\(page.url) holds no transcript", isFinal: false)
        }
        let request = item.content(transcript: transcript.html)
        switch try await read(
            request, of: item, at: page.url, orElse: "holds nothing that can be read")
        {
        case .success(let read): return .heard(read, original: request.bytes)
        case .failure(let missed): return missed.answer
        }
    }

    /// A page of a transcript. Most are nothing else, and hold short lines that would be furniture elsewhere; where elements
    /// say that something stands around it, it is read as any page.
    private func request(_ page: FetchedPage, _ item: ArrivingEntry) -> ExtractionRequest {
        let isPage = Self.hasFurniture(page.bytes)
        return ExtractionRequest(
            bytes: page.bytes, type: .html, charset: page.charset, url: page.url,
            scope: isPage ? .page : .content, arrival: item.seen)
    }

    private static let furniture = ["nav", "header", "footer", "aside", "form"]

    private static func hasFurniture(_ bytes: [UInt8]) -> Bool {
        bytes.indices.contains { place in
            guard bytes[place] == UInt8(ascii: "<") else { return false }
            let name = bytes[(place + 1)...].prefix(7).map { $0 | 0x20 }
            return furniture.contains { name.starts(with: $0.utf8) }
        }
    }
}

extension FetchedPage {
    /// Whether it begins as pages do; what else comes in place of one is meant for programs.
    fileprivate var isMarkup: Bool {
        bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    }
}

extension ReadDocument {
    /// What is said in it, a block a paragraph; nil where nothing is, and where a few words say that there is no page.
    fileprivate var transcript: Transcript? {
        if article.wordCount < Self.fewWords, WallPhrases.stand(in: article.text) { return nil }
        return Transcript(lines: article.text.replacing("\n", with: "\n\n"))
    }

    private static let fewWords = 200
}
