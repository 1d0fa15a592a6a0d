using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// A sentence that agrees, as it is shown: the story's words for its references; the name for a pronoun, since no line says whether "he" or
/// "she" is right; and nothing of a "But" that joined it to a sentence which may not be shown.
/// </summary>
internal static class ProseText
{
    /// <summary>The sentence's pieces, in order.</summary>
    /// <param name="first">Index of the first token that is shown.</param>
    /// <param name="told">How the sentence was read.</param>
    public static IReadOnlyList<ProsePart> Parts(string text, int first, Claims told, IReadOnlyList<AnswerLine> lines)
    {
        var tokens = ProseTokens.Read(text);
        List<ProsePart> parts = [];
        var words = "";
        var start = tokens[first].Start;
        for (var at = first; at < tokens.Count; at++)
        {
            var head = told.Heads.FirstOrDefault(h => h.Pronoun?.Start == tokens[at].Start);
            if (head is null && tokens[at].Kind != ProseTokenKind.Reference)
            {
                continue;
            }

            words += text[start..tokens[at].Start];
            start = tokens[at].End;
            if (head is not null)
            {
                words += Named(head.Names, at == first || tokens[at - 1].IsMark("."), lines);
                continue;
            }

            parts.AddRange(Words(words).Append(new ProsePart("", lines[tokens[at].Number - 1])));
            words = "";
        }

        ProsePart[] all = [.. parts, .. Words(words + text[start..])];
        return [.. all.Select((p, at) => at == 0 && p.Quoted is null ? new ProsePart(Capital(p.Text)) : p)];
    }

    private static IEnumerable<ProsePart> Words(string words) => words.Length == 0 ? [] : [new ProsePart(words)];

    private static string Named(IReadOnlyList<string> names, bool isStart, IReadOnlyList<AnswerLine> lines)
    {
        string[] known = [.. names.Select(n => Known(n, lines))];
        var name = known.Length == 1 ? known[0] : $"{string.Join(", ", known[..^1])} and {known[^1]}";
        return isStart ? Capital(name) : name;
    }

    // As a line spells it; "A cleric" who was told of is "the cleric".
    private static string Known(string name, IReadOnlyList<AnswerLine> lines)
    {
        var speaker = lines.Select(l => l.Speaker).FirstOrDefault(s => s.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
        var article = Array.Find(["the ", "a ", "an "], a => speaker.StartsWith(a, StringComparison.OrdinalIgnoreCase));
        return article is null ? speaker : $"the {speaker[article.Length..]}";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
