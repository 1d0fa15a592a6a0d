using System.Collections.Frozen;

namespace DigestBot.Attribution.Cues;

/// <summary>The forms that an English verb or noun takes. Where spelling leaves a choice ("labeled", "labelled") both are given.</summary>
internal static class Inflection
{
    private static readonly FrozenDictionary<string, string[]> _irregular =
        ("say:said tell:told write:wrote,written find:found think:thought feel:felt know:knew,known see:saw,seen foresee:foresaw,foreseen hear:heard hold:held "
         + "speak:spoke,spoken swear:swore,sworn shoot:shot begin:began,begun mean:meant put:put read:read understand:understood show:showed,shown choose:chose,chosen "
         + "seek:sought go:went,gone come:came,come keep:kept take:took,taken forbid:forbade,forbidden forget:forgot,forgotten foretell:foretold withdraw:withdrew,withdrawn "
         + "forecast:forecast,forecasted sing:sang,sung shout:shouted let:let beseech:besought,beseeched underwrite:underwrote,underwritten weep:wept plead:pleaded,pled "
         + "grin:grinned bet:bet lay:laid get:got overcome:overcame,overcome")
        .Split(' ').Select(pair => pair.Split(':')).ToFrozenDictionary(pair => pair[0], pair => pair[1].Split(','));

    /// <summary>The base form, the third person, the gerund and the past forms of <paramref name="verb"/>.</summary>
    public static IEnumerable<string> OfVerb(string verb)
    {
        yield return verb;
        yield return WithS(verb);
        foreach (var stem in Stems(verb))
        {
            yield return Gerund(stem);
        }

        if (_irregular.TryGetValue(verb, out var past))
        {
            foreach (var form in past)
            {
                yield return form;
            }

            yield break;
        }

        foreach (var stem in Stems(verb))
        {
            yield return Past(stem);
        }
    }

    /// <summary>The singular and the plural of <paramref name="noun"/>.</summary>
    public static IEnumerable<string> OfNoun(string noun) => [noun, WithS(noun)];

    private static string WithS(string word) => word switch
    {
        [.., 'y'] when !IsVowel(word[^2]) => word[..^1] + "ies",
        [.., 's' or 'x' or 'z' or 'o'] or [.., 'c' or 's', 'h'] => word + "es",
        _ => word + "s",
    };

    private static string Gerund(string stem) => stem switch
    {
        [.., 'i', 'e'] => stem[..^2] + "ying",
        [.., 'e'] when !(stem[^2] is 'e' or 'o' or 'y') => stem[..^1] + "ing",
        _ => stem + "ing",
    };

    private static string Past(string stem) => stem switch
    {
        [.., 'e'] => stem + "d",
        [.., 'y'] when !IsVowel(stem[^2]) => stem[..^1] + "ied",
        _ => stem + "ed",
    };

    // A short verb doubles its last letter ("begged"); of a longer one both spellings are allowed, since stress decides ("admitted", "visited").
    private static string[] Stems(string verb)
    {
        var ends = verb.Length > 2 && !IsVowel(verb[^1]) && !(verb[^1] is 'w' or 'x' or 'y' or 'h') && IsVowel(verb[^2]) && (!IsVowel(verb[^3]) || verb[^3] == 'u' && verb[^4..^3] is "q");
        if (!ends)
        {
            return [verb];
        }

        return verb.Count(IsVowel) == 1 || verb is "quip" ? [verb + verb[^1]] : [verb, verb + verb[^1]];
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
