/// Cuts titles as pages compose them: "Title | Section | Site".
enum TitleSplitter {
    private static let separators = [
        " | ", " – ", " — ", " - ", " » ", " « ", " › ", " ‹ ", " · ", " :: ", " • ", " // ", " : ",
        " ｜ ", " ~ ", " < ", " > ", " \\ ", " ▷ ", " ▶ ", " ★ ", "_", "|", "｜",
        "│", " / ", "- ", ": ",
    ]
    /// Without spaces, as scripts without spaces put them: only what is known to be the site's name stands behind one.
    private static let tight = ["——", "—", "–", "-", "：", "~", "～", "・"]

    /// The parts between any separators, where there are two or more.
    static func parts(of title: String) -> [String] {
        var parts = [title]
        for separator in separators where title.holds(separator) {
            parts = parts.flatMap { $0.parts(between: separator) }
        }
        return parts.count > 1 ? parts.map { $0.trimmed(of: " ") } : []
    }

    /// Without the site's name at either end, where it is known.
    static func withoutKnownSite(_ title: String, _ names: SiteNames) -> String {
        for separator in separators where title.holds(separator) {
            var parts = title.parts(between: separator).map { $0.trimmed(of: " ") }
            let count = parts.count
            while parts.count > 1, let last = parts.last, separator != ": ",
                names.nameLoosely(last)
            {
                parts.removeLast()
            }
            if parts.count > 1, parts.count == count, names.name(parts[0]) { parts.removeFirst() }
            if parts.count < count {
                return withoutKnownSite(parts.joined(separator: separator), names)
            }
        }
        return withoutTightSite(title, names)
    }

    private static func withoutTightSite(_ title: String, _ names: SiteNames) -> String {
        for mark in tight where title.holds(mark) {
            let parts = title.parts(between: mark)
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            // A hyphen joins words where words have spaces.
            if mark == "-" || mark == "–", isSpaced(last), isSpaced(parts[parts.count - 2]) {
                guard mark == "–", last.holds(" ") else { continue }
            }
            if names.name(last.trimmed(of: " ")) {
                return parts.dropLast().joined(separator: mark).trimmed(of: " ")
            }
            if mark != "-", first.holds(" "), names.name(first.trimmed(of: " ")) {
                return parts.dropFirst().joined(separator: mark).trimmed(of: " ")
            }
        }
        return title
    }

    /// Whether a text is of a script that puts spaces between words.
    private static func isSpaced(_ text: some StringProtocol) -> Bool {
        !text.unicodeScalars.contains { 0x3041...0x9FFF ~= $0.value || 0xE01...0xE5B ~= $0.value }
    }

    /// Without the site's name, also where only the form of the title tells it.
    static func withoutSite(_ title: String, _ names: SiteNames) -> String {
        let known = withoutKnownSite(title, names)
        guard known == title else { return withoutSections(known, of: title) }
        for separator in separators.dropLast(2) where title.holds(separator) {
            let parts = title.parts(between: separator).map { $0.trimmed(of: " ") }
            guard parts.count > 1, let first = parts.first else { continue }
            let longest = parts.max { $0.count < $1.count } ?? first
            if let headline = headline(among: parts) ?? sentence(among: parts) { return headline }
            guard longest.count * 2 >= title.count else { continue }
            if parts.count == 2, first.split(separator: " ").count > 2,
                parts[1].split(separator: " ").count > 5
            {
                return title
            }
            if first.count * 2 >= title.count || first.split(separator: " ").count > 3 {
                return parts.count > 2 && parts[1].split(separator: " ").count > 5
                    ? parts.dropLast().joined(separator: separator) : first
            }
            return longest
        }
        return title
    }

    /// Without the sections that stand between the site's name and the headline: "Weir Times | Sport | Old mill opens again".
    private static func withoutSections(_ rest: String, of title: String) -> String {
        let isBehind = title.hasSuffix(rest)
        guard isBehind || title.hasPrefix(rest) else { return rest }
        for separator in sectionSeparators where rest.holds(separator) {
            var parts = rest.parts(between: separator).map { $0.trimmed(of: " ") }
            let count = parts.count
            while parts.count > 1, let headline = isBehind ? parts.last : parts.first,
                headline.split(separator: " ").count > 3,
                let outer = isBehind ? parts.first : parts.last, isSection(outer)
            {
                if isBehind { parts.removeFirst() } else { parts.removeLast() }
            }
            if parts.count < count {
                return withoutSections(parts.joined(separator: separator), of: title)
            }
        }
        return rest
    }

    /// A word or two without digits, "Sport", "UK Latest"; "Part 1" counts on.
    private static func isSection(_ part: String) -> Bool {
        part.split { " /".contains($0) }.count < 3 && part.first?.isUppercase ?? false
            && !part.contains(where: \.isNumber)
    }

    private static let sectionSeparators = [
        " | ", " » ", " > ", " › ", " : ", " -- ", " - ", " – ", " — ", "| ",
    ]

    /// Of three parts or more the one that has three words or more, where all others have fewer.
    private static func headline(among parts: [String]) -> String? {
        guard parts.count > 2 else { return nil }
        let long = parts.filter { $0.split(separator: " ").count > 2 }
        guard long.count == 1, let only = long.first, !(only.first?.isLowercase ?? true) else {
            return nil
        }
        return only == parts[0] || only.split(separator: " ").count > 4 ? only : nil
    }

    /// Of three parts or more the one that has five words or more, where all others have at most two thirds of that. The
    /// last one may be what the site says of itself: "Which rig is yours? | General | All about model trains and railways".
    private static func sentence(among parts: [String]) -> String? {
        guard parts.count > 2 else { return nil }
        let counts = parts.map { $0.split(separator: " ").count }
        guard let most = counts.max(), most > 4, let index = counts.firstIndex(of: most),
            index < parts.count - 1,
            counts.indices.allSatisfy({
                $0 == index || counts[$0] < 5 && 3 * counts[$0] <= 2 * most
            }),
            !(parts[index].first?.isLowercase ?? true)
        else { return nil }
        return parts[index]
    }
}
