import LibXML

/// What single elements tell about being the article or the furniture around it.
enum Furnishing {
    /// Whether a style says "display:none" or "visibility:hidden", with or without a space after the colon.
    fileprivate static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        var tail = style
        while let colon = tail.firstIndex(of: 0x3A) {
            let word = tail[(colon + 1)...].drop { $0 == 0x20 }.prefix(6)
            let property = tail[..<colon]
            if word.starts(with: "none".utf8), property.endsInProperty("display") { return true }
            if word.starts(with: "hidden".utf8), property.endsInProperty("visibility") {
                return true
            }
            tail = tail[(colon + 1)...]
        }
        return false
    }

    /// Whether a name says that a script shows an element as one scrolls to it, until when its style hides it.
    fileprivate static func reveals(_ names: ArraySlice<UInt8>) -> Bool {
        guard names.count <= 2_000 else { return false }
        return names.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2D || $0 == 0x5F })
            .contains { revealing.contains($0.span) }
    }

    private static let revealing = KnownWords([
        "wow", "aos", "reveal", "revealed", "reveals", "animate", "animated", "animation", "appear",
        "fade", "fadein", "fadeIn", "fadeInUp", "fadeUp", "scrollreveal", "inview", "gsap",
        "slideup", "slideUp", "motion",
    ])

    /// Whether a style puts an element where nobody sees it, cuts off all of it, or makes its letters vanish.
    static func displaces(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count <= 2_000 else { return false }
        let style = StyleText(style)
        return cutsOff(style) || isClear(style)
            || style.declarations.contains {
                $0.names("clip") && ($0.begins("rect(0") || $0.begins("rect(1px"))
            }
    }

    /// Whether an element that takes no room lets all shine through. One that takes room is shown by a script, as one scrolls to it.
    private static func isClear(_ style: StyleText) -> Bool {
        let declarations = style.declarations
        return declarations.contains { $0.names("opacity") && ($0.says("0") || $0.begins("0!")) }
            && declarations.contains {
                $0.names("position") && ($0.begins("absolute") || $0.begins("fixed"))
            }
    }

    /// Whether a style makes the letters vanish, which what stands in the element may bring back.
    static func vanishes(_ style: ArraySlice<UInt8>) -> Bool {
        style.count <= 2_000
            && StyleText(style).declarations.contains {
                $0.names("font-size") && isNothing($0)
            }
    }

    /// Whether a rule of a style sheet has a word without which it conceals nothing.
    static func mayConceal(_ block: ArraySlice<UInt8>) -> Bool { concealing.stand(in: block.span) }

    private static let concealing = Needles([
        "none", "hidden", "collapse", "font-size", "clip", "-999", "-1000", "-5000", "9999",
    ])

    /// Whether a rule of a style sheet keeps an element from being shown: by not laying it out, by putting it where nobody looks, or by
    /// a box without height that cuts off what is in it.
    static func conceals(_ style: StyleText) -> Bool {
        style.declarations.contains {
            if $0.names("display") { return $0.begins("none") }
            return $0.names("visibility") && ($0.begins("hidden") || $0.begins("collapse"))
        } || cutsOff(style)
    }

    /// The same for an element that is laid out.
    private static func cutsOff(_ style: StyleText) -> Bool {
        let declarations = style.declarations
        let isCut = declarations.contains {
            ($0.names("overflow") || $0.names("overflow-y"))
                && ($0.begins("hidden") || $0.begins("clip"))
                || $0.names("contain") && $0.begins("strict")
        }
        let isMoved = declarations.contains {
            $0.names("position") && ($0.begins("absolute") || $0.begins("fixed"))
        }
        // A box that keeps the shape of a film has its height from this.
        let isPadded = declarations.contains {
            ($0.names("padding-bottom") || $0.names("padding-top") || $0.names("padding"))
                && !isNothing($0)
        }
        return declarations.contains {
            switch String(decoding: $0.property, as: UTF8.self) {
            case "font-size": isNothing($0)
            case "height", "max-height", "width", "max-width":
                isCut && !isPadded && (isNothing($0) || isMoved && $0.says("1px"))
            case "clip": isMoved && ($0.begins("rect(0") || $0.begins("rect(1px"))
            case "clip-path": $0.begins("inset(50%") || $0.begins("inset(100%")
            case "content-visibility": $0.begins("hidden")
            case "text-indent" where isCut && $0.begins("100%"): true
            default: $0.isFarAway && movers.contains(where: $0.names)
            }
        }
    }

    /// Whether a rule says that an element is shown.
    static func shows(_ style: StyleText) -> Bool {
        style.declarations.contains {
            if $0.names("display") { return !$0.begins("none") }
            if $0.names("visibility") { return $0.begins("visible") }
            if $0.names("height") || $0.names("max-height") { return !isNothing($0) }
            return $0.names("clip") && $0.begins("auto")
                || $0.names("position") && ($0.begins("static") || $0.begins("relative"))
        }
    }

    private static func isNothing(_ declaration: StyleText.Declaration) -> Bool {
        declaration.begins("0")
            && ["0", "0px", "0em", "0rem", "0%"].contains {
                declaration.says($0) || declaration.begins($0 + "!")
            }
    }

    private static let movers = ["left", "right", "top", "text-indent", "margin-left"]

    /// Points for an element by what its class and id say.
    static func weight(_ roles: Roles) -> Float {
        var points: Float = 0
        if !roles.isDisjoint(with: .favourable) { points += 25 }
        if !roles.isDisjoint(with: .furniture) { points -= 25 }
        if points == 0, roles.contains(.caption) { points -= 25 }
        return points
    }
}

extension StyleText.Declaration {
    /// Whether a length takes an element off every screen: "-9999px", "-999em", "-10000px", "9999px".
    fileprivate var isFarAway: Bool {
        begins("-999") || begins("-1000") || begins("-5000") || begins("9999")
    }
}

extension ArraySlice<UInt8> {
    /// Whether it ends in a whole property of this name, in ASCII letters of whatever case, and not in one of a longer name
    /// ("backface-visibility"); spaces at the end are passed over.
    fileprivate func endsInProperty(_ name: StaticString) -> Bool {
        let letters = Array("\(name)".utf8)
        let trimmed = prefix(upTo: (lastIndex { $0 != 0x20 } ?? startIndex - 1) + 1)
        guard trimmed.suffix(letters.count).lazy.map({ $0 | 0x20 }).elementsEqual(letters) else {
            return false
        }
        return trimmed.dropLast(letters.count).last.map { $0 <= 0x20 || $0 == 0x3B } ?? true
    }
}

extension HTMLTree {
    func value(of attribute: HTMLAttribute) -> ArraySlice<UInt8> { utf8[attribute.place] }

    /// Whether a style keeps an element from being shown, and no script shows it later, as one scrolls to it.
    func hides(_ node: Int, style: ArraySlice<UInt8>) -> Bool {
        guard Furnishing.hides(style) else { return false }
        guard let names = bytes(.class, of: node), Furnishing.reveals(names) else { return true }
        return StyleText(style).declarations.contains {
            $0.names("display") && $0.begins("none")
        }
    }
}

extension HTMLAttribute {
    /// Where its value stands in the tree's `utf8`.
    var place: Range<Int> { Int(value.lowerBound)..<Int(value.upperBound) }
}
