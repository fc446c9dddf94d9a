import Testing

@testable import Documents

@Suite struct MailHeaderTests {
    @Test(arguments: [
        ("Fri, 06 Mar 2026 09:30:00 +0100", "2026-03-06T09:30:00+01:00"),
        ("6 Mar 26 09:30 GMT", "2026-03-06T09:30:00Z"),
        ("Fri, 6 Mar 2026 09:30:00 -0500 (EST)", "2026-03-06T09:30:00-05:00"),
        ("Fri,6 Mar 2026 09:30:00 EST", "2026-03-06T09:30:00-05:00"),
        ("Fri Mar  6 09:30:00 2026", "2026-03-06T09:30:00"),
        ("Fri, 06-Mar-2026 09:30:00 PDT", "2026-03-06T09:30:00-07:00"),
        ("6 Mar 99 23:59:60 -0000", "1999-03-06T23:59:59Z"),
        ("(early) Fri (a day), 06 (six) Mar 2026 09:30:00 +0000", "2026-03-06T09:30:00+00:00"),
        ("2026-03-06 09:30:00 +0530", "2026-03-06T09:30:00+05:30"),
    ])
    func `reads dates of all ages`(stated: String, iso: String) {
        #expect(MailDate.iso(Array(stated.utf8)) == iso)
    }

    @Test(arguments: ["", "tomorrow", "31 Feb 2026 09:00:00 +0000", "Fri, 06 Foo 2026", "99"])
    func `invents no date`(stated: String) {
        #expect(MailDate.iso(Array(stated.utf8)) == nil)
    }

    @Test(arguments: [
        ("=?utf-8?q?Gr=C3=BC=C3=9Fe?=", "Grüße"), ("=?UTF-8?B?R3LDvMOfZQ==?=", "Grüße"),
        // A character divided between two words.
        ("=?utf-8?B?R3LD?= =?utf-8?B?vMOfZQ==?=", "Grüße"), ("a =?utf-8?q?b?= c", "a b c"),
        ("=?utf-8?q?a?= =?utf-8?q?b?=", "ab"), ("=?utf-8*de?q?Gr=C3=BC=C3=9Fe?=", "Grüße"),
        ("=?utf-8?q?with blank?=", "with blank"), ("=?nonsense?q?x?=", "x"),
        ("=?utf-8?q?no end", "=?utf-8?q?no end"), ("\"=?utf-8?q?quoted?=\"", "\"quoted\""),
        ("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本"), ("=?gb2312?B?1tC5+g==?=", "中国"),
        ("=?koi8-r?B?8NLJ18XU?=", "Привет"), ("=?utf-7?Q?+AOk-?=", "é"),
        ("=?iso-8859-1?Q?Gr=C3=BC=C3=9Fe?=", "Grüße"), ("Gr\u{FC}n", "Grün"),
        ("=?utf-8?Q?What=3F?=", "What?"),
    ])
    func `decodes words`(value: String, text: String) {
        #expect(EncodedWords.text(of: Array(value.utf8)) == text)
    }

    @Test(arguments: [
        ("Ada Marl <ada@x.example>", ["Ada Marl"]),
        ("\"Marl, Ada\" <ada@x.example>", ["Marl, Ada"]),
        ("ada@x.example (Ada (the) Marl)", ["Ada (the) Marl"]), ("<ada@x.example>", [nil]),
        ("Ada <a@x.example>, Ben <b@x.example>", ["Ada", "Ben"]),
        ("crew: Ada <a@x.example>, Ben <b@x.example>;", ["Ada", "Ben"]),
        ("Marl, Ada <ada@x.example>", ["Marl, Ada"]), ("a@x.example, b@x.example", [nil, nil]),
        ("=?utf-8?q?Zo=C3=AB?= <z@x.example>", ["Zoë"]),
        ("\"=?utf-8?q?Zo=C3=AB?=\" <z@x.example>", ["Zoë"]),
    ])
    func `reads people`(value: String, names: [String?]) {
        #expect(AddressList(Array(value.utf8)).people.map(\.name) == names)
    }

    @Test(arguments: [
        ("attachment; filename=\"a b.pdf\"", "a b.pdf"),
        ("attachment; filename*=utf-8''Gr%C3%BC%C3%9Fe.pdf", "Grüße.pdf"),
        (
            "attachment; filename*0*=utf-8''Gr%C3; filename*1*=%BC%C3%9Fe; filename*2=\".pdf\"",
            "Grüße.pdf"
        ),
        ("attachment; filename=\"=?utf-8?q?Gr=C3=BC=C3=9Fe.pdf?=\"", "Grüße.pdf"),
        ("attachment; filename=plain.pdf; size=3", "plain.pdf"),
        ("attachment; filename=\"old.pdf\"; filename*=utf-8''new.pdf", "new.pdf"),
    ])
    func `reads names of files`(value: String, name: String) {
        #expect(ContentType(Array(value.utf8)).fileName("filename") == name)
    }

    @Test(arguments: [
        ("Ada Marl - Harbour Brief", "Ada Marl", "Harbour Brief"),
        ("Ada Marl | Harbour Brief", "Ada Marl", "Harbour Brief"),
        ("Ada Marl from Harbour Brief", "Ada Marl", "Harbour Brief"),
        ("Letters from America", "Letters from America", nil),
        ("Marl-Orr, Ada", "Ada Marl-Orr", nil),
    ])
    func `tells who writes from the house`(name: String, person: String?, house: String?) {
        let sender = Sender(name)
        #expect(sender.person == person)
        #expect(sender.house == house)
    }

    @Test(arguments: [
        ("Re: Fwd: AW: title", "title"), ("RE[2]: title", "title"), ("回复：title", "title"),
        ("[harbour-talk] Re: title", "title"), ("Re: [harbour-talk] Re: title", "title"),
        ("[PATCH 2/3] title", "[PATCH 2/3] title"), ("Reason: a title", "Reason: a title"),
        ("Re:", nil), ("[New post] title", "title"), ("[EXTERNAL] Re: title", "title"),
        ("title (Issue #12)", "title"), ("title (Discussion #4)", "title"),
        ("title (part #4)", "title (part #4)"), ("title (Issue 12)", "title (Issue 12)"),
    ])
    func `takes answers and lists off a subject`(subject: String, bare: String?) {
        let list = ListName(Array("Talk <harbour-talk.lists.example>".utf8))
        #expect(Subject.bare(subject, list: list, isList: true) == bare)
    }

    @Test(arguments: [
        (
            "https://c.example/r?u=https%3A%2F%2Fharbour.example%2Fa%3Fb%3D1%26utm_source%3Dx",
            "https://harbour.example/a?b=1"
        ),
        (
            "https://c.example/CL0/https:%2F%2Fharbour.example%2Fa/1/0102/x",
            "https://harbour.example/a"
        ),
        (
            "https://c.example/r/2/eyJlIjoiaHR0cHM6Ly9oYXJib3VyLmV4YW1wbGUvYSJ9.sig",
            "https://harbour.example/a"
        ),
        ("https://harbour.example/a?utm_campaign=x#top", "https://harbour.example/a#top"),
        ("https://harbour.example/a?page=2", "https://harbour.example/a?page=2"),
        (
            "https://twitter.com/intent/tweet?url=https%3A%2F%2Fharbour.example",
            "https://twitter.com/intent/tweet?url=https%3A%2F%2Fharbour.example"
        ),
        ("mailto:a@b.example", "mailto:a@b.example"),
        (
            "https://c.example/x/abcdefghijklmnopqrstuvwxyz",
            "https://c.example/x/abcdefghijklmnopqrstuvwxyz"
        ),
    ])
    func `follows wrapped links as far as they say themselves`(link: String, target: String) {
        #expect(LinkTarget.resolved(link) == target)
    }
}
