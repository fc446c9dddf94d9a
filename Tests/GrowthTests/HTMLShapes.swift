/// HTML: the rows of the table of findings, and nesting, marks and tables of each kind.
enum HTMLShapes {
    static let all: [Shape] =
        findings + structure + text + shapes + hidden
        + Shapes.marks.map { .run(.html, $0, after: "<p>a") }

    private static let findings: [Shape] = [
        .run(.html, "\u{301}\u{323}", after: "<p>a"),
        .run(.html, "&#769;&#803;", after: "<p>a"),
        .run(.html, "&#x301;&#x323;", after: "<p title='", before: "'>a"),
        .run(.linkedData, "\u{301}\u{323}", after: "\"headline\":\"a", before: "\"}"),
        .run(.linkedData, "\\u0301\\u0323", after: "\"headline\":\"a", before: "\"}"),
        .run(.linkedData, "\u{301}\u{323}", after: "\"a", before: "\":\"b\"}"),
        .numbered(.html, "names of elements all different", start: 65_536) { "<e\($0)>a</e\($0)>" },
        .numbered(.html, "names of elements all different, open", start: 16_384) { "<e\($0)>a" },
        .run(.html, "\u{301}\u{323}<!---->", after: "<p>a"),
        .run(.html, "\u{301}\u{323}<b></b>", after: "<p>a"),
        .run(.html, "\u{301}\u{323}\u{200B}", after: "<p>a"),
        .run(.html, "\u{5B0}\u{5B1}\u{FE0F}", after: "<h1>a", before: "</h1><p>Some words."),
        .run(.html, "\u{301}\u{323}", after: "<pre>a"),
        .run(.html, "\u{301}\u{323}", after: "<title>a", before: "</title><p>Some words."),
        .run(.html, "\u{301}\u{323}", after: "<meta name=author content='a", before: "'><p>b"),
        .run(.html, "\u{301}\u{323}", after: "<a href='http://a/", before: "'>words</a>"),
        .run(.discovery, "\u{301}\u{323}", after: "<link rel='alternate", before: "'>"),
        .run(.discovery, "&#769;&#803;", after: "<link title='a", before: "'>"),
        .run(.ruledPage, "&#769;&#803;", after: "<h1>a", before: "</h1>"),
    ]

    private static let structure: [Shape] = [
        .nest(.html, "<div>", "a", "</div>"),
        .nest(.html, "<blockquote>", "a", "</blockquote>"),
        .nest(.html, "<ul><li>", "a", "</li></ul>"),
        .nest(.html, "<b>", "a", "</b>"),
        .nest(.html, "<table><tr><td>", "a", "</table>"),
        .run(.html, "<p>a"), .run(.html, "<b>a"), .run(.html, "<a href=x>a"), .run(.html, "<li>a"),
        .run(.html, "<td>a", after: "<table><tr>"),
        .run(.html, "<td>", after: "<table><tr>", before: "a"),
        .run(.html, "<tr><td>a", after: "<table>"),
        .run(.html, "</p>"), .run(.html, "</x>"), .run(.html, "<x>"), .run(.html, "<x/>"),
        Shape(entrance: .html, name: "a table of n columns and n rows") {
            let count = $0 / 12
            return "<p>Some words of text.<table><tr>" + String(repeating: "<td>a", count: count)
                + String(repeating: "<tr><td>b", count: count)
        },
        .numbered(.html, "attributes of one element", after: "<p ", before: ">a") {
            "a\($0)=b "
        },
        .numbered(.html, "notes, each its own") {
            "<p>a<sup><a href=#n\($0)>\($0)</a></sup><p id=n\($0)>\($0) note"
        },
        .numbered(.html, "classes, each its own") { "<p class=c\($0)>Some words of text." },
        .numbered(.html, "links, each its own") { "<p>a <a href=http://a/\($0)>b</a> c." },
        .run(.html, "<p>a!<a href=http://a/>b</a>"),
        .run(.html, "!<a href=http://a/>b</a>", after: "<p>"),
        .run(.html, "<i>*</i>", after: "<p>"),
        .run(.html, "<br>", after: "<p>a", before: "b"),
        .run(.html, "a<br>", after: "<p>"),
        .run(.html, "<img src=http://a/b.png alt=c width=600>"),
        .run(.html, "<p>By Ann Lee<p>2021-01-01"),
        .run(.html, "<form>a"), .run(.html, "<button>a"), .run(.html, "<option>a"),
        .run(.html, "<h2>a</h2>"), .run(.html, "<h1>a b c</h1>", after: "<title>a b c d</title>"),
        .run(.html, "<svg>"), .run(.html, "<title>a"), .run(.html, "<textarea>a"),
        .run(.html, "<script>"), .run(.html, "<style>"), .run(.html, "<template>a"),
    ]

    /// What is mended in a tree before it is read, and what blocks are made of.
    private static let shapes: [Shape] = [
        .nest(.html, "<msqrt>", "<mi>a", "</msqrt>", after: "<p>b <math>"),
        .nest(.html, "<math>", "<mi>a", "</math>", after: "<p>b "),
        .nest(.html, "<mrow><mfrac>", "<mi>a", "</mfrac></mrow>", after: "<p><math>"),
        .run(.html, "<math><mi>a</mi></math> b ", after: "<p>"),
        .run(.html, "<mi>a</mi><mo>+</mo>", after: "<p><math>"),
        .run(.html, "{", after: "<p>\\(x_1", before: "\\)"),
        .run(.html, "\\frac{1}{", after: "<p>\\(x_1", before: "\\)"),
        .run(.html, "\\(", after: "<p>a"), .run(.html, "\\[ ", after: "<p>a"),
        .run(.html, "$", after: "<p>a"), .run(.html, "$$ a ", after: "<p>"),
        .run(.html, " $x_1", after: "<p>a"), .run(.html, "$x^2$ ", after: "<p>"),
        .run(.html, "<script type=math/tex>a_1</script> b ", after: "<p>"),
        .run(.html, "<img class=latex alt='a_1'> b ", after: "<p>"),
        .run(.html, "<sup>2</sup>", after: "<p>a"), .run(.html, "a<sub>2</sub> ", after: "<p>"),
        .nest(.html, "<sup>", "2", "</sup>", after: "<p>a"),
        .nest(.html, "<q>", "a", "</q>", after: "<p>"), .run(.html, "<s>a</s> ", after: "<p>"),
        .run(.html, "<td colspan=1000 rowspan=1000>a", after: "<table><tr><td>a<tr>"),
        .run(.html, "<tr><td colspan=1000 rowspan=1000>a<td>b", after: "<table>"),
        .run(.html, "<tr><th>a<td rowspan=9>b<td>c", after: "<table>"),
        .run(.html, "<tr><tr><td rowspan=3>a<td>b", after: "<table>"),
        .run(.html, "<div role=row><div role=cell>a</div></div>", after: "<div role=table>"),
        .nest(.html, "<div class=table>", "a", "</div>"),
        .run(.html, "<br>", after: "<p>a"), .run(.html, "Some words.<br>", after: "<p>"),
        .run(.html, "<br>", after: "<pre>a", before: "b"),
        .run(.html, "<div>a</div>", after: "<pre>"), .run(.html, "<li>a", after: "<pre><ol>"),
        .run(.html, "<span class=line>a</span>\n", after: "<pre>"),
        .run(.html, "<span id=a>b</span>", after: "<pre>"),
        .run(.html, "<tr><td class=blob-num>1<td class=blob-code>a", after: "<table>"),
        .run(.html, "x = y; ", after: "<pre><code>"),
        .nest(.html, "<code>", "a<br>b", "</code>"), .nest(.html, "<pre>", "a", "</pre>"),
        .run(.html, "<xmp>a"), .run(.html, "<plaintext>a"),
        .run(.html, "<div style='white-space: pre'>a\nb</div>"),
        .nest(.html, "<div style='white-space: pre'>", "a\nb", "</div>"),
        .run(.html, "<ul><li>a</ul>", after: "<ul><li>b"),
        .run(.html, "<li>a</li> ", after: "<div>"),
        .nest(.html, "<ul>", "<li>a", "</ul>"),
        .run(.html, "<li value=9>a", after: "<ol>"), .run(.html, "<li>a", after: "<ol reversed>"),
        .run(.html, "<li>a", after: "<ol type=i>"),
        .nest(
            .html, "<a-b><template shadowrootmode=open><slot></slot></template>", "a", "</a-b>"),
        .run(.html, "<slot name=a></slot>", after: "<a-b><template shadowrootmode=open>"),
        .run(.html, "<h2><button>a</button></h2>"), .run(.html, "<h2>a<a href=#b>#</a></h2>"),
        .run(.html, "<hr><p>Some words of text."), .run(.html, "<p>* * *"),
        .run(.html, "<blockquote class=pull>Some words of text that goes on here.</blockquote>"),
        .run(.html, "<div class=mobile><p>Some words of text that goes on here.</div>"),
    ]

    private static let text: [Shape] = [
        .run(.html, "a", after: "<p>"), .run(.html, "a ", after: "<p>"),
        .run(.html, "Some words of a sentence. ", after: "<p>"),
        .run(.html, "中", after: "<p>"), .run(.html, "&amp;", after: "<p>"),
        .run(.html, "&", after: "<p>"), .run(.html, "<", after: "<p>"),
        .run(.html, "<!--", after: "<p>"), .run(.html, "<!", after: "<p>"),
        .run(.html, "<?", after: "<p>"), .run(.html, "</", after: "<p>"),
        .run(.html, "<a b='", after: "<p>"), .run(.html, "<a b=\"c'", after: "<p>"),
        .run(.html, "\"", after: "<a href="), .run(.html, " ", after: "<p>a", before: "b"),
        .run(.html, "\n", after: "<pre>a", before: "b"), .run(.html, "`", after: "<code>"),
        .run(.html, "*_[]()", after: "<p>"), .run(.html, "1 ", after: "<p>"),
        .run(.html, "2021-01-01 ", after: "<p>"), .run(.html, "| ", after: "<title>a"),
        .run(.html, " - a", after: "<title>b", before: "</title><p>Some words."),
        .run(.html, "By A", after: "<p class=byline>"),
        .run(.html, ", Ann Lee", after: "<p>By A B"),
        .run(.html, "/a", after: "<a href=http://b"), .run(.html, "../", after: "<a href="),
    ]

    private static let hidden: [Shape] = [
        .nest(.hiddenJSON, "[", "1", "]"), .nest(.hiddenJSON, "{\"a\":", "1", "}"),
        .run(.hiddenJSON, "\"Some words of a sentence. \",", after: "{\"content\":["),
        .run(
            .hiddenJSON, "Some words of a sentence. ", after: "{\"articleBody\":\"", before: "\"}"),
        .run(.hiddenJSON, "<p>Some words. ", after: "{\"body\":\"", before: "\"}"),
        .run(.hiddenJSON, "{\"text\":\"Some words.\"},", after: "{\"blocks\":["),
        .run(.hiddenJSON, "\\\"", after: "JSON.parse(\"", before: "\")"),
        .run(.hiddenJSON, "\"", after: "("),
        .numbered(.hiddenJSON, "keys, each its own", after: "{", before: "\"z\":1}") {
            "\"k\($0)\":{\"text\":\"Some words.\"},"
        },
        .run(.linkedData, "{\"@type\":\"Person\",\"name\":\"Ann Lee\"},", after: "\"author\":["),
        .run(.linkedData, "{\"@type\":\"NewsArticle\",\"headline\":\"a\"},", after: "\"@graph\":["),
        .numbered(.linkedData, "names, each its own", after: "\"author\":[", before: "1]}") {
            "{\"name\":\"Ann\($0) Lee\"},"
        },
    ]
}
