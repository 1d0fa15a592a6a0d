namespace DigestBot.Answers;

/// <summary>
/// How far a word as typed lies from a word of asking: the restricted edit distance of F. J. Damerau, "A technique for computer detection and
/// correction of spelling errors", Communications of the ACM 7 (3), 1964, pp. 171–176 (one letter wrong, missing, too many, or two that changed places).
/// Slips that fingers make most, two letters changing places, a letter left out or doubled, the key beside the right one, weigh less than any other.
/// </summary>
internal static class Slips
{
    /// <summary>The weight of a slip that fingers make most.</summary>
    public const int Likely = 2;

    private const int Other = 3;
    private const int LongWord = 8;
    private const int ShortWord = 4;
    private const int Longest = 24;

    private static readonly string[] _keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    /// <summary>
    /// The weight of what lies between the two, 0 for the same word; null for more than one slip (two in words of eight letters or more), or for an unlikely
    /// one in a word of less than four.
    /// </summary>
    /// <param name="typed">In lower case.</param>
    /// <param name="meant">In lower case.</param>
    public static int? Between(string typed, string meant)
    {
        var most = meant.Length >= LongWord ? 2 * Other : meant.Length >= ShortWord ? Other : Likely;
        if (Math.Abs(typed.Length - meant.Length) > most / Likely || Math.Max(typed.Length, meant.Length) > Longest)
        {
            return null;
        }

        var distance = Distance(typed, meant);
        return distance <= most ? distance : null;
    }

    private static int Distance(string typed, string meant)
    {
        Span<int> rows = stackalloc int[3 * (Longest + 1)];
        var width = meant.Length + 1;
        for (var i = 0; i <= typed.Length; i++)
        {
            var row = rows.Slice(i % 3 * width, width);
            var above = rows.Slice((i + 2) % 3 * width, width);
            var aboveThat = rows.Slice((i + 1) % 3 * width, width);
            for (var j = 0; j < width; j++)
            {
                row[j] = i == 0 && j == 0 ? 0 : int.MaxValue / 2;
                row[j] = i > 0 ? Math.Min(row[j], above[j] + TooMany(typed, i - 1)) : row[j];
                row[j] = j > 0 ? Math.Min(row[j], row[j - 1] + Likely) : row[j];
                row[j] = i > 0 && j > 0 ? Math.Min(row[j], above[j - 1] + Instead(typed[i - 1], meant[j - 1])) : row[j];
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], aboveThat[j - 2] + Likely);
                }
            }
        }
        return rows[(typed.Length % 3 * width) + meant.Length];
    }

    /// <summary>A letter doubled, or caught with its neighbour, is likelier than one from nowhere.</summary>
    private static int TooMany(string typed, int at) =>
        (at > 0 && (typed[at] == typed[at - 1] || AreNeighbours(typed[at], typed[at - 1]))) || (at + 1 < typed.Length && AreNeighbours(typed[at], typed[at + 1])) ? Likely : Other;

    private static int Instead(char typed, char meant) => typed == meant ? 0 : AreNeighbours(typed, meant) ? Likely : Other;

    private static bool AreNeighbours(char left, char right)
    {
        (var row, var at) = KeyOf(left);
        (var otherRow, var otherAt) = KeyOf(right);
        // Each row of the keyboard stands half a key to the right of the one above it.
        return row >= 0 && otherRow >= 0 && (row == otherRow ? Math.Abs(at - otherAt) == 1
            : row + 1 == otherRow ? at - otherAt is 0 or 1
            : otherRow + 1 == row && otherAt - at is 0 or 1);
    }

    private static (int Row, int At) KeyOf(char letter)
    {
        for (var row = 0; row < _keys.Length; row++)
        {
            if (_keys[row].IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at)
            {
                return (row, at);
            }
        }
        return (-1, 0);
    }
}
