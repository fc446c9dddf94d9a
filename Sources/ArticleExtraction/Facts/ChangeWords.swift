/// Words that make a date the one of a change: "Updated 5 May 2021".
enum ChangeWords {
    /// Whether such a word, and none of publication after it, stands before a place in a line.
    static func stand(before end: String.Index, in line: String) -> Bool {
        let words = TextFolding.words(ofFolded: TextFolding.fold(String(line[..<end])))
        for word in words.reversed() {
            if published.contains(where: { word.hasPrefix($0) }) { return false }
            if changed.contains(where: { word.hasPrefix($0) }) { return true }
        }
        return false
    }

    private static let changed = [
        "updated", "modified", "edited", "revised", "reviewed", "aktualisiert", "geandert",
        "actualiz", "atualizad", "aggiornat", "modifi", "bijgewerkt", "gewijzigd", "mis-a-jour",
        "oppdatert", "opdateret", "uppdaterad", "paivitetty", "zaktualizowan", "обновлен",
        "оновлено", "guncelle", "aktualizovan", "更新", "修改",
    ]
    private static let published = [
        "publi", "posted", "veroffentlicht", "erschienen", "gepostet", "pubblicat", "geplaatst",
        "julkaistu", "опубликован", "yayin", "发布", "发表",
    ]
}
