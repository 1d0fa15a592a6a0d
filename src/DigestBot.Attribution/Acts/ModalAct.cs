using System.Collections.Frozen;
using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Acts;

/// <summary>
/// What a sentence of direct speech does by its modal verb or mood: "Russia must apologise" and "Stop the bombing" demand, "we could meet if …"
/// offers, "we will rebuild" promises, "we will not go" refuses.
/// </summary>
internal static class ModalAct
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _noOrders =
        "let look thank listen see believe imagine say suppose remember trust bless god know think".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The act of <paramref name="sentence"/>, or null where it does nothing but say.</summary>
    public static Draft? Read(Document document, TokenRange sentence)
    {
        var last = sentence.Last;
        while (last > sentence.First && document.IsPunctuation(last))
        {
            last--;
        }

        return last - sentence.First < 2 || document.Word(Math.Min(last + 1, sentence.Last))[0] is '?' ? null : Order(document, sentence.First, last) ?? Modal(document, sentence.First, last);
    }

    private static Draft? Order(Document document, int first, int last) =>
        document.Tokens[first].Tag == "VB" && char.IsUpper(document.Word(first)[0]) && !_noOrders.Contains(document.Word(first)) && document.Subject(first) < 0
            ? Make(SpeechAct.Demands, new TokenRange(first, first), first, last, null)
            : null;

    private static Draft? Modal(Document document, int first, int last)
    {
        for (var i = first; i < last && i < first + 14; i++)
        {
            if (document.Tokens[i].Tag == "MD" || IsObligation(document, i))
            {
                return OfModal(document, first, i, last);
            }

            if (document.IsVerb(i) || document.Word(i)[0] is ';' or ':')
            {
                return null;
            }
        }

        return null;
    }

    private static Draft? OfModal(Document document, int first, int modal, int last)
    {
        var subject = NounPhrase.Before(document, modal);
        if (!subject.IsNamed || subject.Range.First < first || document.IsWord(subject.Head, "nobody") || document.IsWord(subject.Head, "one") || document.IsWord(subject.Head, "nothing"))
        {
            return null;
        }

        var isOurs = document.IsWord(subject.Head, "we") || document.IsWord(subject.Head, "I");
        var isNegated = document.IsWord(modal + 1, "not") || document.IsWord(modal + 1, "n't") || document.IsWord(modal + 1, "n’t") || document.IsWord(modal + 1, "never");
        var act = isOurs ? OfOurs(document, modal, isNegated, last) : IsStrong(document, modal) ? SpeechAct.Demands : (SpeechAct?)null;
        return act is { } known ? Make(known, new TokenRange(modal, isNegated ? modal + 1 : modal), subject.Range.First, last, isOurs ? null : subject.Range) : null;
    }

    private static SpeechAct? OfOurs(Document document, int modal, bool isNegated, int last)
    {
        var will = document.IsWord(modal, "will") || document.IsWord(modal, "'ll") || document.IsWord(modal, "’ll") || document.IsWord(modal, "wo") || document.IsWord(modal, "shall");
        if (will && isNegated)
        {
            return SpeechAct.Rejects;
        }

        var isOpen = will || document.IsWord(modal, "could") || document.IsWord(modal, "would") || document.IsWord(modal, "can");
        return isOpen && !isNegated && Conditions.In(document, new TokenRange(modal, last)) is not null ? SpeechAct.Offers
            : will ? SpeechAct.Promises
            : null;
    }

    private static bool IsStrong(Document document, int modal) =>
        IsStrong(document, modal, "must") || IsStrong(document, modal, "should") || document.IsWord(modal, "ought") || IsObligation(document, modal);

    /// <summary>Whether the token is the modal verb <paramref name="word"/> and obliges; "must have happened" guesses.</summary>
    public static bool IsStrong(Document document, int modal, string word) =>
        document.IsWord(modal, word) && !(modal + 2 < document.Tokens.Length && document.IsWord(modal + 1, "have") && document.Tokens[modal + 2].Tag is "VBN" or "VBD");

    // "has to", "need to".
    private static bool IsObligation(Document document, int token) =>
        (document.IsWord(token, "has") || document.IsWord(token, "have") || document.IsWord(token, "needs") || document.IsWord(token, "need")) && document.IsWord(token + 1, "to");

    private static Draft Make(SpeechAct act, TokenRange cue, int first, int last, TokenRange? addressee) => new()
    {
        Cue = null,
        Entry = null,
        Rule = Rule.QuotedAct,
        Act = act,
        CueRange = cue,
        Addressee = addressee,
        Content = [new TokenRange(first, last)],
    };
}
