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

        string[] spellings = [.. all.Select(l => l.Speaker).Where(s => Names.Compare(s, line.Speaker) != NameMatch.Different)];
        return IsShort(words, line.Speaker, spellings)
            && !all.Any(other => other.Speaker != line.Speaker && (IsWhole(words, other.Speaker) || IsShort(words, other.Speaker, spellings)) && Names.Compare(other.Speaker, line.Speaker) == NameMatch.Different);
    }

    private static bool IsShort(string words, string speaker, IReadOnlyList<string> spellings) => IsPart(words, speaker, spellings) || BodyNames.IsAcronymOf(Bare(words), speaker);

    private static bool IsWhole(string words, string speaker) => string.Equals(Bare(words), Bare(speaker), StringComparison.OrdinalIgnoreCase);

    private static bool IsPart(string words, string speaker, IReadOnlyList<string> spellings)
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

        return IsSpelling(said[^1], full[^1], spellings) && said[..^1].All(w => full[..^1].Any(f => IsSpelling(w, f, spellings)));
    }

    // The name's word letter for letter, diacritics and "al-" aside; another spelling only where a line at hand has it.
    private static bool IsSpelling(string word, string named, IReadOnlyList<string> spellings)
    {
        (var said, var full) = (Letters(word), Letters(named));
        if (said == full)
        {
            return true;
        }

        return Names.Compare(word, named) != NameMatch.Different
            && (full.StartsWith(said.TrimEnd('.'), StringComparison.Ordinal) && said.Length <= 2 || spellings.Any(s => s.Split(' ').Any(w => Letters(w) == said)));
    }

    private static string Letters(string word)
    {
        var folded = Names.Fold(word).Replace("-", "", StringComparison.Ordinal);
        return word.StartsWith("al", StringComparison.OrdinalIgnoreCase) && folded.Length > 5 ? folded[2..] : folded;
    }

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
