using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.LanguageModels.Checking;

/// <summary>The verb by which a sentence tells what a speaker does. Only words that say no more than the act itself are known.</summary>
/// <param name="Verb">"demand", "call for", "be".</param>
/// <param name="IsNegated">"does not demand".</param>
/// <param name="Behind">Index of the token behind it.</param>
internal sealed record SpokenAct(string Verb, bool IsNegated, int Behind)
{
    private static readonly Dictionary<SpeechAct, string[]> _verbs = new()
    {
        [SpeechAct.Says] = ["say", "state", "add"],
        [SpeechAct.Demands] = ["demand", "call for", "call on", "want", "ask for", "ask", "urge", "seek", "request"],
        [SpeechAct.Asks] = ["ask", "wonder"],
        [SpeechAct.Rejects] = ["reject", "refuse", "decline", "turn down"],
        [SpeechAct.Denies] = ["deny"],
        [SpeechAct.Offers] = ["offer", "propose"],
        [SpeechAct.Promises] = ["promise", "pledge", "vow", "say"],
        [SpeechAct.Accepts] = ["accept", "agree"],
        [SpeechAct.Warns] = ["warn", "warn of", "warn about", "warn against", "say"],
        [SpeechAct.Accuses] = ["accuse"],
        [SpeechAct.Praises] = ["praise"],
        [SpeechAct.Apologises] = ["apologise", "apologize"],
        [SpeechAct.Expects] = ["expect"],
        [SpeechAct.Thinks] = ["think", "believe"],
        [SpeechAct.Announces] = ["announce", "declare", "say"],
    };

    private static readonly HashSet<string> _known = [.. _verbs.Values.SelectMany(v => v)];

    /// <summary>The verb group that begins at a token: "demands", "has also called for", "did not say"; null where none does.</summary>
    /// <param name="lines">Whose stories' own verbs are known too.</param>
    public static SpokenAct? At(IReadOnlyList<ProseToken> tokens, int at, IReadOnlyList<AnswerLine> lines)
    {
        var isNegated = false;
        while (at < tokens.Count && tokens[at].IsWord("also", "has", "have", "had", "did", "does", "do", "not"))
        {
            isNegated |= tokens[at++].Form == "not";
        }

        if (at >= tokens.Count || tokens[at].Kind != ProseTokenKind.Word)
        {
            return null;
        }

        if (tokens[at].IsWord("is", "are"))
        {
            return new SpokenAct("be", isNegated || (at + 1 < tokens.Count && tokens[at + 1].IsWord("not")), at + 1);
        }
        // "demanding" is said of one who may or may not do so.
        if (tokens[at].Form.EndsWith("ing", StringComparison.Ordinal))
        {
            return null;
        }

        foreach (var lemma in Lemmas.Of(tokens[at].Form))
        {
            if (at + 1 < tokens.Count && _known.Contains($"{lemma} {tokens[at + 1].Form}"))
            {
                return new SpokenAct($"{lemma} {tokens[at + 1].Form}", isNegated, at + 2);
            }

            if (_known.Contains(lemma) || lines.Any(l => IsCue(lemma, l)))
            {
                return new SpokenAct(lemma, isNegated, at + 1);
            }
        }
        return null;
    }

    /// <summary>Whether it is what the line's speaker does.</summary>
    /// <param name="isQuotation">What follows are the exact words: of them one may say that they are said.</param>
    public bool Agrees(AnswerLine line, bool isQuotation)
    {
        if (line.IsDescription)
        {
            return Verb == "be" && !IsNegated;
        }

        if (IsNegated != line.IsNegated)
        {
            return false;
        }

        // "warns against that the dam may break" would be its contrary.
        if (Verb == "warn against" && ProseTokens.Read(line.Content) is [var first, ..] && first.IsWord("that", "to", "not"))
        {
            return false;
        }

        return _verbs[line.Act].Contains(Verb) || IsCue(Verb, line)
            || (isQuotation && Verb == "say" && !line.IsNegated && line.Kind == QuoteKind.Direct && line.Act != SpeechAct.Denies);
    }

    // The story's own verb, as "welcomed" of one who praises.
    private static bool IsCue(string lemma, AnswerLine line) =>
        line.Cue is { Length: > 0 } cue && !cue.Contains(' ', StringComparison.Ordinal) && Lemmas.Of(cue.ToLowerInvariant()).Contains(lemma, StringComparer.Ordinal);
}
