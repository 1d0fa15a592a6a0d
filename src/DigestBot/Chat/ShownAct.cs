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
    private static readonly HashSet<SpeechAct> _withoutClause =
    [
        SpeechAct.Demands, SpeechAct.Rejects, SpeechAct.Offers, SpeechAct.Accepts, SpeechAct.Praises, SpeechAct.Accuses, SpeechAct.Asks, SpeechAct.Apologises,
    ];

    /// <summary>Verbs that take an infinitive where the act's own does not.</summary>
    private static readonly Dictionary<SpeechAct, string> _beforeInfinitive = new() { [SpeechAct.Rejects] = "refuses", [SpeechAct.Accepts] = "agrees", [SpeechAct.Thinks] = "wants", [SpeechAct.Announces] = "decides" };

    /// <summary>The word or words between speaker and content; "is" where the story itself says who somebody is.</summary>
    public static string Of(AnswerLine line)
    {
        if (line.IsDescription)
        {
            return "is";
        }

        var isInfinitive = line.Content.StartsWith("to ", StringComparison.Ordinal);
        var isWish = line.Act == SpeechAct.Demands && line.Kind != QuoteKind.Direct && SomebodyTo().IsMatch(line.Content);
        var verb = isInfinitive && _beforeInfinitive.TryGetValue(line.Act, out var other) ? other
            : isWish ? "wants"
            : line.Act == SpeechAct.Demands && SomebodyFor().IsMatch(line.Content) ? "asks"
            : line.Act == SpeechAct.Demands && line.Content.Contains(" and for ", StringComparison.Ordinal) ? "calls for"
            : line.Act.ToString().ToLowerInvariant();
        // A part of a quotation has no marks of its own: "demands: “make the call”".
        var isWhole = line.Kind == QuoteKind.Direct && !char.IsLetterOrDigit(line.Content.FirstOrDefault());
        var isApart = !isWhole && !isWish && (BareVerb().IsMatch(line.Content) || (_withoutClause.Contains(line.Act) && (Clause().IsMatch(line.Content) || (line.Kind == QuoteKind.Direct && char.IsUpper(line.Content[0])))));
        return $"{Agreeing(verb, line.IsNegated, SpeakerNumber.IsPlural(line.Speaker))}{(isApart ? ":" : "")}";
    }

    private static string Agreeing(string verb, bool isNegated, bool isPlural)
    {
        var end = verb.IndexOf(' ', StringComparison.Ordinal) is var space and >= 0 ? space : verb.Length;
        var bare = (verb[..end].EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..(end - 3)]}y" : verb[..(end - 1)]) + verb[end..];
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

    // "Russia to call on President Assad to resign", "him … to leave", "the crews not to strike": somebody, then what he is to do.
    [GeneratedRegex(@"^(?:him|her|it|them|us|me|you|(?:the |all |both |his |her |its |their |its own )?(?:[\w’'-]+ ){0,4}?(?:\p{Lu}[\w’'-]*|[a-z’'-]+s|people))(?: …)? (?:not |never )?to [a-z]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomebodyTo();

    // "Washington for four tankers", "them for more time": somebody, then what is asked of him.
    [GeneratedRegex(@"^(?:(?:him|her|it|them|us|me|you|(?:\p{Lu}[\w’'-]*)(?: \p{Lu}[\w’'-]*)*|the (?:[a-z’'-]+ )?[a-z’'-]+s) )for ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SomebodyFor();

    // "we will not go to Moscow", "him on Thursday to leave", "if there was a clear agenda".
    [GeneratedRegex(@"^(?:I|we|you|he|she|it|they|there|him|them|us|me|if|when|whether|why|how|who|what|where|because|not|never|let)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
