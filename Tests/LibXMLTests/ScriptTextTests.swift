import Testing

@testable import LibXML

@Suite struct ScriptTextTests {
    @Test(arguments: [
        "window.__STATE__ = {\"a\":1}", "var article=[1]", "\n  window[\"x\"] =\n{ \"a\"",
        "a.b=JSON.parse('",
        "window.__NUXT__=(function(a){",
    ])
    func `keeps scripts that assign a value`(script: String) {
        #expect(ScriptText.isState(Array(script.utf8)))
        let tree = HTMLTree(parsing: Array("<body><script>\(script)</script><p>b".utf8))
        #expect(tree.text(of: 0) == script + "b")
    }

    @Test(arguments: [
        "function a() {}", "window.x = window.x || []", "if (a == {\"b\"", "= {\"a\"", "a = {b: 1}",
        "", "(function(){",
        "window.onload=function(){",
    ])
    func `drops scripts that run`(script: String) {
        #expect(!ScriptText.isState(Array(script.utf8)))
        let tree = HTMLTree(parsing: Array("<body><script>\(script)</script><p>b".utf8))
        #expect(tree.text(of: 0) == "b")
    }

    @Test func `keeps scripts whose type says that they are data`() {
        for type in [
            "application/ld+json", "application/json; charset=utf-8", "text/template",
            "text/hydrate",
        ] {
            let page = "<body><script type='\(type)'>run()</script>"
            #expect(HTMLTree(parsing: Array(page.utf8)).text(of: 0) == "run()")
        }
    }
}
