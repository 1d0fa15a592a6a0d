using DigestBot.Answers;

namespace DigestBot.LanguageModels.Checking;

/// <summary>Which words of a sentence count as the same as a content's, which may be left out, and which must not be.</summary>
internal static class CheckedWords
{
    private static readonly HashSet<string> _free = ["a", "an", "the", "that", "has", "have", "had", "did", "does", "do"];
    private static readonly HashSet<string> _openers = ["to", "for", "of", "about", "on", "that", ":", ","];
    private static readonly HashSet<string> _be = ["is", "was", "are", "were", "am"];

    // What such a word governs is narrower, weaker or the contrary without it.
    private static readonly HashSet<string> _limits =
    [
        "if", "unless", "only", "not", "no", "nor", "never", "none", "nobody", "nothing", "neither", "without", "except", "but", "until", "till", "provided", "providing",
        "when", "once", "before", "after", "while", "though", "although", "however", "whether", "hardly", "barely", "rather", "instead", "than", "or", "may", "might", "could",
        "perhaps", "possibly", "probably", "allegedly", "reportedly", "almost", "nearly", "least", "most", "otherwise", "assuming", "depending", "subject",
    ];

    // What is said of all, or of none, no longer holds when the words that narrow it are cut off.
    private static readonly HashSet<string> _universal = ["all", "every", "any", "each", "none", "no", "not", "never", "nobody", "nothing", "always", "only", "without", "everybody", "everyone", "anybody", "anyone"];

    private static readonly HashSet<string> _negations = ["not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without"];

    // Where what follows only adds when, where, how or why.
    private static readonly HashSet<string> _joints = ["in", "on", "at", "from", "for", "by", "with", "because", "since", "and", "during"];

    // After a sentence that ends, such a beginning takes back what it says, or tells what it was.
    private static readonly HashSet<string> _takingBack = ["yet", "still", "that", "this", "which", "yes", "so", "otherwise", "else"];

    private static readonly HashSet<string> _unfinished = ["a", "an", "the", "of", "to", "at", "from", "and", "or", "than", "into", "this", "these", "those", "last", "next", "my", "our", "his", "her", "its", "their"];
    private static readonly HashSet<string> _which = ["that", "this", "last", "next"];
    private static readonly HashSet<string> _times =
    [
        "morning", "afternoon", "evening", "night", "day", "week", "weekend", "month", "year", "spring", "summer", "autumn", "fall",
        "winter", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];

    private static readonly string[][] _thirdPersons = [["he", "him", "his", "himself", "his"], ["she", "her", "her", "herself", "hers"], ["they", "them", "their", "themselves", "theirs"]];
    private static readonly (string[] Forms, string[] Seen)[] _firstPersons =
    [
        (["i", "me", "my", "myself", "mine"], ["he", "she"]),
        (["we", "us", "our", "ourselves", "ours"], ["they"]),
    ];

    /// <summary>It may stand or be missing without a change of meaning.</summary>
    public static bool IsFree(ProseToken token) => _free.Contains(token.Form);

    /// <summary>At a content's beginning it belongs to the verb before it: "calls <b>for</b> an apology".</summary>
    public static bool IsOpener(ProseToken token) => _openers.Contains(token.Form);

    /// <summary>Leaving it out tells half of the truth.</summary>
    public static bool IsLimit(ProseToken token) => _limits.Contains(token.Form);

    /// <summary>Whether a clause that is only added (", and nobody has looked at it") may hold the word and still be left out.</summary>
    public static bool IsHarmlessWhenAdded(ProseToken token) => _negations.Contains(token.Form);

    /// <summary>After it nothing may be cut off.</summary>
    public static bool IsUniversal(ProseToken token) => _universal.Contains(token.Form);

    /// <summary>A content may be cut before these words: they only add when, where, how or why.</summary>
    public static bool IsJoint(ReadOnlySpan<ProseToken> rest) => _joints.Contains(rest[0].Form) || rest[0].IsMark(",;–—") || IsTime(rest);

    /// <summary>It wants something behind it, so that nothing can end with it.</summary>
    public static bool IsUnfinished(ProseToken token) => _unfinished.Contains(token.Form);

    /// <summary>A whole sentence that begins so says that the one before it does not hold, or only in part.</summary>
    public static bool TakesBack(ProseToken token) => IsLimit(token) || _takingBack.Contains(token.Form);

    /// <summary>Whether a sentence's word says the same as the content's: the word itself, its backshift, or the speaker's "I" seen from outside.</summary>
    /// <param name="isSameAspect">Both are perfect ("has failed") or neither is; "had failed" is no backshift of "fails".</param>
    /// <param name="persons">Whom "I" and "we" were taken for so far in this content.</param>
    public static bool Same(ProseToken said, ProseToken content, bool isSameAspect, Dictionary<string, string> persons)
    {
        if (said.Kind != ProseTokenKind.Word || content.Kind != ProseTokenKind.Word)
        {
            return said.Kind == content.Kind && said.Text == content.Text;
        }

        // "will" is seen back as "would"; the other way round a condition would become a fact.
        return said.Form == content.Form
            || (isSameAspect && _be.Contains(said.Form) && _be.Contains(content.Form))
            || (said.Form == "would" && content.Form == "will")
            || (isSameAspect && IsBackshift(said.Form, content.Form))
            || IsSeenFromOutside(said.Form, content.Form, persons);
    }

    // "that morning", but not "that night watchman".
    private static bool IsTime(ReadOnlySpan<ProseToken> rest) =>
        rest.Length > 1 && _which.Contains(rest[0].Form) && _times.Contains(rest[1].Form)
        && (rest.Length == 2 || rest[2].Kind == ProseTokenKind.Mark || _joints.Contains(rest[2].Form));

    // "wants" and "wanted"; "worker" and "workers" are not the same.
    private static bool IsBackshift(string said, string content) =>
        (said.EndsWith("ed", StringComparison.Ordinal) || content.EndsWith("ed", StringComparison.Ordinal))
        && !said.Any(char.IsDigit) && Lemmas.Of(said).Intersect(Lemmas.Of(content), StringComparer.Ordinal).Any(l => l.Length > 2);

    private static bool IsSeenFromOutside(string said, string content, Dictionary<string, string> persons)
    {
        foreach ((var forms, var seen) in _firstPersons)
        {
            var form = Array.IndexOf(forms, content);
            if (form < 0)
            {
                continue;
            }

            var person = _thirdPersons.FirstOrDefault(p => p[form] == said)?[0];
            if (person is null || !seen.Contains(person) || (persons.TryGetValue(forms[0], out var known) && known != person))
            {
                return false;
            }

            persons[forms[0]] = person;
            return true;
        }
        return false;
    }
}
