import BriefModel

extension ArticleStore {
    /// So many articles are written in one group commit.
    private static let reprocessedAtOnce = 32

    /// Reads the originals of all current articles again, with `read`, and writes what has changed in their place:
    /// ids and paths stay, and old hashes stay as aliases, so that nothing is filed twice afterwards.
    ///
    /// An article whose original is gone, cannot be read or holds no words any more stays as it was, and stands among
    /// the failures. Throws as `file(_:)` does; what was committed before stays, and the whole may be run again.
    ///
    /// An article that was edited by hand stays as it is, and its new reading is written to superseded/. One whose file is
    /// gone is written again. One whose text a program recognised (`[extraction] ocr`) stays as it is.
    ///
    /// - Parameters:
    ///   - rules: how the pages of some sites are read.
    ///   - overwritesEdits: edited files go to superseded/, and the new reading takes their place.
    public func reprocess(
        rules: SiteRules = SiteRules(), overwritesEdits: Bool = false,
        _ read: (ExtractionRequest) throws -> ReadDocument
    ) throws(StorageError) -> ReprocessReport {
        var report = ReprocessReport()
        var query = ArticleQuery(limit: Self.reprocessedAtOnce)
        repeat {
            let page = try catalogue.articles(query)
            var batch: [(id: String, document: ReadDocument)] = []
            for article in page.items {
                do {
                    guard let document = try reread(article.id, rules, read) else { continue }
                    batch.append((article.id, document))
                } catch {
                    report.failures.append(.init(id: article.id, why: "\(error)"))
                }
            }
            try write(batch, overwritesEdits, &report)
            query.cursor = page.next
        } while query.cursor != nil
        return report
    }

    /// Nil for one whose text a program recognised.
    private func reread(
        _ id: String, _ rules: SiteRules, _ read: (ExtractionRequest) throws -> ReadDocument
    ) throws -> ReadDocument? {
        let front = try catalogue.facts(of: id)
        guard !Extractor.isRecognised(front.extractor) else { return nil }
        let bytes = try original(front.original)
        return try read(front.request(rereading: bytes, rules: rules))
    }

    private func write(
        _ batch: [(id: String, document: ReadDocument)], _ overwritesEdits: Bool,
        _ report: inout ReprocessReport
    ) throws(StorageError) {
        guard !batch.isEmpty else { return }
        for (item, result) in zip(batch, try reprocess(batch, overwritesEdits: overwritesEdits)) {
            if case .success = result { report.read += 1 }
            switch result {
            case .success(.unchanged): break
            case .success(.changed): report.changed += 1
            case .success(.broughtBack): report.broughtBack += 1
            case .success(.kept(let reading)):
                report.kept.append(.init(id: item.id, reading: reading))
            case .failure(let error):
                report.failures.append(.init(id: item.id, why: error.description))
            }
        }
    }
}
