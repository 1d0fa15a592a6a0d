using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>A question with its mistyped words put right.</summary>
/// <param name="Question">As it was meant.</param>
/// <param name="Notice">The sentence that says so, with a blank behind it; "" where only words of asking were put right that need no telling.</param>
internal sealed record Corrected(string Question, string Notice);

/// <summary>
/// Puts words right that are neither words of asking nor in any story: "waht did Prado promsie about Moskow". Words of asking are put right at once, where
/// one is lacking; a name or a matter only where the question has no answer otherwise, so that no good word is ever taken for another.
/// </summary>
internal sealed class Misspellings(Store store)
{
    private const int Shortest = 4;
    private const int Longest = 20;
    private const int SameStem = 3;
    private const int MostWords = 6;

    /// <summary>The question with its words of asking put right; itself, without a notice, where none is mistyped.</summary>
    public async Task<Corrected> SpellAsync(string workspace, string question, CancellationToken cancel)
    {
        Corrected spelled = new(question, "");
        HashSet<string> left = new(StringComparer.Ordinal);
        for (var tries = 0; tries < MostWords && GapIn(spelled.Question, left) is { } gap; tries++)
        {
            if (await IsToldAsync(workspace, gap, cancel))
            {
                left.Add(gap.Typed.Lower);
                continue;
            }

            var typed = spelled.Question.Substring(gap.Typed.Start, gap.Length);
            spelled = new Corrected(
                spelled.Question.Remove(gap.Typed.Start, gap.Length).Insert(gap.Typed.Start, gap.Meant),
                spelled.Notice + (gap.IsVerb ? Notice(typed, gap.Meant) : ""));
        }
        return spelled;
    }

    /// <summary>The question with names and matters put right that no story has; null where nothing in it is mistyped.</summary>
    public async Task<Corrected?> CorrectAsync(string workspace, string question, CancellationToken cancel)
    {
        Corrected corrected = new(question, "");
        var unknown = QuestionTokens.Read(question).Where(t => t.Quotation == 0 && t.Lower.Length is >= Shortest and <= Longest && t.Lower.All(char.IsAsciiLetter) && !AskingWords.IsKnown(t.Lower));
        // From the last to the first: what stands before a word keeps its place.
        foreach (var token in unknown.Take(MostWords).Reverse())
        {
            if (await MeantAsync(workspace, token.Lower, cancel) is { } meant)
            {
                var put = token.IsCapital ? Capital(meant) : meant;
                corrected = new Corrected(corrected.Question.Remove(token.Start, token.Text.Length).Insert(token.Start, put), Notice(token.Text, put) + corrected.Notice);
            }
        }
        return corrected.Notice.Length == 0 ? null : corrected;
    }

    private static Gap? GapIn(string question, HashSet<string> left)
    {
        var tokens = QuestionTokens.Read(question);
        Shorthand.Spell(tokens);
        return Gaps.Next(tokens, t => left.Contains(t.Lower));
    }

    private async Task<bool> IsToldAsync(string workspace, Gap gap, CancellationToken cancel) =>
        (await store.AliasesAsync(workspace, [gap.Typed.Lower], cancel)).Count > 0 || (!gap.IsSure && await store.HasWordAsync(workspace, gap.Typed.Lower, cancel));

    private async Task<string?> MeantAsync(string workspace, string word, CancellationToken cancel)
    {
        // Most words that no question is made of stand in some story, and that is soon seen.
        if ((await store.AliasesAsync(workspace, [word], cancel)).Count > 0 || await store.HasWordAsync(workspace, word, cancel))
        {
            return null;
        }

        return AskingWords.Verb(word, _ => true)?.Word ?? Only((await store.KeysLikeAsync(word, cancel)).Where(k => IsMistyped(word, k)));
    }

    private static bool IsMistyped(string word, string meant) => word != meant && Math.Abs(word.Length - meant.Length) <= 2 && Names.CompareMistyped(Capital(word), Capital(meant)) != NameMatch.Different;

    /// <summary>The one word that can be meant; forms of one verb count as one.</summary>
    private static string? Only(IEnumerable<string> words)
    {
        string[] found = [.. words.Distinct(StringComparer.Ordinal).OrderBy(w => w.Length)];
        return found.Length > 0 && Array.TrueForAll(found, w => w.StartsWith(found[0][..Math.Min(SameStem, found[0].Length)], StringComparison.Ordinal)) ? found[0] : null;
    }

    private static string Notice(string typed, string meant) => $"“{typed}” is taken for “{meant}”. ";

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
