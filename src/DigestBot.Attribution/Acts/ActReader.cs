using System.Collections.Frozen;
using DigestBot.Attribution.Contents;
using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Acts;

/// <summary>Decides what a statement does: by its cue's entry in the lexicon, and where that only says, by what is said.</summary>
internal static class ActReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _replies = Words("respond reply answer comment");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _suggests = Words("suggest suggests suggested suggesting insist insists insisted insisting");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _charges =
        Words("allegation allegations accusation accusations charge charges claim claims rumour rumours rumor rumors report reports suggestion suggestions insinuation insinuations assertion assertions criticism criticisms");

    /// <summary>The act of <paramref name="draft"/>.</summary>
    public static SpeechAct Act(Document document, Draft draft) =>
        draft.Act ?? draft.Entry?.Act switch
        {
            SpeechAct.Says when IsRefusal(document, draft) => SpeechAct.Rejects,
            SpeechAct.Says or null when IsQuestion(document, draft) => SpeechAct.Asks,
            SpeechAct.Says when draft.Rule == Rule.Complement && Judgement.Of(document, draft.Content) is { } judgement => judgement,
            SpeechAct.Rejects when draft.Rule == Rule.Object && IsCharge(document, draft) => SpeechAct.Denies,
            SpeechAct.Says when draft.Rule == Rule.Object && OfNoun(document, draft) is { } named => named,
            SpeechAct.Offers when draft.Entry!.Part == CuePart.Adjective && !Readiness.IsForAnother(document, draft.First, draft.Last) => SpeechAct.Says,
            SpeechAct.Says when !document.Quoted.Outer.Any(q => q.First == draft.First) => OfContent(document, draft),
            { } act => act,
            null => SpeechAct.Says,
        };

    /// <summary>"Would not say whether", "refused to say", "did not respond to questions": who is asked turns it down.</summary>
    public static bool IsRefusal(Document document, Draft draft)
    {
        if (draft.Cue is not { } cue || draft.Entry?.Act is not SpeechAct.Says)
        {
            return false;
        }

        var isUnwilling = cue.IsNegated && Enumerable.Range(cue.First, cue.Last - cue.First + 1).Any(i => document.IsWord(i, "would") || document.IsWord(i, "will") || document.IsWord(i, "wo"));
        var isSilent = cue.IsNegated && _replies.Contains(document.Word(cue.Head));
        return isUnwilling || isSilent || cue.Top != cue.Head && CueLexicon.Default.Of(document.Word(cue.Top)).ToArray().Any(entry => entry is { Part: CuePart.Verb, Act: SpeechAct.Rejects });
    }

    // “Which Christmas?” she said: a quotation of one sentence, a question; in an interview what ends as one.
    private static bool IsQuestion(Document document, Draft draft)
    {
        var last = draft.Last;
        while (last > draft.First && document.IsPunctuation(last) && document.Word(last)[0] is not '?')
        {
            last--;
        }

        var isOne = document.Tokens[draft.First].Sentence == document.Tokens[draft.Last].Sentence;
        return draft.Content.Count == 1 && document.Word(last)[0] is '?' && (draft.Rule == Rule.Label || isOne && document.Quoted.At(draft.First) >= 0);
    }

    // "rejected the allegation": what is turned down is a charge.
    private static bool IsCharge(Document document, Draft draft)
    {
        var phrase = NounPhrase.Beginning(document, draft.First);
        return phrase.IsNamed && _charges.Contains(document.Word(phrase.Head));
    }

    // "repeated his call for an inquiry": the noun says what is done.
    private static SpeechAct? OfNoun(Document document, Draft draft)
    {
        for (var i = draft.First; i <= draft.Last && i < draft.First + 5; i++)
        {
            if (document.Tokens[i].Tag is "NN" or "NNS" && Array.Find(CueLexicon.Default.Of(document.Word(i)).ToArray(), e => e.Part == CuePart.Noun) is { } entry)
            {
                return entry.Act;
            }
        }

        return null;
    }

    /// <summary>The tokens that name whom it is addressed to or demanded of; null where the text does not say.</summary>
    public static TokenRange? Addressee(Document document, Draft draft)
    {
        if (draft.Addressee is { } known)
        {
            return known;
        }

        if (draft.Cue is not { } cue)
        {
            return null;
        }

        if (draft.Rule is not (Rule.Object or Rule.Complement or Rule.PrepositionalObject) && draft.Entry is { } entry && entry.Has(Frames.Listener | Frames.ObjectInfinitive) && Listener(document, cue) is { } listener)
        {
            return listener;
        }

        return From(document, draft) ?? To(document, cue, draft);
    }

    private static TokenRange? Listener(Document document, Cue cue)
    {
        foreach (var child in document.Dependencies.Of(cue.Head))
        {
            if (child > cue.Last && (document.Is(child, "obj") || document.Is(child, "iobj")))
            {
                return NounPhrase.Beginning(document, Math.Max(cue.Last + 1, document.Dependencies.First(child))) is { IsNamed: true } phrase ? phrase.Range : null;
            }
        }

        return null;
    }

    // "an apology from Moscow": of whom it is demanded.
    private static TokenRange? From(Document document, Draft draft)
    {
        if (draft.Entry?.Act is not (SpeechAct.Demands or SpeechAct.Asks or SpeechAct.Accepts or SpeechAct.Rejects))
        {
            return null;
        }

        for (var i = draft.Content[0].First + 1; i < draft.Content[0].Last; i++)
        {
            if (document.IsWord(i, "from") && NounPhrase.Beginning(document, i + 1) is { IsNamed: true } phrase)
            {
                return phrase.Range;
            }
        }

        return null;
    }

    private static TokenRange? To(Document document, Cue cue, Draft draft)
    {
        var to = cue.Last + 1;
        return to + 1 < document.Tokens.Length && document.IsWord(to, "to") && draft.First > to && NounPhrase.Beginning(document, to + 1) is { IsNamed: true } phrase
            ? phrase.Range
            : null;
    }

    // "said it would help", "said it would not help", "said the government must resign", "suggested that she resign".
    private static SpeechAct OfContent(Document document, Draft draft)
    {
        if (draft.Rule == Rule.ThatClause && IsSubjunctive(document, draft))
        {
            return SpeechAct.Demands;
        }

        var place = draft.First + (document.IsWord(draft.First, "that") ? 1 : 0);
        var subject = NounPhrase.Beginning(document, place);
        var modal = subject.IsNamed ? subject.Range.Last + 1 : place;
        if (!subject.IsNamed || modal >= draft.Last || document.Tokens[modal].Tag != "MD")
        {
            return SpeechAct.Says;
        }

        var isNegated = document.IsWord(modal + 1, "not") || document.IsWord(modal + 1, "n't") || document.IsWord(modal + 1, "n’t") || document.IsWord(modal + 1, "never");
        var isOwn = document.Tokens[subject.Head].Tag == "PRP" && !document.IsWord(subject.Head, "you");
        var isWill = document.IsWord(modal, "will") || document.IsWord(modal, "would") || document.IsWord(modal, "'ll") || document.IsWord(modal, "’ll") || document.IsWord(modal, "wo");
        if (isOwn && isWill && document.Tokens[Math.Min(modal + (isNegated ? 2 : 1), draft.Last)].Tag.StartsWith("VB", StringComparison.Ordinal))
        {
            return isNegated ? SpeechAct.Rejects : SpeechAct.Promises;
        }

        return !isOwn && (ModalAct.IsStrong(document, modal, "must") || ModalAct.IsStrong(document, modal, "should")) ? SpeechAct.Demands : SpeechAct.Says;
    }

    // The clause's verb is a bare infinitive behind its subject, without an auxiliary: what is not, and is wanted.
    private static bool IsSubjunctive(Document document, Draft draft)
    {
        var place = draft.First + (document.IsWord(draft.First, "that") ? 1 : 0);
        var subject = NounPhrase.Beginning(document, place);
        var verb = subject.IsNamed ? subject.Range.Last + 1 : draft.Last + 1;
        verb += verb < draft.Last && (document.IsWord(verb, "not") || document.IsWord(verb, "both")) ? 1 : 0;
        return verb <= draft.Last && _suggests.Contains(document.Word(draft.Cue!.Head))
            && (document.IsWord(verb, "be") || document.Tokens[verb].Tag == "VB" || document.Tokens[verb].Tag == "VBP" && document.Tokens[subject.Head].Tag is "NN" or "NNP");
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
