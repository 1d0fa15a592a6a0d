using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>
/// Reads a sentence as a row of claims, each of which must be one of the cited lines: its speaker, its act, its content. A word that belongs to
/// no claim makes the sentence unreadable, so that nothing gets through which no line says. Not thread-safe: one for each sentence.
/// </summary>
/// <param name="topic">Of whom alone the sentence before told.</param>
internal sealed class ClaimReader(string text, IReadOnlyList<AnswerLine> cited, IReadOnlyList<AnswerLine> all, string? topic = null)
{
    // A sentence has few ways to be read; one that is made to have many is not read to the end.
    private const int MostSteps = 2_000;

    private readonly IReadOnlyList<ProseToken> _tokens = ProseTokens.Read(text);
    private readonly Dictionary<AnswerLine, ContentMatch> _matches = cited.Distinct().ToDictionary(l => l, l => new ContentMatch(l, cited));
    private readonly ClaimHeads _heads = new(text, cited, all, topic);
    private int _steps;

    /// <summary>Index of the first token behind words that only join the sentence to the one before: "But", "Meanwhile,".</summary>
    public int First { get; } = BehindJoining(ProseTokens.Read(text));

    /// <summary>What the sentence tells, or null where it cannot be read as claims of the cited lines.</summary>
    public Claims? Read() => ReadClaims(First < _tokens.Count && _tokens[First].IsWord("while", "whereas") ? First + 1 : First, new Claims());

    private static int BehindJoining(IReadOnlyList<ProseToken> tokens)
    {
        if (tokens.Count == 0 || !tokens[0].IsWord("but", "and", "meanwhile", "however"))
        {
            return 0;
        }

        return tokens.Count > 1 && tokens[1].IsMark(",") ? 2 : 1;
    }

    private Claims? ReadClaims(int at, Claims before)
    {
        if (++_steps > MostSteps)
        {
            return null;
        }

        if (before.Lines.Count > 0 && IsEnd(at))
        {
            return before;
        }

        var start = before.Lines.Count > 0 ? BehindConnective(at) : at;
        if (before.Lines.Count > 0 && start == at)
        {
            return null;
        }

        var isAdded = _tokens.Take(start).Skip(at).Any(t => t.IsWord("and"));
        foreach ((var behind, var source) in Sources(start, before))
        {
            foreach (var head in _heads.At(behind, before, isAdded && behind == start))
            {
                foreach ((var end, var lines) in Bodies(head))
                {
                    if (source is var (lead, leadEnd) && !lines.All(l => SpokenSource.Leads(_tokens, lead, leadEnd, l)))
                    {
                        continue;
                    }

                    if (ReadOn(end, lines, before with { Lines = [.. before.Lines, .. lines], Head = head, Heads = [.. before.Heads, head], Source = source }) is { } read)
                    {
                        return read;
                    }
                }
            }
        }
        return null;
    }

    /// <summary>Reads on behind a claim, and behind the source that may follow it: that is told of all lines before it that had none yet.</summary>
    private Claims? ReadOn(int end, IReadOnlyList<AnswerLine> lines, Claims claims)
    {
        IReadOnlyList<AnswerLine> unsourced = [.. lines, .. claims.Unsourced];
        var behind = SpokenSource.Behind(_tokens, end, unsourced);
        return (behind > end ? ReadClaims(behind, claims with { Unsourced = [] }) : null) ?? ReadClaims(end, claims with { Unsourced = unsourced });
    }

    private bool IsEnd(int at) => at == _tokens.Count || (at == _tokens.Count - 1 && _tokens[at].IsMark("."));

    private int BehindConnective(int at)
    {
        var start = at;
        while (at < _tokens.Count && (_tokens[at].IsMark(",;.") || _tokens[at].IsWord("and", "but", "while", "whereas", "meanwhile")) && at - start < 2)
        {
            at++;
        }

        return at;
    }

    /// <summary>The source that leads from here on: the one before, or one that is told here.</summary>
    private IEnumerable<(int Behind, (int Start, int End)? Source)> Sources(int at, Claims before) =>
        SpokenSource.Leading(_tokens, at, cited).Select(end => (end, ((int, int)?)(at, end))).Append((at, before.Source));

    /// <summary>What all of the speakers are said to do, and the lines that have it so.</summary>
    private IEnumerable<(int End, IReadOnlyList<AnswerLine> Lines)> Bodies(ClaimHead head)
    {
        (var names, var act, _) = head;
        var start = act.Behind;
        while (start < _tokens.Count && (_tokens[start].IsMark(":,") || _tokens[start].IsWord("that", "to", "for")) && start + 1 < _tokens.Count && _tokens[start + 1].Kind != ProseTokenKind.Word)
        {
            start++;
        }

        if (start < _tokens.Count && _tokens[start].Kind == ProseTokenKind.Reference)
        {
            var quoted = _tokens[start].Number is var number && number > 0 && number <= all.Count ? all[number - 1] : null;
            if (quoted is not null && cited.Contains(quoted) && names.Count == 1 && act.Agrees(quoted, isQuotation: true) && SpokenName.Is(names[0], quoted, all))
            {
                yield return (start + 1, [quoted]);
            }

            yield break;
        }
        AnswerLine[][] candidates = [.. names.Select(n => cited.Where(l => act.Agrees(l, isQuotation: false) && SpokenName.Is(n, l, all)).ToArray())];
        foreach ((var end, var line) in candidates[0].SelectMany(l => _matches[l].Ends(text, _tokens, act.Behind).Select(e => (e, l))).OrderByDescending(e => e.e))
        {
            AnswerLine?[] lines = [line, .. candidates.Skip(1).Select(others => others.FirstOrDefault(o => _matches[o].Ends(text, _tokens, act.Behind).Contains(end)))];
            if (!lines.Contains(null))
            {
                yield return (end, lines!);
            }
        }
    }
}
