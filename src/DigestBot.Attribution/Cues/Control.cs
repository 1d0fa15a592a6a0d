using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>
/// Whose deed an infinitive or a gerund is that has no subject: the object's of a verb that makes somebody do it ("led Lund to ask"), the owner's or the clause's
/// subject where it hangs on a noun ("missed a chance to ask", "his effort to ask"). The classes are those of control theory (Rosenbaum 1967; Huddleston and Pullum 2002, ch. 14).
/// </summary>
internal static class Control
{
    private const int LongestClimb = 4;

    private static readonly FrozenSet<string> _makers =
        ("lead prompt force push press compel cause allow permit enable help get ask order tell encourage persuade convince inspire spur move nudge oblige require invite provoke".Split(' ')
            .SelectMany(Inflection.OfVerb)).Append("led").ToFrozenSet();

    /// <summary>Whether the verb makes its object do something: "led", "prompted", "forced".</summary>
    public static bool MakesDo(Document document, int verb) => _makers.Contains(Folding.Fold(document.Word(verb)));

    /// <summary>The one to whom a noun such as "chance" or "effort" gives the deed of <paramref name="cue"/>; none where the noun itself may speak.</summary>
    /// <param name="document">The story.</param>
    /// <param name="cue">An infinitive or gerund.</param>
    /// <param name="noun">The noun that it hangs on.</param>
    public static Source OfNoun(Document document, Cue cue, int noun)
    {
        var folded = Folding.Fold(document.Word(noun));
        if (document.Tokens[noun].Tag is not ("NN" or "NNS") || Titles.IsHuman(folded) || Titles.IsBody(folded) || Titles.IsDocument(folded) || document.Tokens[cue.Head].Tag != "VB")
        {
            return Source.None;
        }

        var owner = document.Child(noun, "nmod:poss");
        if (owner >= 0 && owner < noun)
        {
            return ParsedPhrase.Of(document, owner, new TokenRange(0, noun - 1));
        }

        var verb = document.Tokens[noun].Head;
        for (var step = 0; step < LongestClimb && verb >= 0 && !document.IsVerb(verb); step++)
        {
            verb = document.Tokens[verb].Head;
        }

        var subject = verb >= 0 && verb < noun && document.IsVerb(verb) && !document.IsPassive(verb) ? document.Subject(verb) : -1;
        return subject >= 0 && subject < verb && document.Quoted.At(subject) == document.Quoted.At(cue.Head) ? ParsedPhrase.Of(document, subject, new TokenRange(document.Sentences[document.Tokens[subject].Sentence].First, verb - 1)) : Source.None;
    }
}
