/// Reports that are filled in by a program: the words stay, the figures change.
enum Reports {
    static func weather(_ stories: inout Stories) -> [String] {
        var lines: [String] = []
        for _ in 0..<4 {
            lines.append(
                "In \(stories.subject.place) the morning begins at \(stories.number(below: 20)) degrees, with winds of \(stories.figure()) kilometres an hour from the \(stories.draw(["north", "south", "east", "west"])) and rain of \(stories.number(below: 30)) millimetres until noon."
            )
            lines.append(
                "By the evening \(stories.number(below: 30)) degrees are expected; the chance of showers is \(stories.number(below: 100)) per cent, and the pressure stands at \(990 + stories.number(below: 50)) hectopascals."
            )
        }
        return lines
    }

    static func prices(_ stories: inout Stories) -> [String] {
        ["Wheat", "Barley", "Maize", "Rape", "Oats", "Rye"].map { grain in
            "\(grain) closed at \(stories.figure()).\(stories.number(below: 10)) crowns a tonne, \(stories.number(below: 9)).\(stories.number(below: 10)) per cent \(stories.draw(["above", "below"])) the day before, in a trade of \(stories.figure()) lots; the contract for delivery in three months stood at \(stories.figure()) crowns when the hall was closed."
        }
    }

    static func match(_ stories: inout Stories) -> [String] {
        let (home, guest) = (stories.draw(Stories.places), stories.draw(Stories.places))
        return (0..<5).map { _ in
            "In minute \(stories.number(below: 90)) \(stories.name()) of \(home) shot from \(stories.number(below: 40)) metres and made it \(stories.number(below: 5)) to \(stories.number(below: 5)) against \(guest), before \(stories.figure()) spectators who had come to the ground."
        }
    }

    static func quake(_ stories: inout Stories) -> [String] {
        [
            "A quake of magnitude \(stories.number(below: 7)).\(stories.number(below: 10)) was measured at \(stories.number(below: 24)):\(10 + stories.number(below: 50)) near \(stories.draw(Stories.places)), at a depth of \(stories.number(below: 90)) kilometres, the network of stations reported.",
            "The place of the quake lies \(stories.number(below: 90)) kilometres from \(stories.draw(Stories.places)) and \(stories.figure()) kilometres from \(stories.draw(Stories.places)). No damage has been reported so far. This text was made by a program from the figures of the network and looked at by an editor before it was published.",
        ]
    }

    static func results(_ stories: inout Stories) -> [String] {
        let office = stories.subject.office
        return [
            "The \(office) took in \(stories.figure()) million crowns in the quarter, against \(stories.figure()) million a year before, and kept \(stories.number(below: 99)) million of it after taxes.",
            "Costs were \(stories.figure()) million crowns, of which \(stories.number(below: 99)) million went into wages and \(stories.number(below: 99)) million into repairs. The staff counted \(stories.figure()) people at the end of the quarter.",
            "For the whole year the \(office) expects between \(stories.figure()) and \(stories.figure()) million crowns. Orders stand at \(stories.figure()) million, and the debt has changed by \(stories.number(below: 30)) per cent since the last report.",
        ]
    }

    static func bulletin(_ stories: inout Stories) -> [String] {
        let place = stories.subject.place
        // The rules of one place are always the same.
        var fixed = Stories(seed: place.utf8.reduce(0) { $0 &* 31 &+ Int($1) })
        return [
            "The river at \(place) stood at \(stories.figure()) centimetres at \(stories.number(below: 12)):\(10 + stories.number(below: 50)) and \(stories.draw(["rises", "falls"])) by \(stories.number(below: 20)) centimetres an hour; the flow is \(stories.figure()) cubic metres.",
            "The gauge above the weir shows \(stories.figure()) centimetres, that below it \(stories.figure()).",
        ] + fixed.paragraphs(4)
    }
}
