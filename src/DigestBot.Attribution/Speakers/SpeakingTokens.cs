using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution;

/// <summary>Which tokens are the heads of proposals' speakers, and who speaks which piece of text.</summary>
internal sealed class SpeakingTokens
{
    private readonly Document _document;
    private readonly HashSet<int> _heads = [];
    private readonly ILookup<int, TextSpan> _contents;

    /// <summary>Reads the heads of <paramref name="proposals"/>.</summary>
    public SpeakingTokens(Document document, IReadOnlyList<Proposal> proposals)
    {
        _document = document;
        Proposals = proposals;
        _contents = proposals.Where(proposal => proposal.SpeakerHead >= 0).SelectMany(proposal => proposal.ContentSpans, (proposal, span) => (proposal.SpeakerHead, span))
            .ToLookup(pair => pair.SpeakerHead, pair => pair.span);
        foreach (var proposal in proposals)
        {
            if (proposal.SpeakerHead >= 0 && proposal.SpeakerHead < document.Tokens.Length)
            {
                _heads.Add(proposal.SpeakerHead);
            }
        }
    }

    /// <summary>The proposals.</summary>
    public IReadOnlyList<Proposal> Proposals { get; }

    /// <summary>Whether something is attributed to the token.</summary>
    public bool IsHead(int token) => _heads.Contains(token);

    /// <summary>Whether <paramref name="token"/> stands in something that is attributed to the token <paramref name="head"/>.</summary>
    public bool IsSaidBy(int head, int token) => _contents[head].Any(span => span.Contains(_document.Tokens[token].Start));

    /// <summary>Whether something is attributed to the appearance.</summary>
    public bool Speaks(Appearance appearance)
    {
        for (var i = appearance.TitleFirst; i <= Math.Max(appearance.Last, appearance.PartyLast) && _heads.Count > 0; i++)
        {
            if (_heads.Contains(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Heads that no appearance covers, "you" aside: "a poll", "the documents", and the nouns that "which" stands for.</summary>
    public IEnumerable<int> Unmatched(AppearanceMap appearances) =>
        _heads.Select(head => _document.Tokens[head].Tag is "WP" or "WDT" ? Antecedent(head) : head)
            .Where(head => head >= 0 && appearances.At(head) is null && _document.Tokens[head].Tag is not ("PRP" or "PRP$" or "WP" or "WDT")).Distinct().Order();

    /// <summary>The noun that a relative pronoun stands for, by the parse or else by its place; -1 where there is none.</summary>
    public int Antecedent(int relative)
    {
        var parsed = ParsedPhrase.Antecedent(_document, relative);
        if (parsed != relative && _document.IsNoun(parsed))
        {
            return _document.Is(parsed, "appos") && _document.Tokens[parsed].Head >= 0 && _document.IsNoun(_document.Tokens[parsed].Head) ? _document.Tokens[parsed].Head : parsed;
        }

        var before = relative - 1;
        while (before >= 0 && before > relative - 3 && !_document.IsNoun(before))
        {
            before--;
        }

        return before >= 0 && _document.IsNoun(before) && _document.Tokens[before].Sentence == _document.Tokens[relative].Sentence ? before : -1;
    }
}
