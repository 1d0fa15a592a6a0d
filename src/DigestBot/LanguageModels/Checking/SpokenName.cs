using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.LanguageModels.Checking;

/// <summary>Whether words of a sentence name a line's speaker, and nobody else among the lines.</summary>
internal static class SpokenName
{
    /// <summary>Longest name, in words.</summary>
    public const int Longest = 12;

    /// <summary>The line's speaker, whole or by the surname; with no title or word that the line does not have.</summary>
    /// <param name="all">Every line there is, cited or not.</param>
    public static bool Is(string words, AnswerLine line, IReadOnlyList<AnswerLine> all)
    {
        if (IsWhole(words, line.Speaker))
        {
            return true;
        }

        return IsPart(words, line.Speaker) && !all.Any(other => other.Speaker != line.Speaker && (IsWhole(words, other.Speaker) || IsPart(words, other.Speaker)) && Names.Compare(other.Speaker, line.Speaker) == NameMatch.Different);
    }

    private static bool IsWhole(string words, string speaker) => string.Equals(Bare(words), Bare(speaker), StringComparison.OrdinalIgnoreCase);

    private static bool IsPart(string words, string speaker)
    {
        (var said, var full) = (words.Split(' '), speaker.Split(' '));
        if (!words.Any(char.IsUpper) || !char.IsUpper(speaker[0]) || said.Length > full.Length || full.Length > 4)
        {
            return false;
        }

        if (said.Length == 1 && full.Length == 2 && said[0] == full[0])
        {
            return true;
        }

        return IsSpelling(said[^1], full[^1]) && said[..^1].All(w => full[..^1].Any(f => IsSpelling(w, f)));
    }

    private static bool IsSpelling(string word, string surname) =>
        string.Equals(word, surname, StringComparison.OrdinalIgnoreCase) || Names.Compare(word, surname) != NameMatch.Different;

    private static string Bare(string name)
    {
        foreach (var article in (ReadOnlySpan<string>)["the ", "a ", "an "])
        {
            if (name.StartsWith(article, StringComparison.OrdinalIgnoreCase))
            {
                return name[article.Length..];
            }
        }
        return name;
    }
}
