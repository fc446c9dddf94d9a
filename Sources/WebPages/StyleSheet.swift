/// The one style sheet. Contrast is at least 4.5 to 1 in light and dark (WCAG 2.2, 1.4.3); a test counts it.
public enum StyleSheet {
    /// Foregrounds and grounds, by name: light, dark.
    static let colours: [(name: String, light: String, dark: String)] = [
        ("ground", "#ffffff", "#15181c"), ("text", "#1b1f24", "#e4e7eb"),
        ("meek", "#57606a", "#a3acb6"), ("link", "#0550ae", "#7ab7ff"),
        ("line", "#d0d7de", "#3a4149"), ("panel", "#f4f6f8", "#1e2329"),
        ("good", "#116329", "#5dd879"), ("bad", "#a40e26", "#ff8e85"),
        ("day0", "#e4e8ec", "#262c33"), ("day1", "#a9cdf5", "#1d4170"),
        ("day2", "#6ba5e7", "#2b65ad"),
        ("day3", "#2f74c4", "#4f93e0"), ("day4", "#0a3d7a", "#9cc9ff"),
        ("added", "#d6f5dd", "#14391f"), ("removed", "#ffe3e0", "#4a1a1a"),
    ]

    public static let text = """
        :root{color-scheme:light dark;\(variables(\.light))}
        @media (prefers-color-scheme:dark){:root{\(variables(\.dark))}}
        *{box-sizing:border-box}
        body{margin:0;font:16px/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}
        main{max-width:72rem;margin:0 auto;padding:0 1rem 3rem}
        header{border-bottom:1px solid var(--line);background:var(--panel)}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;max-width:72rem;margin:0 auto;padding:.6rem 1rem;list-style:none}
        a{color:var(--link)}
        nav a{text-decoration:none;padding:.2rem 0}
        nav a[aria-current]{color:var(--text);font-weight:600;border-bottom:2px solid var(--link)}
        a:focus-visible,button:focus-visible,input:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-99rem}.skip:focus{position:static}
        h1{font-size:1.6rem;line-height:1.25;margin:1.5rem 0 .75rem;overflow-wrap:anywhere}
        h2{font-size:1.2rem;margin:2rem 0 .5rem}
        table{border-collapse:collapse;width:100%;font-size:.925rem}
        caption{text-align:left;color:var(--meek);padding-bottom:.35rem}
        th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
        td{overflow-wrap:anywhere;min-width:5rem}
        .scroll{overflow-x:auto}
        .verdict{border-left:.4rem solid var(--good);background:var(--panel);padding:.75rem 1rem;margin:1rem 0}
        .verdict.trouble{border-color:var(--bad)}
        .verdict p{margin:.25rem 0;overflow-wrap:anywhere}
        .numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(8.5rem,1fr));gap:.75rem;margin:0;padding:0}
        .numbers div{background:var(--panel);padding:.6rem .75rem}
        .numbers dt{color:var(--meek);font-size:.85rem}
        .numbers dd{margin:0;font-size:1.35rem;font-variant-numeric:tabular-nums}
        .good{color:var(--good)}.bad{color:var(--bad);font-weight:600}.meek{color:var(--meek)}
        ul.list{list-style:none;margin:0;padding:0}
        ul.list li{padding:.75rem 0;border-bottom:1px solid var(--line)}
        ul.list p{margin:.2rem 0;overflow-wrap:anywhere}
        form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:end;margin:1rem 0}
        label{display:block;width:100%}
        input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--meek);padding:.4rem .6rem;flex:1 1 16rem;min-width:0}
        button{font:inherit;padding:.4rem 1rem;border:1px solid var(--meek);background:var(--panel);color:inherit}
        article{max-width:42rem;font-size:1.075rem;line-height:1.65;overflow-wrap:anywhere}
        article pre{overflow-x:auto;background:var(--panel);padding:.75rem}
        article blockquote{border-left:.25rem solid var(--line);margin-left:0;padding-left:1rem}
        ins{background:var(--added);text-decoration:none}del{background:var(--removed)}
        dl.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem}
        dl.facts dt{color:var(--meek)}dl.facts dd{margin:0;overflow-wrap:anywhere}
        svg{display:block;width:100%;height:auto;min-width:34rem;max-width:46rem}
        svg rect{fill:var(--link)}svg text{fill:var(--meek);font-size:11px}svg line{stroke:var(--line)}
        .d0{fill:var(--day0)}.d1{fill:var(--day1)}.d2{fill:var(--day2)}.d3{fill:var(--day3)}.d4{fill:var(--day4)}
        form.act{display:inline-flex;margin:.25rem .5rem .25rem 0}nav form.act{margin:0}
        .door{margin-left:auto}
        ol.blocks{list-style:none;margin:0;padding:0}
        ol.blocks li{border-left:.4rem solid var(--good);padding:.25rem .75rem;margin:.5rem 0;overflow-wrap:anywhere}
        ol.blocks li.dropped{border-color:var(--bad);background:var(--panel)}
        ol.blocks p{margin:.1rem 0}

        """

    private static func variables(
        _ tone: KeyPath<(name: String, light: String, dark: String), String>
    ) -> String {
        colours.map { "--\($0.name):\($0[keyPath: tone])" }.joined(separator: ";")
    }
}
