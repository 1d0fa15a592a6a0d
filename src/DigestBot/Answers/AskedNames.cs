using DigestBot.Attribution;

namespace DigestBot.Answers;

/// <summary>Names and titles as they are asked for.</summary>
internal static class AskedNames
{
    private static readonly HashSet<string> _small = ["of", "the", "and", "for", "in", "on", "at", "to", "de", "la", "von", "van", "bin"];
    private static readonly HashSet<string> _relations = ["of", "to", "for", "near", "behind", "around", "against", "from", "by", "with"];
    private static readonly HashSet<string> _articles = ["the", "a", "an", "both", "all", "any", "some"];

    /// <summary>"the Syrian president" is "Syrian president"; "" where nothing is left.</summary>
    public static string Bare(IEnumerable<QuestionToken> tokens) =>
        string.Join(' ', tokens.SkipWhile(t => _articles.Contains(t.Lower)).Select(t => t.Text)).Replace(" 's", "'s", StringComparison.Ordinal);

    /// <summary>A name as typed beside a question, of its words alone: no mark that a chat might act on is ever said back.</summary>
    public static string Typed(string name) => Bare(QuestionTokens.Read(name));

    /// <summary>"Lavrov and Khatib" are two; pronouns and "anybody" are none.</summary>
    public static IReadOnlyList<string> Split(IReadOnlyList<QuestionToken> subject)
    {
        List<string> names = [];
        List<QuestionToken> name = [];
        foreach (var token in subject)
        {
            if (token.Quotation == 0 && token.Lower is "and" or "or" or "vs" or "versus" or "&")
            {
                Add(names, name);
            }
            else
            {
                name.Add(token);
            }
        }
        Add(names, name);
        return names;
    }

    /// <summary>A name typed small, with capitals; any other as it is.</summary>
    public static string Capitalised(string name) => name.Any(char.IsUpper)
        ? name
        : string.Join(' ', name.Split(' ').Select(w => _small.Contains(w) || w.Length == 0 ? w : string.Join('-', w.Split('-').Select(p => p.Length == 0 ? p : $"{char.ToUpperInvariant(p[0])}{p[1..]}"))));

    /// <summary>Whether a name stands there only to tell whose or what somebody is: "people close to Blatter", "Blatter's daughter".</summary>
    public static bool IsOfAnother(string name) =>
        name.Contains("'s ", StringComparison.Ordinal) || name.Contains("’s ", StringComparison.Ordinal) || name.Split(' ').Any(_relations.Contains);

    /// <summary>"of", "to", "from".</summary>
    public static bool IsRelation(string word) => _relations.Contains(word);

    /// <summary>Whether a word says in a noun phrase what somebody is: small, or at its head before "of", "on" or nothing; "Putin's" and "Putin spokesman" do not.</summary>
    public static bool IsRole(string word, string phrase)
    {
        var tokens = QuestionTokens.Read(phrase);
        return Enumerable.Range(0, tokens.Count).Any(at => tokens[at].Lower == word && (at + 1 == tokens.Count || tokens[at + 1].Lower != "'s")
            && (!tokens[at].IsCapital || (at == 0 && (tokens.Count == 1 || _relations.Contains(tokens[1].Lower) || tokens[1].Lower is "on" or "in" or "at" or "who"))));
    }

    /// <summary>The name behind "from", "of", "to" or "with": "an apology from Moscow".</summary>
    public static string? Addressee(IReadOnlyList<QuestionToken> words)
    {
        for (var at = words.Count - 2; at >= 0; at--)
        {
            if (words[at].Lower is "from" or "of" or "to" or "with" or "against")
            {
                return words.Skip(at + 1).Any(t => t.IsCapital || Countries.Of(t.Lower) is not null) ? Bare(words.Skip(at + 1)) : null;
            }
        }
        return null;
    }

    private static void Add(List<string> names, List<QuestionToken> name)
    {
        if (name.Exists(t => !_articles.Contains(t.Lower) && !Auxiliaries.IsPronoun(t.Lower)) && !(name.Count == 1 && Auxiliaries.IsAnybody(name[0].Lower)))
        {
            names.Add(Bare(name));
        }

        name.Clear();
    }
}
