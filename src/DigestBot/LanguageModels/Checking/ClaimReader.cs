using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// Reads a sentence as a row of claims, each of which must be one of the cited lines: its speaker, its act, its content. A word that belongs to
/// no claim makes the sentence unreadable, so that nothing gets through which no line says. Not thread-safe: one for each sentence.
/// </summary>
internal sealed class ClaimReader(string text, IReadOnlyList<AnswerLine> cited, IReadOnlyList<AnswerLine> all)
{
    // A sentence has few ways to be read; one that is made to have many is not read to the end.
    private const int MostSteps = 2_000;

    private readonly IReadOnlyList<ProseToken> tokens = ProseTokens.Read(text);
    private readonly Dictionary<AnswerLine, ContentMatch> matches = cited.Distinct().ToDictionary(l => l, l => new ContentMatch(l));
    private int steps;

    /// <summary>The lines that the sentence tells, or null where it cannot be read as claims of the cited ones.</summary>
    public IReadOnlyList<AnswerLine>? Read() => ReadClaims(tokens.Count > 0 && tokens[0].IsWord("while", "whereas") ? 1 : 0, null, []);

    private IReadOnlyList<AnswerLine>? ReadClaims(int at, string? speaker, IReadOnlyList<AnswerLine> told)
    {
        if (++steps > MostSteps)
            return null;
        if (told.Count > 0)
        {
            if (IsEnd(at))
                return told;
            int behind = BehindConnective(at);
            if (behind == at)
                return null;
            at = behind;
        }
        foreach ((IReadOnlyList<string> names, int verb) in Subjects(at, speaker))
        {
            foreach ((int end, IReadOnlyList<AnswerLine> lines) in Bodies(names, verb))
            {
                if (ReadClaims(end, names[^1], [.. told, .. lines]) is { } read)
                    return read;
            }
        }
        return null;
    }

    private bool IsEnd(int at) => at == tokens.Count || (at == tokens.Count - 1 && tokens[at].IsMark("."));

    private int BehindConnective(int at)
    {
        int start = at;
        while (at < tokens.Count && (tokens[at].IsMark(",;.") || tokens[at].IsWord("and", "but", "while", "whereas")) && at - start < 2)
            at++;
        return at;
    }

    /// <summary>Who is said to speak, and where the verb begins: names, a pronoun for the one before, or nobody anew.</summary>
    private IEnumerable<(IReadOnlyList<string> Names, int Verb)> Subjects(int at, string? before)
    {
        if (before is not null)
        {
            yield return ([before], at);
            if (at < tokens.Count && tokens[at].IsWord("he", "she", "they", "it"))
                yield return ([before], at + 1);
        }
        int start = at < tokens.Count && tokens[at].IsWord("both") ? at + 1 : at;
        foreach ((IReadOnlyList<string> names, int behind) in NameLists(start, []))
            yield return (names, behind);
    }

    private IEnumerable<(IReadOnlyList<string> Names, int Behind)> NameLists(int at, IReadOnlyList<string> names)
    {
        for (int length = Math.Min(SpokenName.Longest, tokens.Count - at); length > 0; length--)
        {
            string name = text[tokens[at].Start..tokens[at + length - 1].End];
            if (!cited.Any(l => SpokenName.Is(name, l, all)))
                continue;
            IReadOnlyList<string> longer = [.. names, name];
            yield return (longer, at + length);
            int next = at + length;
            while (next < tokens.Count && (tokens[next].IsMark(",") || tokens[next].IsWord("and")))
                next++;
            if (next > at + length && longer.Count < 4)
            {
                foreach ((IReadOnlyList<string> Names, int Behind) list in NameLists(next, longer))
                    yield return list;
            }
        }
    }

    /// <summary>What all of the speakers are said to do, and the lines that have it so.</summary>
    private IEnumerable<(int End, IReadOnlyList<AnswerLine> Lines)> Bodies(IReadOnlyList<string> names, int at)
    {
        if (SpokenAct.At(tokens, at) is not { } act)
            yield break;
        int start = act.Behind;
        while (start < tokens.Count && (tokens[start].IsMark(":,") || tokens[start].IsWord("that", "to", "for")) && start + 1 < tokens.Count && tokens[start + 1].Kind != ProseTokenKind.Word)
            start++;
        if (start < tokens.Count && tokens[start].Kind == ProseTokenKind.Reference)
        {
            AnswerLine? quoted = tokens[start].Number is var number && number > 0 && number <= all.Count ? all[number - 1] : null;
            if (quoted is not null && cited.Contains(quoted) && names.Count == 1 && act.Agrees(quoted, isQuotation: true) && SpokenName.Is(names[0], quoted, all))
            {
                foreach (int end in WithDates(start + 1, quoted))
                    yield return (end, [quoted]);
            }
            yield break;
        }
        AnswerLine[][] candidates = [.. names.Select(n => cited.Where(l => act.Agrees(l, isQuotation: false) && SpokenName.Is(n, l, all)).ToArray())];
        foreach ((int end, AnswerLine line) in candidates[0].SelectMany(l => matches[l].Ends(text, tokens, act.Behind).Select(e => (e, l))).OrderByDescending(e => e.e))
        {
            AnswerLine?[] lines = [line, .. candidates.Skip(1).Select(others => others.FirstOrDefault(o => matches[o].Ends(text, tokens, act.Behind).Contains(end)))];
            if (lines.Contains(null))
                continue;
            foreach (int behind in WithDates(end, line))
                yield return (behind, lines!);
        }
    }

    private IEnumerable<int> WithDates(int end, AnswerLine line)
    {
        int behind = SpokenDate.Behind(tokens, end, line);
        if (behind > end)
            yield return behind;
        yield return end;
    }
}
