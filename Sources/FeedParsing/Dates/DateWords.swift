/// The words of dates in many languages.
enum DateWords {
    /// The number of a month by its name or the beginning of it, accents and case aside.
    static func month(_ word: ArraySlice<UInt8>) -> Int? {
        let name = word.string.lowercased()
        guard !name.isEmpty else { return nil }
        if let month = months[name] { return month }
        // "January", "Septembre": the first three letters tell; four where three do not.
        let letters = Array(name.unicodeScalars)
        guard letters.count >= 3 else { return nil }
        let key = { (count: Int) in String(String.UnicodeScalarView(letters.prefix(count))) }
        if let month = months[key(4)] { return month }
        return letters.count > 3 ? months[key(3)] : nil
    }

    /// Letters without accents; Korean, Japanese and Chinese marks as separators, with the zone that they imply.
    static func plain(_ text: String) -> String {
        var result = ""
        var suffix = ""
        var half: Substring?
        var words = text
        for (mark, value) in [("오전", "am"), ("오후", "pm"), ("午前", "am"), ("午後", "pm")] {
            guard let range = range(of: mark, in: words) else { continue }
            words.replaceSubrange(range, with: " ")
            half = value[...]
            suffix = " +0900"
        }
        for scalar in words.decomposed {
            switch scalar {
            case "년", "월":
                result += "-"
                suffix = " +0900"
            case "年", "月": result += "-"
            case "일":
                result += " "
                suffix = " +0900"
            case "日": result += " "
            case "時", "时", "点", "분", "分", "시": result += ":"
            case "초", "秒", "\u{200E}", "\u{200F}", "\u{FEFF}": continue
            case "\u{A0}", "\u{2002}"..."\u{200A}", "\u{202F}", "\u{3000}": result += " "
            case "\u{2010}"..."\u{2015}", "\u{2212}": result += "-"
            case "\u{300}"..."\u{36F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        if let half {
            let end = result.utf8.last == .colon ? result.index(before: result.endIndex) : nil
            result = String(result[..<(end ?? result.endIndex)]) + " " + half
        }
        return hasZone(result) ? result : result + suffix
    }

    /// Whether a zone follows the time.
    private static func hasZone(_ text: String) -> Bool {
        guard let colon = text.utf8.lastIndex(of: .colon) else { return false }
        let tail = text[colon...]
        return tail.utf8.contains(0x2B) || tail.utf8.contains(0x2D) || tail.hasSuffix("Z")
            || tail.contains("GMT") || tail.contains("KST") || tail.contains("JST")
    }

    private static func range(of mark: String, in text: String) -> Range<String.Index>? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].hasPrefix(mark) {
                return index..<text.index(index, offsetBy: mark.count)
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// Names in lower case without accents; a name stands for every longer one that begins with it.
    private static let months: [String: Int] = {
        let names = [
            "jan ene gen janv styc sty led sij tam ian ιαν янв січ oca 1월",
            "feb fev febr lut uno vel φεβ фев лют sub subat 2월",
            "mar mär maer mrt marz marc marec bre ozu μαρ μαω мар бер 3월",
            "apr abr avr kwi dub tra απρ апр кві nis 4월",
            "may mai mag maj mei maio mayo kve svi touko μαι μαϊ май мая тра 5월",
            "jun juin giu cze cer lip iun ιουν ιον июн чер haz 6월",
            "jul juil lug lipi cvc srp iul ιουλ ιολ июл лип tem 7월",
            "aug ago aou aout sie srpn kol elo αυγ авг сер agu 8월",
            "sep set wrz zar ruj syys σεπ сен вер eyl 9월",
            "oct okt ott out paz rij loka οκτ окт жов eki 10월",
            "nov lis stu marras νοε ноя лис kas 11월",
            "dec dez dic des dek gru pro joulu δεκ дек гру ara 12월",
        ]
        var months: [String: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") where months[String(name)] == nil {
                months[String(name)] = index + 1
            }
        }
        return months
    }()
}

extension String {
    /// The letters of a text with their accents taken apart, as far as dates need it.
    fileprivate var decomposed: [Unicode.Scalar] {
        unicodeScalars.map { Self.bare[$0] ?? $0 }
    }

    /// Accented letters that month names have, and their bare forms.
    private static let bare: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs =
            "áaàaâaäaãaåaăaąaéeèeêeëeěeęeíiìiîiïiıióoòoôoöoõoőoøoúuùuûuüuűuůuçcćcčcñnńnňnśsšsşsșs"
            + "źzžzżzýyřrťtţtțtďdđdłlľlğg" + "άαέεήηίιόούυώωϊιΐιϋυΰυ" + "ΆΑΈΕΉΗΊΙΌΟΎΥΏΩ"
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        let scalars = Array(pairs.unicodeScalars)
        for index in stride(from: 0, to: scalars.count - 1, by: 2) {
            table[scalars[index]] = scalars[index + 1]
        }
        return table
    }()
}
