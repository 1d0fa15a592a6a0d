namespace DigestBot.Attribution.Contents;

/// <summary>Which statements are made inside the content of another: "he said that she had promised …".</summary>
internal static class Nesting
{
    private const int Later = -2;

    /// <summary>For each draft the index of the innermost other one whose content holds its cue, -1 for those of the story itself.</summary>
    public static int[] Of(Document document, IReadOnlyList<Draft> drafts)
    {
        // The longest first, so that the innermost is what remains; what holds its own cue looks before it covers it.
        var innermost = new int[document.Tokens.Length];
        Array.Fill(innermost, -1);
        var within = new int[drafts.Count];
        foreach (var d in Enumerable.Range(0, drafts.Count).OrderByDescending(d => drafts[d].Content.Sum(r => r.Last - r.First + 1)))
        {
            var place = Place(drafts[d]);
            within[d] = place >= 0 && drafts[d].Content.Any(r => r.Contains(place)) ? innermost[place] : Later;
            foreach (var range in drafts[d].Content)
            {
                Array.Fill(innermost, d, range.First, range.Last - range.First + 1);
            }
        }

        return [.. within.Select((w, d) => w != Later ? w : Place(drafts[d]) is var place and >= 0 ? innermost[place] : -1)];
    }

    private static int Place(Draft draft) => draft.Cue?.Head ?? (draft.Rule == Rule.QuotedAct ? draft.CueRange.First : -1);
}
