using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>A claim's beginning: who is said to speak, and by which verb.</summary>
/// <param name="Pronoun">The word that stands for the name, where one does.</param>
internal sealed record ClaimHead(IReadOnlyList<string> Names, SpokenAct Act, ProseToken? Pronoun = null);

/// <summary>What was read of a sentence so far.</summary>
internal sealed record Claims
{
    /// <summary>The lines that were told.</summary>
    public IReadOnlyList<AnswerLine> Lines { get; init; } = [];

    /// <summary>Those of them of which no source was told.</summary>
    public IReadOnlyList<AnswerLine> Unsourced { get; init; } = [];

    /// <summary>The latest claim's speakers and verb; null before the first.</summary>
    public ClaimHead? Head { get; init; }

    /// <summary>The claims' speakers and verbs, in order.</summary>
    public IReadOnlyList<ClaimHead> Heads { get; init; } = [];

    /// <summary>The tokens of the source that leads what follows.</summary>
    public (int Start, int End)? Source { get; init; }
}

/// <summary>Finds how a claim may begin at a token of the sentence.</summary>
/// <param name="topic">Of whom alone the sentence before told; a pronoun may stand for them.</param>
internal sealed class ClaimHeads(string text, IReadOnlyList<AnswerLine> cited, IReadOnlyList<AnswerLine> all, string? topic)
{
    private const int MostNames = 4;

    private readonly IReadOnlyList<ProseToken> _tokens = ProseTokens.Read(text);

    /// <summary>Speakers and verb: those before with a verb, a pronoun or nothing anew, or others by name.</summary>
    /// <param name="isAdded">By "and": then the verb before may hold on.</param>
    public IEnumerable<ClaimHead> At(int at, Claims before, bool isAdded)
    {
        if ((before.Head?.Names ?? (topic is null ? null : [topic])) is { } known)
        {
            var pronoun = at < _tokens.Count && (_tokens[at].IsWord("they") || (known.Count == 1 && _tokens[at].IsWord("he", "she", "it"))) ? _tokens[at] : null;
            if ((pronoun is not null || before.Head is not null) && SpokenAct.At(_tokens, BehindAside(pronoun is null ? at : at + 1), cited) is { } act)
            {
                yield return new ClaimHead(known, act, pronoun);
            }
        }

        if (isAdded && before.Head is { } head && MayHoldOn(at, before))
        {
            yield return head with { Act = head.Act with { Behind = at }, Pronoun = null };
        }

        var isBySource = at + 1 < _tokens.Count && _tokens[at].IsWord("according") && _tokens[at + 1].IsWord("to");
        var start = isBySource ? at + 2 : at < _tokens.Count && _tokens[at].IsWord("both") ? at + 1 : at;
        foreach ((var names, var behind) in NameLists(start, []))
        {
            var act = isBySource ? new SpokenAct("say", false, behind < _tokens.Count && _tokens[behind].IsMark(",") ? behind + 1 : behind) : SpokenAct.At(_tokens, BehindAside(behind), cited);
            if (act is not null)
            {
                yield return new ClaimHead(names, act);
            }
        }
    }

    // "Joana Prado, meanwhile, says".
    private int BehindAside(int at)
    {
        var aside = at < _tokens.Count && _tokens[at].IsMark(",") ? at + 1 : at;
        if (aside >= _tokens.Count || !_tokens[aside].IsWord("meanwhile"))
        {
            return at;
        }

        return aside > at && aside + 1 < _tokens.Count && _tokens[aside + 1].IsMark(",") ? aside + 2 : aside + 1;
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
