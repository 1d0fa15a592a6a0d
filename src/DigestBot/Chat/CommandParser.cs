using System.Text.RegularExpressions;
using F23.StringSimilarity;

namespace DigestBot.Chat;

/// <summary>Reads what was typed into a command, the same from the console, Slack and a Discord message.</summary>
internal static partial class CommandParser
{
    /// <summary>The bot's own word, which may stand before the verb.</summary>
    private const string BotName = "digestbot";

    /// <summary>Words from which on a text without a verb is taken for a question, also where no question mark says so.</summary>
    private const int QuestionWords = 3;

    /// <summary>
    /// Reads "/ask what did Khatib demand? since:7d", "digestbot people Khatib", or a question without a verb.
    /// An empty text asks for help; an unknown word becomes the verb, for the handler to answer.
    /// </summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="asker">Workspace, platform, user and channel of the asker; its verb, text and options are replaced.</param>
    /// <param name="verbs">The verbs there are.</param>
    public static Command Parse(string typed, Command asker, IReadOnlyList<Verb> verbs)
    {
        var slashed = typed.TrimStart().StartsWith('/');
        (var word, var rest) = FirstWord(typed.Trim().TrimStart('/'));
        if (word == BotName)
        {
            (word, rest) = FirstWord(rest);
        }

        if (word.Length == 0)
        {
            return asker with { Verb = "help", Text = "", Options = new Dictionary<string, string>(StringComparer.Ordinal) };
        }

        var verb = verbs.FirstOrDefault(v => v.Name == word);
        if (verb is null && !slashed && Nearest(word, verbs) is null && (CountWords(typed) >= QuestionWords || typed.TrimEnd().EndsWith('?')))
        {
            (verb, rest) = (verbs.FirstOrDefault(v => v.Text is { IsRequired: true }), typed.Trim());
        }

        if (verb is null)
        {
            return asker with { Verb = word, Text = rest };
        }

        (var text, var options) = TakeOptions(rest, verb);
        var previous = options.Remove(TypedCommand.Previous, out var before) ? before.Split(TypedCommand.Separator) : asker.Previous;
        return asker with { Verb = verb.Name, Text = Unquote(text), Options = options, Previous = previous };
    }

    /// <summary>The verb that was probably meant by a word with typing errors; null where none is near.</summary>
    public static Verb? Nearest(string word, IReadOnlyList<Verb> verbs)
    {
        Damerau distance = new();
        return verbs.Where(v => !v.IsHidden).Select(v => (Verb: v, Distance: distance.Distance(word, v.Name)))
            .Where(v => v.Distance <= Math.Max(1, v.Verb.Name.Length / 3.0))
            .OrderBy(v => v.Distance).Select(v => v.Verb).FirstOrDefault();
    }

    private static (string Word, string Behind) FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \t\n\r");
        return end < 0 ? (Lower(text), "") : (Lower(text[..end]), text[end..].Trim());
    }

    private static string Lower(string word) => word.TrimStart('/').ToLowerInvariant();

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static (string Text, Dictionary<string, string> Options) TakeOptions(string text, Verb verb)
    {
        Dictionary<string, string> options = new(StringComparer.Ordinal);
        var rest = Option().Replace(text, match =>
        {
            var name = match.Groups["name"].Value.ToLowerInvariant();
            if (!Takes(verb, name))
            {
                return match.Value;
            }

            options[name] = Unquote(match.Groups["value"].Value);
            return "";
        });
        return (options.Count == 0 ? text : string.Join(' ', rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), options);
    }

    private static bool Takes(Verb verb, string option) =>
        verb.Options.Any(o => o.Name == option) || (verb.LinesPerPage > 0 && option == Pager.Option) || (verb.IsConversation && option == TypedCommand.Previous);

    private static string Unquote(string text)
    {
        text = text.Trim();
        return text.Length >= 2 && (text[0], text[^1]) is ('"', '"') or ('“', '”') && text.AsSpan(1, text.Length - 2).IndexOfAny("\"“”") < 0
            ? text[1..^1].Trim()
            : text;
    }

    [GeneratedRegex("""(?<!\S)(?:--(?<name>\w+)(?:=|\s+)|(?<name>\w+):)(?<value>"[^"]*"|“[^”]*”|\S+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
