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
        for (var i = appearance.TitleFirst; i <= appearance.Last && _heads.Count > 0; i++)
        {
            if (_heads.Contains(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Heads that no appearance covers, "you" aside: "a poll", "the documents".</summary>
    public IEnumerable<int> Unmatched(AppearanceMap appearances) =>
        _heads.Where(head => appearances.At(head) is null && _document.Tokens[head].Tag is not ("PRP" or "PRP$")).Order();
}
