using System.Globalization;
using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>What a sentence may add to what a line says: the day of its story and the outlet, as its citation has them.</summary>
internal static class SpokenDate
{
    /// <summary>Index behind ", on 29 December 2012" or "in the Meridian Wire"; the index itself where nothing of the kind stands there.</summary>
    public static int Behind(IReadOnlyList<ProseToken> tokens, int at, AnswerLine line)
    {
        int start = at < tokens.Count && tokens[at].IsMark(",") ? at + 1 : at;
        int longest = 0;
        foreach (string[] phrase in line.AlsoIn.Prepend(line.Citation).SelectMany(Phrases))
        {
            if (phrase.Length > longest && start + phrase.Length <= tokens.Count && phrase.Select((word, i) => string.Equals(tokens[start + i].Text, word, StringComparison.OrdinalIgnoreCase)).All(same => same))
                longest = phrase.Length;
        }
        return longest == 0 ? at : start + longest;
    }

    private static IEnumerable<string[]> Phrases(Citation citation)
    {
        if (citation.Published is { } published)
        {
            foreach (string format in (string[])["'on' d MMMM yyyy", "'on' MMMM d , yyyy", "'in' MMMM yyyy", "'in' yyyy"])
                yield return published.ToString(format, CultureInfo.InvariantCulture).Split(' ');
        }
        if (citation.Outlet is { Length: > 0 } outlet)
        {
            foreach (string before in (string[])["in", "in the", "according to", "according to the"])
                yield return [.. before.Split(' '), .. ProseTokens.Read(outlet).Select(t => t.Text)];
        }
    }
}
