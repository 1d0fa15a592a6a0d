using System.Text.RegularExpressions;
using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Chat;

/// <summary>
/// What a speaker does, worded so that the story's own words can follow: "Blatter refuses to go", "Khatib rejects: we will not go to
/// Moscow", "officials say it rained". The content is never touched, so the word before it has to give way.
/// </summary>
internal static partial class ShownAct
{
    /// <summary>Acts behind which English puts no clause: one that comes all the same stands behind a colon.</summary>
    private static readonly HashSet<SpeechAct> WithoutClause =
    [
        SpeechAct.Demands, SpeechAct.Rejects, SpeechAct.Offers, SpeechAct.Accepts, SpeechAct.Praises, SpeechAct.Accuses, SpeechAct.Asks, SpeechAct.Apologises,
    ];

    /// <summary>Verbs that take an infinitive where the act's own does not.</summary>
    private static readonly Dictionary<SpeechAct, string> BeforeInfinitive = new() { [SpeechAct.Rejects] = "refuses", [SpeechAct.Accepts] = "agrees", [SpeechAct.Thinks] = "wants" };

    /// <summary>The word or words between speaker and content; "is" where the story itself says who somebody is.</summary>
    public static string Of(AnswerLine line)
    {
        if (line.IsDescription)
            return "is";
        bool isInfinitive = line.Content.StartsWith("to ", StringComparison.Ordinal);
        string verb = isInfinitive && BeforeInfinitive.TryGetValue(line.Act, out string? other) ? other : line.Act.ToString().ToLowerInvariant();
        bool isApart = line.Kind != QuoteKind.Direct && (BareVerb().IsMatch(line.Content) || (WithoutClause.Contains(line.Act) && Clause().IsMatch(line.Content)));
        return $"{Agreeing(verb, line.IsNegated, SpeakerNumber.IsPlural(line.Speaker))}{(isApart ? ":" : "")}";
    }

    private static string Agreeing(string verb, bool isNegated, bool isPlural)
    {
        string bare = verb.EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..^3]}y" : verb[..^1];
        return (isNegated, isPlural) switch
        {
            (false, false) => verb,
            (false, true) => bare,
            (true, false) => $"does not {bare}",
            _ => $"do not {bare}",
        };
    }

    // "issue a clear condemnation": only a verb stands before an article, but for the words that lead up to one.
    [GeneratedRegex(@"^(?!(?:to|that|of|for|on|in|at|by|with|from|as|about|against|and|or|but|if|not|all|both|half|such|what|quite|rather|over|after|before|under|during|into|like|than|when|while|where|because|is|was|are|were|be|being|it|he|she|they|who|whether|how|why|the|a|an|this|these|those|his|her|its|their|our|my|your)\b)[a-z]+ (?:a|an|the|his|her|its|their|our|this|these|those) ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BareVerb();

    // "we will not go to Moscow", "him on Thursday to leave", "if there was a clear agenda".
    [GeneratedRegex(@"^(?:I|we|you|he|she|it|they|there|him|them|us|me|if|when|whether|why|how|who|what|where|because|not|never|let)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
