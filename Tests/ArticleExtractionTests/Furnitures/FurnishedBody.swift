/// A body that is put into many pages: its blocks as they are marked up, and the text that they make.
struct FurnishedBody {
    var title: String
    /// HTML of one block each.
    var blocks: [String]
    /// One block a line.
    var text: String

    static let english = FurnishedBody(
        title: "The lighthouse that moved inland",
        blocks: [
            "<p>When the engineers came back in the spring, the cliff had lost another four metres, and the lighthouse "
                + "stood so close to the edge that its keeper no longer dared to hang out the washing.</p>",
            "<p>“We had two winters left, perhaps three,” says the keeper, who has lived in the tower since 1987. "
                + "Nobody in the village believed that 1,200 tonnes of granite could be lifted, let alone pushed.</p>",
            "<h2>A plan from the railways</h2>",
            "<p>The idea came from a retired railwayman. He proposed to cut the tower from its foundations, to slide "
                + "beams of steel beneath it, and to roll it along <a href=\"/track\">a track of seven rails</a> to a place "
                + "half a kilometre inland.</p>",
            "<p>It took the county eleven months to find the money. The work itself was done in nineteen days, at a "
                + "speed of one metre in six minutes, with a crew of fourteen.</p>",
            "<ul><li>First the lamp and its glass were taken down and packed in straw.</li><li>Then holes were drilled "
                + "through the walls, one beside the other, for forty beams.</li><li>Last the jacks were pumped, a finger's "
                + "breadth at a time.</li></ul>",
            "<p>On the ninth day the wind rose, and the whole tower began to hum. The crew stopped, tied it down with "
                + "the cables of a fishing boat, and waited in the pub until the barometer turned.</p>",
            "<blockquote><p>I heard it sing all night, and I did not sleep, the keeper wrote in the log.</p></blockquote>",
            "<h2>What the sea left</h2>",
            "<p>The old foundations fell into the sea in the following year. What remains is a ring of stones that shows "
                + "at low tide, and on which seals lie when the sun is out.</p>",
            "<p>The lamp was lit again in October. Sailors complained that the chart was wrong, until the admiralty "
                + "printed a new one; the old chart hangs in the pub, with a nail where the tower had been.</p>",
        ],
        text: """
            When the engineers came back in the spring, the cliff had lost another four metres, and the lighthouse stood so close to the edge that its keeper no longer dared to hang out the washing.
            “We had two winters left, perhaps three,” says the keeper, who has lived in the tower since 1987. Nobody in the village believed that 1,200 tonnes of granite could be lifted, let alone pushed.
            A plan from the railways
            The idea came from a retired railwayman. He proposed to cut the tower from its foundations, to slide beams of steel beneath it, and to roll it along a track of seven rails to a place half a kilometre inland.
            It took the county eleven months to find the money. The work itself was done in nineteen days, at a speed of one metre in six minutes, with a crew of fourteen.
            First the lamp and its glass were taken down and packed in straw.
            Then holes were drilled through the walls, one beside the other, for forty beams.
            Last the jacks were pumped, a finger's breadth at a time.
            On the ninth day the wind rose, and the whole tower began to hum. The crew stopped, tied it down with the cables of a fishing boat, and waited in the pub until the barometer turned.
            I heard it sing all night, and I did not sleep, the keeper wrote in the log.
            What the sea left
            The old foundations fell into the sea in the following year. What remains is a ring of stones that shows at low tide, and on which seals lie when the sun is out.
            The lamp was lit again in October. Sailors complained that the chart was wrong, until the admiralty printed a new one; the old chart hangs in the pub, with a nail where the tower had been.
            """)
}
