import BriefModel

/// Whether two texts were read from documents that hold the same: a page, and what somebody copied from it.
///
/// Two judges may draw the border of an article differently. Then all that only one of the texts has, a caption or a
/// heading in the midst, stands in the other document too, in the same words and between the same words. What one of
/// them says and the other document does not hold is an edit.
enum DocumentAgreement {
    /// A shorter text is no copy.
    private static let leastRatio = 0.75

    static func holds(_ one: WholeText, _ other: WholeText) -> Bool {
        let (left, right) = (WordSequence(one.text), WordSequence(other.text))
        let (fewer, more) = (min(left.count, right.count), max(left.count, right.count))
        guard more > 0, Double(fewer) >= leastRatio * Double(more) else { return false }
        let ours = WordSequence(one.document).runs
        let theirs = WordSequence(other.document).runs
        let alignment = TextAlignment(left, right)
        let statements = GapStatements(left, right)
        guard
            alignment.agreements(left, right).allSatisfy({
                left.writes($0.left, as: $0.right, of: right)
            }), !statements.areReordered(in: alignment)
        else { return false }
        return alignment.gaps.allSatisfy { gap in
            if left.letters(of: gap.left) == right.letters(of: gap.right) {
                return left.writes(gap.left, as: gap.right, of: right)
            }
            let isHeld = (
                left.isHeld(gap.left, by: theirs), right.isHeld(gap.right, by: ours)
            )
            if isHeld == (false, false),
                left.hasDigit(gap.left) && right.hasDigit(gap.right)
                    || statements.areOpposed(in: gap)
            {
                return false
            }
            return (isHeld.0 || left.saysNothing(gap.left))
                && (isHeld.1 || right.saysNothing(gap.right))
        }
    }
}

extension WordSequence {
    /// Whether each of these words stands in a run of five, with its neighbours, that is among others.
    fileprivate func isHeld(_ words: Range<Int>, by runs: Set<UInt64>) -> Bool {
        words.allSatisfy { word in
            let starts = max(0, word - Self.runLength + 1)...max(0, word)
            return starts.contains { start in
                start + Self.runLength <= count && runs.contains(run(at: start))
            }
        }
    }

    private func isAtBorder(_ words: Range<Int>) -> Bool {
        blocks(of: words).contains {
            $0.words.lowerBound == words.lowerBound || $0.words.upperBound == words.upperBound
        }
    }

    /// Whether words are marks of a list or whole blocks without a sentence.
    fileprivate func saysNothing(_ words: Range<Int>) -> Bool {
        if words.isEmpty || areMarks(words) && isAtBorder(words) { return true }
        return areWhole(words)
            && blocks(of: words).allSatisfy { !TextComparison.isProse($0) && !$0.isSaid }
    }
}
