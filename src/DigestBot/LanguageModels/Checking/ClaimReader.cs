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
    private readonly ClaimHeads heads = new(text, cited, all);
    private int steps;

    /// <summary>The lines that the sentence tells, or null where it cannot be read as claims of the cited ones.</summary>
    public IReadOnlyList<AnswerLine>? Read() => ReadClaims(tokens.Count > 0 && tokens[0].IsWord("while", "whereas") ? 1 : 0, new Claims());

    private IReadOnlyList<AnswerLine>? ReadClaims(int at, Claims before)
    {
        if (++steps > MostSteps)
            return null;
        if (before.Lines.Count > 0 && IsEnd(at))
            return before.Lines;
        int start = before.Lines.Count > 0 ? BehindConnective(at) : at;
        if (before.Lines.Count > 0 && start == at)
            return null;
        bool isAdded = tokens.Take(start).Skip(at).Any(t => t.IsWord("and"));
        foreach ((int behind, (int Start, int End)? source) in Sources(start, before))
        {
            foreach (ClaimHead head in heads.At(behind, before, isAdded && behind == start))
            {
                foreach ((int end, IReadOnlyList<AnswerLine> lines) in Bodies(head))
                {
                    if (source is var (lead, leadEnd) && !lines.All(l => SpokenSource.Leads(tokens, lead, leadEnd, l)))
                        continue;
                    if (ReadOn(end, lines, before with { Lines = [.. before.Lines, .. lines], Head = head, Source = source }) is { } read)
                        return read;
                }
            }
        }
        return null;
    }

    /// <summary>Reads on behind a claim, and behind the source that may follow it: that is told of all lines before it that had none yet.</summary>
    private IReadOnlyList<AnswerLine>? ReadOn(int end, IReadOnlyList<AnswerLine> lines, Claims claims)
    {
        IReadOnlyList<AnswerLine> unsourced = [.. lines, .. claims.Unsourced];
        int behind = SpokenSource.Behind(tokens, end, unsourced);
        return (behind > end ? ReadClaims(behind, claims with { Unsourced = [] }) : null) ?? ReadClaims(end, claims with { Unsourced = unsourced });
    }

    private bool IsEnd(int at) => at == tokens.Count || (at == tokens.Count - 1 && tokens[at].IsMark("."));

    private int BehindConnective(int at)
    {
        int start = at;
        while (at < tokens.Count && (tokens[at].IsMark(",;.") || tokens[at].IsWord("and", "but", "while", "whereas")) && at - start < 2)
            at++;
        return at;
    }

    /// <summary>The source that leads from here on: the one before, or one that is told here.</summary>
    private IEnumerable<(int Behind, (int Start, int End)? Source)> Sources(int at, Claims before) =>
        SpokenSource.Leading(tokens, at, cited).Select(end => (end, ((int, int)?)(at, end))).Append((at, before.Source));

    /// <summary>What all of the speakers are said to do, and the lines that have it so.</summary>
    private IEnumerable<(int End, IReadOnlyList<AnswerLine> Lines)> Bodies(ClaimHead head)
    {
        (IReadOnlyList<string> names, SpokenAct act) = head;
        int start = act.Behind;
        while (start < tokens.Count && (tokens[start].IsMark(":,") || tokens[start].IsWord("that", "to", "for")) && start + 1 < tokens.Count && tokens[start + 1].Kind != ProseTokenKind.Word)
            start++;
        if (start < tokens.Count && tokens[start].Kind == ProseTokenKind.Reference)
        {
            AnswerLine? quoted = tokens[start].Number is var number && number > 0 && number <= all.Count ? all[number - 1] : null;
            if (quoted is not null && cited.Contains(quoted) && names.Count == 1 && act.Agrees(quoted, isQuotation: true) && SpokenName.Is(names[0], quoted, all))
                yield return (start + 1, [quoted]);
            yield break;
        }
        AnswerLine[][] candidates = [.. names.Select(n => cited.Where(l => act.Agrees(l, isQuotation: false) && SpokenName.Is(n, l, all)).ToArray())];
        foreach ((int end, AnswerLine line) in candidates[0].SelectMany(l => matches[l].Ends(text, tokens, act.Behind).Select(e => (e, l))).OrderByDescending(e => e.e))
        {
            AnswerLine?[] lines = [line, .. candidates.Skip(1).Select(others => others.FirstOrDefault(o => matches[o].Ends(text, tokens, act.Behind).Contains(end)))];
            if (!lines.Contains(null))
                yield return (end, lines!);
        }
    }
}
