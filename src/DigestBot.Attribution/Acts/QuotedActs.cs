using DigestBot.Attribution.Contents;

namespace DigestBot.Attribution.Acts;

/// <summary>
/// Finds what a speaker does inside a quotation without a verb for it: demands by a rhetorical question, by "must" or an imperative;
/// offers on a condition, promises and refusals in the first person. Each becomes a statement of its own beside the quotation.
/// </summary>
internal static class QuotedActs
{
    /// <summary>The acts inside the quotations of <paramref name="drafts"/>, by place.</summary>
    public static List<Draft> Find(Surroundings story, IReadOnlyList<Draft> drafts)
    {
        var found = new List<Draft>();
        foreach (var draft in drafts.Where(d => d.Rule is Rule.Quotation or Rule.Continuation or Rule.Nearby))
        {
            foreach (var range in draft.Content.Where(r => story.Quoted.At(r.First) >= 0))
            {
                foreach (var sentence in Sentences(story.Document, range))
                {
                    found.AddRange(RhetoricalQuestion.Read(story.Document, sentence).Select(d => d with { Source = draft.Source }));
                    if (ModalAct.Read(story.Document, sentence) is { } modal)
                    {
                        found.Add(modal with { Source = draft.Source });
                    }
                }
            }
        }

        return found;
    }

    private static IEnumerable<TokenRange> Sentences(Document document, TokenRange range)
    {
        for (var s = document.Tokens[range.First].Sentence; s <= document.Tokens[range.Last].Sentence; s++)
        {
            var sentence = document.Sentences[s];
            var (first, last) = (Math.Max(range.First, sentence.First), Math.Min(range.Last, sentence.Last - 1));
            while (first < last && document.IsPunctuation(first))
            {
                first++;
            }

            yield return new TokenRange(first, last);
        }
    }
}
