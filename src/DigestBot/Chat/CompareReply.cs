using System.Text.RegularExpressions;
using DigestBot.Answers;

namespace DigestBot.Chat;

/// <summary>What two say, side by side.</summary>
internal static partial class CompareReply
{
    /// <summary>A section for each of the two; who says nothing on the matter has a sentence that says so.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel)
    {
        (var left, var right) = Names(command);
        if (left.Length == 0 || right.Length == 0)
        {
            return new Reply { Text = "Whom shall I compare? Name two: Lavrov and Khatib, and what it is about, if you like: about:talks.", Found = false, IsPrivate = true };
        }

        var compared = await archive.Compare(command, left, right, cancel);
        return new Reply
        {
            Text = compared.Text,
            Found = compared.Left.Answer.Answered || compared.Right.Answer.Answered,
            Sections = [Section(compared.Left), Section(compared.Right)],
        };
    }

    private static ReplySection Section(ComparedSide side) => side.Answer.Answered
        ? new ReplySection { Heading = side.Name, Lines = side.Answer.Lines }
        : new ReplySection { Heading = side.Name, Note = side.Answer.Text };

    /// <summary>From the option b, or where one types from the text: "Lavrov and Khatib", "Lavrov, Khatib", "Lavrov vs Khatib".</summary>
    private static (string Left, string Right) Names(Command command)
    {
        if (command.Options.TryGetValue("b", out var other))
        {
            return (command.Text.Trim(), other.Trim());
        }

        var names = Between().Split(command.Text, 2);
        return names.Length == 2 ? (names[0].Trim(), names[1].Trim()) : ("", "");
    }

    [GeneratedRegex(@"\s*,\s*|\s+(?:and|with|to|vs\.?|versus|&)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
