using DigestBot.Attribution;
using DigestBot.Storage;

namespace DigestBot.Answers;

/// <summary>A question with its mistyped words put right, and the sentence that says so.</summary>
internal sealed record Corrected(string Question, string Notice);

/// <summary>
/// Puts words right that are neither words of asking nor in any story: "waht did Prado promsie about Moskow". It is tried only where the
/// question as typed has no answer, so that no good word is ever taken for another.
/// </summary>
internal sealed class Misspellings(Store store)
{
    private const int Shortest = 4;
    private const int Longest = 20;
    private const int SameStem = 3;
    private const int LongWord = 6;
    private const int MostWords = 6;

    private static readonly string[] _askingWords =
    [
        "what", "when", "where", "which", "does", "have", "will", "would", "about", "from", "with", "since", "before", "after", "latest", "news", "yesterday", "last", "week", "month", "said", "says",
        .. ActWords.All.SelectMany(Lemmas.Forms).Where(w => w.Length >= Shortest && !w.Contains(' ', StringComparison.Ordinal)),
    ];

    private static readonly HashSet<string> _known = [.. _askingWords];
    private static readonly ILookup<char, string> _byFirst = _known.ToLookup(w => w[0]);

    /// <summary>The question put right; null where nothing in it is mistyped.</summary>
    public async Task<Corrected?> CorrectAsync(string workspace, string question, CancellationToken cancel)
    {
        var corrected = question;
        var notice = "";
        foreach (var token in QuestionTokens.Read(question).Where(t => t.Quotation == 0 && t.Lower.Length is >= Shortest and <= Longest && t.Lower.All(char.IsAsciiLetter) && !IsKnown(t.Lower)).DistinctBy(t => t.Lower).Take(MostWords))
        {
            if (await MeantAsync(workspace, token.Lower, cancel) is not { } meant)
            {
                continue;
            }

            var put = token.IsCapital ? Capital(meant) : meant;
            corrected = corrected.Replace(token.Text, put, StringComparison.Ordinal);
            notice += $"“{token.Text}” is taken for “{put}”. ";
        }
        return notice.Length == 0 ? null : new Corrected(corrected, notice);
    }

    private static bool IsKnown(string word) => _known.Contains(word) || TopicWords.IsStop(word) || Auxiliaries.Is(word);

    private async Task<string?> MeantAsync(string workspace, string word, CancellationToken cancel)
    {
        // Most words that no question is made of stand in some story, and that is soon seen.
        if (await IsToldAsync(workspace, word, cancel))
        {
            return null;
        }

        return Only(_byFirst[word[0]].Where(w => IsOneSlip(word, w))) ?? Only((await store.KeysLikeAsync(word, cancel)).Where(k => IsMistyped(word, k)));
    }

    private async Task<bool> IsToldAsync(string workspace, string word, CancellationToken cancel) =>
        (await store.AliasesAsync(workspace, [word], cancel)).Count > 0
        || await store.HasWordAsync(workspace, word, cancel);

    /// <summary>Whether a letter more, a letter less, two that changed places or, in a long word, another letter makes the one the other.</summary>
    private static bool IsOneSlip(string word, string meant)
    {
        if (Math.Abs(word.Length - meant.Length) > 1)
        {
            return false;
        }

        var same = word.Zip(meant).TakeWhile(p => p.First == p.Second).Count();
        var left = word.AsSpan(same);
        var right = meant.AsSpan(same);
        if (left.Length != right.Length)
        {
            return left.Length > right.Length ? left[1..].SequenceEqual(right) : right[1..].SequenceEqual(left);
        }

        return (word.Length >= LongWord && left.Length > 0 && left[1..].SequenceEqual(right[1..]))
            || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }

    private static bool IsMistyped(string word, string meant) => word != meant && Math.Abs(word.Length - meant.Length) <= 2 && Names.CompareMistyped(Capital(word), Capital(meant)) != NameMatch.Different;

    /// <summary>The one word that can be meant; forms of one verb count as one.</summary>
    private static string? Only(IEnumerable<string> words)
    {
        string[] found = [.. words.Distinct(StringComparer.Ordinal).OrderBy(w => w.Length)];
        return found.Length > 0 && Array.TrueForAll(found, w => w.StartsWith(found[0][..Math.Min(SameStem, found[0].Length)], StringComparison.Ordinal)) ? found[0] : null;
    }

    private static string Capital(string word) => $"{char.ToUpperInvariant(word[0])}{word[1..]}";
}
