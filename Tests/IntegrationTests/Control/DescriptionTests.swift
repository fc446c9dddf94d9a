import ControlProtocol
import Foundation
import SchemaSupport
import Testing

/// The description of the interface, held against a daemon that lives.
@Suite struct DescriptionTests {
    @Test func `every answer is as described`() async throws {
        let feed = "http://127.0.0.1:9/none.xml"
        try await Scenario.play([feed]) { scenario in
            try scenario.root.drop("a.html", Prose.page(1))
            try scenario.root.drop("b.xyz", "no document")
            _ = await scenario.until {
                let status = try await scenario.status()
                return status.articles.total == 1 && status.spool.corrupt == 1
                    && status.feeds.failing == 1
            }
            let description = try OpenAPI(await scenario.get("/v1/openapi.json"))
            let article = try #require(try await scenario.articles().first)
            for (path, method) in description.operations where method == "get" {
                guard path != "/v1/events" else { continue }
                let target = path.replacing("{id}", with: article.id)
                    .replacing("{path}", with: "recent.atom")
                let body = try await scenario.get(target)
                guard path.hasPrefix("/v1/"), !path.hasSuffix("/original"),
                    path != "/v1/subscriptions"
                else { continue }
                let misfits = description.misfits(
                    "GET", target, status: 200, type: "application/json", body: body)
                #expect(misfits == [], "\(target)")
            }
        }
    }
}
