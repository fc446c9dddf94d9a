import Testing

@testable import ArticleExtraction

@Suite struct SideNotesTests {
    @Test(arguments: [
        "<label for=sn-1 class='margin-toggle sidenote-number'></label><input type=checkbox id=sn-1 class=margin-toggle><span class=sidenote>Ripe in May.</span>",
        "<label for=mn-1 class=margin-toggle>&#8853;</label><span class=marginnote>Ripe in May.</span>",
        "<small class=sidenote><sup>1</sup> Ripe in May.</small>",
        "<sup class='modern-footnotes-footnote '><a href='javascript:void(0)' role=button>1</a></sup><span role=tooltip class=modern-footnotes-footnote__note>Ripe in May.</span>",
        "<span class=tooltiptext>Ripe in May.</span>",
    ])
    func `puts a note beside a sentence in brackets`(note: String) {
        #expect(
            text(of: "<p>The pears fell early.\(note) Nobody saw it.</p>")
                == "The pears fell early. (Ripe in May.) Nobody saw it.")
    }

    @Test func `leaves a note that stands for itself, and the mark of one`() {
        #expect(text(of: "<p><span class=sidenote>Ripe in May.</span></p>") == "Ripe in May.")
        #expect(
            text(of: "<p>The pears fell.<span class=sidenote-number>1</span></p>")
                == "The pears fell.1")
    }
}
