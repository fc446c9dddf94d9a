@testable import ArticleExtraction

/// Blocks of a fragment of HTML, all of it kept, as text and as Markdown.
func blocks(of html: String, at url: String? = "https://paper.example/2024/ferry") -> [Block] {
    HTMLDocumentReader.read(Array(html.utf8), url: url, scope: .content, judge: .shared).body.blocks
}

func markdown(of html: String) -> String { MarkdownWriter.write(blocks(of: html)) }

func text(of html: String) -> String { TextWriter.write(blocks(of: html)) }
