namespace DigestBot.LanguageModels.Checking;

/// <summary>Walks through a sentence and a content side by side for as long as both say the same. Not thread-safe.</summary>
/// <param name="at">Index of the sentence's first token behind the verb.</param>
/// <param name="isWish">What is demanded: "that Russia call" and "Russia to call" are the same.</param>
internal sealed class ContentWalk(IReadOnlyList<ProseToken> said, IReadOnlyList<ProseToken> content, int at, bool isWish)
{
    private readonly Dictionary<string, string> _persons = new(StringComparer.Ordinal);
    private readonly bool _saysThat = at < said.Count && said[at].IsWord("that");
    private readonly bool _hasThat = content.Count > 0 && content[0].IsWord("that");
    private bool _mayDifferByTo = isWish;

    /// <summary>Index of the sentence's next token.</summary>
    public int At { get; private set; } = at;

    /// <summary>Index of the content's next token.</summary>
    public int Behind { get; private set; }

    /// <summary>Something more than articles was the same.</summary>
    public bool HasWords { get; private set; }

    /// <summary>One token on, in one of them or in both; false where they part.</summary>
    public bool Step()
    {
        if (At >= said.Count)
        {
            return false;
        }

        var word = said[At];
        var next = Behind < content.Count ? content[Behind] : null;
        if (next is not null && CheckedWords.Same(word, next, IsPerfect(said, At) == IsPerfect(content, Behind), _persons))
        {
            HasWords |= word.Kind == ProseTokenKind.Word && !CheckedWords.IsFree(word);
            At++;
            Behind++;
        }
        else if (IsPause(word))
        {
            At++;
        }
        else if (next is not null && (IsPassable(next) || next.IsSilent || DiffersByTo(next, _saysThat && !_hasThat)))
        {
            Behind++;
        }
        else if (IsPassable(word) || DiffersByTo(word, _hasThat && !_saysThat))
        {
            At++;
        }
        else
        {
            return false;
        }
        return true;
    }

    private bool IsPassable(ProseToken token) => CheckedWords.IsFree(token) || token.IsQuotationMark || (!HasWords && CheckedWords.IsOpener(token));

    // Where words between two spans were left out, or the content has a mark of its own.
    private bool IsPause(ProseToken word) => word.IsMark(",") && Behind > 0 && content[Behind - 1].IsSilent;

    private bool DiffersByTo(ProseToken token, bool isOtherForm)
    {
        if (!_mayDifferByTo || !isOtherForm || !HasWords || !token.IsWord("to"))
        {
            return false;
        }

        _mayDifferByTo = false;
        return true;
    }

    private static bool IsPerfect(IReadOnlyList<ProseToken> tokens, int at)
    {
        var before = at - 1;
        while (before >= 0 && tokens[before].IsWord("not", "also"))
        {
            before--;
        }

        return before >= 0 && tokens[before].IsWord("has", "have", "had");
    }
}
