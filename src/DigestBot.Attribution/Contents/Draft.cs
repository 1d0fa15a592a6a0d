using DigestBot.Attribution.Cues;

namespace DigestBot.Attribution.Contents;

/// <summary>By which rule a content was found; each has its own reliability.</summary>
internal enum Rule
{
    /// <summary>A quotation with a cue beside it.</summary>
    Quotation,

    /// <summary>A quotation that goes on from the one before.</summary>
    Continuation,

    /// <summary>A quotation that the sentence before introduces, or the only one who can have said it.</summary>
    Nearby,

    /// <summary>A speaker's name, a colon or dash, and what he says: headlines, interviews.</summary>
    Label,

    /// <summary>A clause with "that".</summary>
    ThatClause,

    /// <summary>A clause without "that".</summary>
    BareClause,

    /// <summary>A clause with whether, how, what.</summary>
    QuestionClause,

    /// <summary>A clause before its cue: "…, he said".</summary>
    Fronted,

    /// <summary>A clause beside "according to".</summary>
    Preposition,

    /// <summary>An infinitive.</summary>
    Infinitive,

    /// <summary>A noun phrase and an infinitive.</summary>
    ObjectInfinitive,

    /// <summary>A noun phrase.</summary>
    Object,

    /// <summary>A noun phrase behind the cue's preposition.</summary>
    PrepositionalObject,

    /// <summary>A noun phrase and what it is said to be.</summary>
    Complement,

    /// <summary>What hangs on a noun: "the claim that".</summary>
    NounContent,

    /// <summary>An act inside a quotation that has no cue of its own.</summary>
    QuotedAct,

    /// <summary>The judge's own spans.</summary>
    Judged,
}

/// <summary>A statement while rules work on it: as tokens, with the cue and the rule that found it.</summary>
internal sealed record Draft
{
    /// <summary>The cue; null where a quotation stands without one.</summary>
    public required Cue? Cue { get; init; }

    /// <summary>The lexicon entry whose frame was met; null without a cue.</summary>
    public required CueEntry? Entry { get; init; }

    /// <summary>The rule that found the content.</summary>
    public required Rule Rule { get; init; }

    /// <summary>What was said, in text order.</summary>
    public required List<TokenRange> Content { get; init; }

    /// <summary>The cue's tokens, a preposition of its frame included.</summary>
    public TokenRange CueRange { get; init; } = new(-1, -1);

    /// <summary>Who says it.</summary>
    public Source Source { get; init; } = Source.None;

    /// <summary>What is done, where the content alone tells.</summary>
    public SpeechAct? Act { get; init; }

    /// <summary>Of whom it is demanded, where the content alone tells.</summary>
    public TokenRange? Addressee { get; init; }

    /// <summary>The draft that a cue makes by the frame of <paramref name="entry"/>, with its source.</summary>
    public static Draft Of(Surroundings story, Cue cue, CueEntry entry, Rule rule, params TokenRange[] content) => new()
    {
        Cue = cue,
        Entry = entry,
        Rule = rule,
        Content = [.. content],
        CueRange = new TokenRange(cue.First, cue.Last),
        Source = story.SourceOf(cue),
    };

    /// <summary>Whether the content is a pronoun alone ("few believe that"): it says nothing without the sentence before.</summary>
    public bool IsPronoun(Document document) =>
        Content is [{ } only] && only.First == only.Last && (document.Tokens[only.First].Tag == "PRP" && !(Rule == Rule.Object && IsSomebody(document, only.First)) || document.IsWord(only.First, "that") || document.IsWord(only.First, "this"));

    // "endorsed her".
    private static bool IsSomebody(Document document, int token) => document.IsWord(token, "him") || document.IsWord(token, "her") || document.IsWord(token, "them");

    /// <summary>Whether the content begins with a lone "nothing": who offers that makes no offer, and what goes on elsewhere is no content.</summary>
    public bool IsNothing(Document document) =>
        Rule == Rule.Judged && Content is [var first, ..] && first.First == first.Last && (document.IsWord(first.First, "nothing") || document.IsWord(first.First, "little"));

    /// <summary>First token of the content.</summary>
    public int First => Content[0].First;

    /// <summary>Last token of the content.</summary>
    public int Last => Content[^1].Last;
}
