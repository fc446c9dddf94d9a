/// Reads the credit of a Chinese news agency or paper: "（记者 某某）", "本报记者 某某 某某", "（某某）".
enum ReporterCredit {
    /// The reporters whom the beginning or the end of a line names; empty where it names none.
    ///
    /// A name has two to four ideographs after a space; sentences about a reporter have no space there.
    static func names(in line: String) -> [String] {
        guard mayStand(in: line) else { return [] }
        for part in [line.suffix(48), line.prefix(48)] {
            let names = names(inPart: part)
            if !names.isEmpty { return names }
        }
        return signature(of: line)
    }

    /// Whether a line may hold a credit; much cheaper than reading it.
    static func mayStand(in line: String) -> Bool {
        line.hasSuffix("）") || line.hasSuffix(")") || line.holds("记者") || line.holds("記者")
    }

    /// Persons in brackets after the last sentence. After other words, places and remarks stand in brackets.
    private static func signature(of line: String) -> [String] {
        guard let last = line.last, "）)".contains(last),
            let open = line.lastIndex(where: { "（(".contains($0) }), open > line.startIndex,
            "。！？”」…".contains(line[line.index(before: open)])
        else { return [] }
        return ChineseNames.persons(in: line[line.index(after: open)...].dropLast())
    }

    private static func names(inPart part: Substring) -> [String] {
        for word in ["记者", "記者"] where part.contains(word) {
            for found in part.ranges(of: word) {
                let names = names(in: part, at: found)
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    private static func names(in part: Substring, at word: Range<Substring.Index>) -> [String] {
        let before = part[..<word.lowerBound].last
        let rest = part[word.upperBound...]
        guard before.map(openers.contains) ?? true, let space = rest.first else { return [] }
        guard " \u{3000}：:".contains(space) else { return dispatched(rest) }
        let credit = rest.prefix { !"）)，。,;；|/".contains($0) }
        let words = credit.split { " \u{3000}：:、".contains($0) }.map(String.init)
        // "记者 某某 摄": who took the picture.
        if let last = words.last, pictures.contains(last) { return [] }
        // "记者 某某 编辑 某某": another post begins there.
        let own = words.prefix { !others.contains($0) }
        let names = own.filter { !ChineseNames.posts.contains($0) }
        return Array(names.prefix { isName($0) }.prefix(4))
    }

    /// "本报记者某某发自北京", "記者某某／台北報導": without a space, but with the place that it was sent from.
    private static func dispatched(_ rest: Substring) -> [String] {
        for mark in ["发自", "發自"] {
            guard let end = rest.firstRange(of: mark) else { continue }
            let name = String(rest[..<end.lowerBound])
            return isName(name) ? [name] : []
        }
        guard let end = rest.firstIndex(where: { "／/".contains($0) }),
            ChineseNames.reports.contains(where: rest.hasSuffix)
        else { return [] }
        let names = rest[..<end].split { "、，,".contains($0) }
        return names.allSatisfy({ ChineseNames.isPerson($0) }) ? names.map(String.init) : []
    }

    /// Whether a line names who edited and checked a text, and nothing else: "编辑:王伟 审核:李娜".
    static func isOfEditors(_ line: String) -> Bool {
        guard line.utf8.count <= 200 else { return false }
        let bare = line.trimmed(of: "（）()【】[] ").replacing(": ", with: ":")
            .replacing("： ", with: "：")
        let parts = bare.split { " \u{3000}|丨｜;；,，".contains($0) }
        return (1...6).contains(parts.count)
            && parts.allSatisfy { part in
                guard let colon = part.firstIndex(where: { ":：".contains($0) }) else {
                    return false
                }
                return others.contains(String(part[..<colon]))
                    && (1...12).contains(part[part.index(after: colon)...].count)
            }
    }

    private static let others: Set<String> = [
        "编辑", "編輯", "责编", "責編", "责任编辑", "責任編輯", "校对", "校對", "审核", "審核", "摄影", "攝影", "监制", "監製",
        "主编", "美编",
        "值班编委", "初审", "复审", "一审", "二审", "三审", "终审", "编审", "值班主任", "值班编辑", "排版", "统筹",
        "責任主編",
    ]
    private static let pictures: Set<String> = [
        "摄", "攝", "摄影", "攝影", "图", "圖", "摄影报道", "攝影報導",
    ]
    private static let openers: Set<Character> = ["（", "(", "报", "報", "社", "台", "□", " ", "约", "約"]

    private static func isName(_ word: String) -> Bool {
        (2...4).contains(word.count)
            && ChineseNames.isIdeographic(word[...]) && !deeds.contains { word.hasSuffix($0) }
    }

    /// "…报道", "…摄", "近日…": what was done and when, not who.
    private static let deeds = ["报道", "報道", "摄影", "摄", "近日", "日前", "昨日", "今日", "获悉", "了解", "发现"]
}
