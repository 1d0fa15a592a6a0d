namespace DigestBot.Attribution;

/// <summary>Whether a word of a question is likely to be another one mistyped: the restricted edit distance of Damerau (1964).</summary>
internal static class Mistyping
{
    private const int Step = 2;
    private const int OtherConsonant = 3;

    // "Kathib", "Khatib": an h that only shades the letter before it strays easily.
    private const int Silent = 1;

    private static readonly string[] _soundAlike = ["ckq", "fv", "sz", "gj", "td", "bp"];

    /// <summary>Whether <paramref name="asked"/> is within one edit of <paramref name="name"/>, two from eight letters on.</summary>
    public static bool IsLikely(string asked, string name)
    {
        var length = Math.Max(asked.Length, name.Length);
        if (Math.Min(asked.Length, name.Length) < 4 || length > 40 || Math.Abs(asked.Length - name.Length) > 2)
        {
            return false;
        }

        return Distance(asked, name) <= (length >= 8 ? 2 * Step : Step);
    }

    private static int Distance(string left, string right)
    {
        var rows = new int[3][];
        for (var i = 0; i < 3; i++)
        {
            rows[i] = new int[right.Length + 1];
        }

        for (var j = 0; j <= right.Length; j++)
        {
            rows[0][j] = j * Step;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var (row, above, aboveThat) = (rows[i % 3], rows[(i + 2) % 3], rows[(i + 1) % 3]);
            row[0] = i * Step;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? 0 : SoundAlike(left[i - 1], right[j - 1]) ? Step : OtherConsonant;
                row[j] = Math.Min(above[j - 1] + change, Math.Min(above[j] + (left[i - 1] == 'h' ? Silent : Step), row[j - 1] + (right[j - 1] == 'h' ? Silent : Step)));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], aboveThat[j - 2] + Step);
                }
            }
        }

        return rows[left.Length % 3][right.Length];
    }

    private static bool SoundAlike(char left, char right) =>
        (IsVowel(left) && IsVowel(right)) || Array.Exists(_soundAlike, s => s.Contains(left, StringComparison.Ordinal) && s.Contains(right, StringComparison.Ordinal));

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
