using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>How much a word for an act asks for.</summary>
internal enum ActBreadth
{
    /// <summary>Every act: "say".</summary>
    Any,

    /// <summary>All statements of its act: "demand".</summary>
    Act,

    /// <summary>Only statements whose cue is of its own group: "write".</summary>
    Own,
}

/// <summary>Words that askers use for one act; Kin are their lemmas, by which a cue is known for one of them.</summary>
internal sealed record ActGroup(ActBreadth Breadth, SpeechAct Act, IReadOnlySet<string> Kin);

/// <summary>The table of what askers call the acts: "call for", "turn down", "refusal".</summary>
internal static class ActWords
{
    private static readonly Dictionary<string, ActGroup> _verbGroups = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, ActGroup> _nounGroups = new(StringComparer.Ordinal);

    private static readonly ILookup<string, string> _particles;

    static ActWords()
    {
        foreach (var fields in WordTable.Rows("asked-acts.txt", '|'))
        {
            var breadth = Enum.Parse<ActBreadth>(fields[0], ignoreCase: true);
            string[] verbs = [.. fields[2].Split(' ').Where(w => w != "-").Select(w => w.Replace('_', ' '))];
            string[] nouns = [.. fields[3].Split(' ').Where(w => w != "-")];
            // "call for" is no kin of "called him a liar": only verbs that need no particle tell a cue, and nouns that are no other verb.
            HashSet<string> kin = [.. verbs.Concat(nouns.Where(n => breadth == ActBreadth.Own)).Where(w => !w.Contains(' ', StringComparison.Ordinal))];
            ActGroup group = new(breadth, Enum.Parse<SpeechAct>(fields[1]), kin);
            foreach (var verb in verbs)
            {
                _verbGroups.TryAdd(verb, group);
            }

            foreach (var noun in nouns)
            {
                _nounGroups.TryAdd(noun, group);
            }
        }

        _particles = All.Select(v => v.Split(' ')).Where(v => v.Length == 2).ToLookup(v => v[0], v => v[1]);
    }

    /// <summary>All verbs in base form.</summary>
    public static IEnumerable<string> All => _verbGroups.Keys;

    /// <summary>The words that make another verb of <paramref name="lemma"/>: "for" and "on" of "call".</summary>
    public static IEnumerable<string> Particles(string lemma) => _particles[lemma];

    /// <summary>The group of a verb that says something in its own way, as "insist"; null for any other.</summary>
    public static ActGroup? OwnOf(string lemma) => _verbGroups.GetValueOrDefault(lemma) is { Breadth: ActBreadth.Own, Act: SpeechAct.Says } group ? group : null;

    /// <summary>Every act: the group of "say".</summary>
    public static ActGroup Any => _verbGroups["say"];

    /// <summary>The group of "demand".</summary>
    public static ActGroup Demand => _verbGroups["demand"];

    /// <summary>The group of the verb at <paramref name="at"/>, with its particle if that makes one of its own, and the index behind it.</summary>
    public static (ActGroup? Group, string Lemma, int Behind) VerbAt(IReadOnlyList<QuestionToken> tokens, int at)
    {
        foreach (var lemma in Lemmas.Of(tokens[at].Lower))
        {
            for (var words = Math.Min(4, tokens.Count - at); words > 1; words--)
            {
                var phrase = $"{lemma} {string.Join(' ', tokens.Skip(at + 1).Take(words - 1).Select(t => t.Lower))}";
                if (_verbGroups.TryGetValue(phrase, out var particled))
                {
                    return (particled, phrase, at + words);
                }
            }
            if (_verbGroups.TryGetValue(lemma, out var group) && !IsBrokenOff(tokens, at))
            {
                return (group, lemma, at + 1);
            }
        }
        return (null, "", at);
    }

    /// <summary>Whether "off" makes the verb another one: to call a strike off is not to call.</summary>
    public static bool IsBrokenOff(IReadOnlyList<QuestionToken> tokens, int at) => at + 1 < tokens.Count && tokens[at + 1].Lower == "off";

    /// <summary>Whether a cue of the group's act has a question word of its own: "urged" is asked for by "urge" before "demand".</summary>
    public static bool IsOfSibling(this ActGroup group, string cue) =>
        group.Breadth == ActBreadth.Act && !group.IsOf(cue) && _verbGroups.Values.Any(g => g.Breadth == ActBreadth.Own && g.Act == group.Act && g.IsOf(cue));

    /// <summary>The group of a noun: "demands", "refusal".</summary>
    public static ActGroup? NounGroup(string word)
    {
        foreach (var lemma in Lemmas.Of(word))
        {
            if (_nounGroups.TryGetValue(lemma, out var group))
            {
                return group;
            }
        }
        return null;
    }

    /// <summary>Whether a cue's words hold one of the group: "has since written in a letter" is of write's.</summary>
    public static bool IsOf(this ActGroup group, string cue)
    {
        foreach (var word in TextWords.Of(cue))
        {
            foreach (var lemma in Lemmas.Of(word))
            {
                if (group.Kin.Contains(lemma))
                {
                    return true;
                }
            }
        }
        return false;
    }
}
