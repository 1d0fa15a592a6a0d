using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>A claim's beginning: who is said to speak, and by which verb.</summary>
internal sealed record ClaimHead(IReadOnlyList<string> Names, SpokenAct Act);

/// <summary>What was read of a sentence so far.</summary>
internal sealed record Claims
{
    /// <summary>The lines that were told.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; init; } = [];

    /// <summary>Those of them of which no source was told.</summary>
    public IReadOnlyList<AnswerLine> Unsourced { get; init; } = [];

    /// <summary>The latest claim's speakers and verb; null before the first.</summary>
    public ClaimHead? Head { get; init; }

    /// <summary>The tokens of the source that leads what follows.</summary>
    public (int Start, int End)? Source { get; init; }
}

/// <summary>Finds how a claim may begin at a token of the sentence.</summary>
internal sealed class ClaimHeads(string text, IReadOnlyList<AnswerLine> cited, IReadOnlyList<AnswerLine> all)
{
    private const int MostNames = 4;

    private readonly IReadOnlyList<ProseToken> _tokens = ProseTokens.Read(text);

    /// <summary>Speakers and verb: those before with a verb, a pronoun or nothing anew, or others by name.</summary>
    /// <param name="isAdded">By "and": then the verb before may hold on.</param>
    public IEnumerable<ClaimHead> At(int at, Claims before, bool isAdded)
    {
        if (before.Head is { } head)
        {
            var isOne = head.Names.Count == 1;
            var verb = at < _tokens.Count && (_tokens[at].IsWord("they") || (isOne && _tokens[at].IsWord("he", "she", "it"))) ? at + 1 : at;
            if (SpokenAct.At(_tokens, verb) is { } act)
            {
                yield return new ClaimHead(head.Names, act);
            }

            if (isAdded && MayHoldOn(at, before))
            {
                yield return head with { Act = head.Act with { Behind = at } };
            }
        }
        var isBySource = at + 1 < _tokens.Count && _tokens[at].IsWord("according") && _tokens[at + 1].IsWord("to");
        var start = isBySource ? at + 2 : at < _tokens.Count && _tokens[at].IsWord("both") ? at + 1 : at;
        foreach ((var names, var behind) in NameLists(start, []))
        {
            var act = isBySource ? new SpokenAct("say", false, behind < _tokens.Count && _tokens[behind].IsMark(",") ? behind + 1 : behind) : SpokenAct.At(_tokens, behind);
            if (act is not null)
            {
                yield return new ClaimHead(names, act);
            }
        }
    }

    // Behind a condition or a doubt, what is added without a verb of its own would be read as a part of it.
    private bool MayHoldOn(int at, Claims before) =>
        at < _tokens.Count && (_tokens[at].IsWord("that", "to") || !ProseTokens.Read(before.Lines[^1].Content).Any(CheckedWords.IsLimit));

    private IEnumerable<(IReadOnlyList<string> Names, int Behind)> NameLists(int at, IReadOnlyList<string> names)
    {
        for (var length = Math.Min(SpokenName.Longest, _tokens.Count - at); length > 0; length--)
        {
            var name = text[_tokens[at].Start.._tokens[at + length - 1].End];
            if (!cited.Any(l => SpokenName.Is(name, l, all)))
            {
                continue;
            }

            IReadOnlyList<string> longer = [.. names, name];
            yield return (longer, at + length);
            var next = at + length;
            while (next < _tokens.Count && (_tokens[next].IsMark(",") || _tokens[next].IsWord("and")))
            {
                next++;
            }

            if (next > at + length && longer.Count < MostNames)
            {
                foreach (var list in NameLists(next, longer))
                {
                    yield return list;
                }
            }
        }
    }
}
