import ArgumentParser
import Testing

@testable import briefctl

@Suite struct CommandNamesTests {
    private func refusal(_ line: String) -> String? {
        do {
            try CommandNames.check(
                line.split(separator: " ").map(String.init), in: Briefctl.self)
            return nil
        } catch let failure as Failure {
            return failure.status == 2 ? failure.message : "status \(failure.status)"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("statsu", "did you mean \"briefctl status\"?"),
        ("statsu --runtime /run/x", "did you mean \"briefctl status\"?"),
        ("serch harbour --json", "did you mean \"briefctl search\"?"),
        ("feed ad https://example.org/", "did you mean \"briefctl feed add\"?"),
        ("feed improt --trust list.opml", "did you mean \"briefctl feed import\"?"),
        ("help artcles", "did you mean \"briefctl articles\"?"),
        ("wholly-unlike-any", "briefctl --help lists all"),
        ("feed wholly-unlike-any", "briefctl feed --help lists all"),
        ("wroker", "briefctl --help lists all"),
    ])
    func `a mistyped command is named, whatever stands behind it`(line: String, words: String) {
        #expect(refusal(line)?.contains(words) == true, "\(refusal(line) ?? "none")")
    }

    @Test(arguments: [
        "", "status", "--help", "help", "help status", "feed", "feed --help", "feed add statsu",
        "site www.example.org", "hooks", "search statsu", "--version",
    ])
    func `what is a command, or stands behind one, is left alone`(line: String) {
        #expect(refusal(line) == nil)
    }
}
