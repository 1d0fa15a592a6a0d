using System.Text;

namespace DigestBot.Chat;

/// <summary>Writes commands as one types them: the inverse of <see cref="CommandParser"/>.</summary>
internal static class TypedCommand
{
    /// <summary>The option by which a button says what was asked before.</summary>
    public const string Previous = "after";

    /// <summary>What stands between questions there.</summary>
    public const string Separator = " | ";

    /// <summary>"ask what did Khatib demand? since:7d page:2".</summary>
    public static string Write(Command command)
    {
        StringBuilder typed = new(command.Verb);
        if (PlainText.OneLine(command.Text) is { Length: > 0 } text)
        {
            typed.Append(' ').Append(text);
        }

        foreach ((var name, var value) in command.Options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            Append(typed, name, value);
        }

        if (command.Previous.Count > 0)
        {
            Append(typed, Previous, string.Join(Separator, command.Previous.Select(q => q.Replace(Separator, " ", StringComparison.Ordinal))));
        }

        return typed.ToString();
    }

    /// <summary>The command with an option set; without it where the value is null.</summary>
    public static Command With(this Command command, string option, string? value)
    {
        Dictionary<string, string> options = new(command.Options, StringComparer.Ordinal);
        options.Remove(option);
        if (value is not null)
        {
            options[option] = value;
        }

        return command with { Options = options };
    }

    private static void Append(StringBuilder typed, string name, string value)
    {
        // The marks that would end the value early mean nothing in a name or a time.
        var plain = PlainText.OneLine(string.Concat(value.Where(c => c is not ('"' or '“' or '”'))));
        if (plain.Length > 0)
        {
            typed.Append(' ').Append(name).Append(':').Append(plain.Any(char.IsWhiteSpace) ? $"\"{plain}\"" : plain);
        }
    }
}
