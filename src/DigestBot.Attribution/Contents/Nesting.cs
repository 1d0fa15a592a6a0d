namespace DigestBot.Attribution.Contents;

/// <summary>Which statements are made inside the content of another: "he said that she had promised …".</summary>
internal static class Nesting
{
    private const int Later = -2;

    /// <summary>For each draft the index of the innermost other one whose content holds its cue, -1 for those of the story itself. Time is linear.</summary>
    public static int[] Of(Document document, IReadOnlyList<Draft> drafts)
    {
        // The longest first, so that the innermost is what remains; what holds its own cue looks before it covers it.
        var innermost = new int[document.Tokens.Length];
        Array.Fill(innermost, -1);
        var within = new int[drafts.Count];
        int[] lengths = [.. drafts.Select(d => d.Content.Sum(r => r.Last - r.First + 1))];
        foreach (var d in Enumerable.Range(0, drafts.Count).OrderByDescending(d => lengths[d]))
        {
            var place = Place(drafts[d]);
            within[d] = place >= 0 && drafts[d].Content.Any(r => r.Contains(place)) ? innermost[place] : Later;
            foreach (var range in drafts[d].Content)
            {
                Array.Fill(innermost, d, range.First, range.Last - range.First + 1);
            }
        }

        for (var d = 0; d < within.Length; d++)
        {
            within[d] = within[d] != Later ? within[d] : Place(drafts[d]) is var place and >= 0 ? innermost[place] : -1;
        }

        OpenRings(within, lengths);
        return within;
    }

    // In a broken text contents can hold each other's cues: then the longest is the story's own, so that every way leads out.
    private static void OpenRings(int[] within, int[] lengths)
    {
        var firstCame = new int[within.Length];
        Array.Fill(firstCame, -1);
        for (var start = 0; start < within.Length; start++)
        {
            var d = start;
            for (; d >= 0 && firstCame[d] < 0; d = within[d])
            {
                firstCame[d] = start;
            }

            if (d >= 0 && firstCame[d] == start)
            {
                var longest = d;
                for (var next = within[d]; next != d; next = within[next])
                {
                    longest = lengths[next] > lengths[longest] ? next : longest;
                }

                within[longest] = -1;
            }
        }
    }

    private static int Place(Draft draft) => draft.Cue?.Head ?? (draft.Rule == Rule.QuotedAct ? draft.CueRange.First : -1);
}
