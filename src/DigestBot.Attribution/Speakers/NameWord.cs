using System.Buffers;
using System.Text;

namespace DigestBot.Attribution;

/// <summary>One word of a name as written, and its plain form.</summary>
internal readonly record struct NameWord(string Text, string Folded)
{
    private static readonly SearchValues<char> _asides = SearchValues.Create("([{\"“”„«»");

    /// <summary>Whether it has no capital: "von", "leader"; not "al-Khatib".</summary>
    public bool IsLower => !Text.Any(char.IsUpper);

    /// <summary>"J.", "J.K.", "W".</summary>
    public bool IsInitial => Folded.Length == 1 || (Folded.Length is > 1 and <= 6 && Text[^1] == '.' && Folded.IndexOf('.') == 1);

    /// <summary>A given name in the Chinese or Korean manner: "Jong-un", "Ki-moon".</summary>
    public bool IsSyllables
    {
        get
        {
            var hyphen = Folded.IndexOf('-');
            return hyphen > 0 && hyphen < Folded.Length - 1 && hyphen < Text.Length - 1 && char.IsLower(Text[hyphen + 1]) && Surnames.AreSyllables(Folded);
        }
    }

    /// <summary>What is compared: initials one by one, hyphenated names by their halves, the Arabic article left out.</summary>
    public IEnumerable<string> Parts
    {
        get
        {
            if (IsInitial)
            {
                return Folded.Split('.', StringSplitOptions.RemoveEmptyEntries);
            }

            var word = Spelling.WithoutArticle(Folded);
            return IsSyllables || word.StartsWith("abd", StringComparison.Ordinal)
                ? [word.Replace("-", "", StringComparison.Ordinal)]
                : word.Split('-', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>
    /// The words of a phrase: without what stands in brackets, in quotation marks or behind a comma, without a possessive ending; a
    /// suffix behind a comma ("King, Jr.") comes out apart.
    /// </summary>
    public static NameWord[] Of(string phrase, out string suffix)
    {
        suffix = "";
        var name = WithoutAsides(phrase);
        var comma = name.IndexOf(',');
        if (comma >= 0)
        {
            var behind = name[(comma + 1)..].Trim();
            suffix = (Titles.KindsOf(Folding.Fold(behind)) & TitleKinds.Suffix) != TitleKinds.None ? behind : "";
            name = name[..comma];
        }

        return [.. name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(word => WithoutPossessive(word))
            .Where(word => word.Length > 0)
            .Select(word => new NameWord(word, FoldWord(word)))];
    }

    // "ElBaradei", "AlJazeera": the second capital shows the article.
    private static string FoldWord(string word)
    {
        var folded = Folding.Fold(word);
        return word.Length > 4 && char.IsUpper(word[2]) && folded[1] == 'l' && folded[0] is 'a' or 'e' && char.IsLower(word[1]) ? folded.Insert(2, "-") : folded;
    }

    private static string WithoutAsides(string phrase)
    {
        if (phrase.AsSpan().IndexOfAny(_asides) < 0)
        {
            return phrase;
        }

        var kept = new StringBuilder(phrase.Length);
        var inBrackets = false;
        var inQuotes = false;
        foreach (var letter in phrase)
        {
            inBrackets = letter is '(' or '[' or '{' || (inBrackets && letter is not (')' or ']' or '}'));
            inQuotes = letter == '"' ? !inQuotes : letter is '“' or '„' or '«' || (inQuotes && letter is not ('”' or '»'));
            kept.Append(inBrackets || inQuotes || letter is ')' or ']' or '}' or '"' or '”' or '»' ? ' ' : letter);
        }

        // A phrase that is all in quotation marks is the name itself.
        var rest = kept.ToString();
        return string.IsNullOrWhiteSpace(rest) ? phrase.Trim(' ', '"', '“', '”', '„', '«', '»', '(', ')', '[', ']') : rest;
    }

    private static string WithoutPossessive(string word)
    {
        var bare = word.TrimEnd('?', '!', ';', ':');
        return bare.EndsWith("'s", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("’s", StringComparison.OrdinalIgnoreCase) ? bare[..^2]
            : bare.TrimEnd('\'', '’');
    }
}
