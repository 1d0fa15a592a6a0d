namespace DigestBot.Chat;

/// <summary>Where the reply to a pressed button goes.</summary>
public enum ButtonPlace
{
    /// <summary>In place of the message that has the button: the next page.</summary>
    Replace,

    /// <summary>Underneath, for the one who pressed it alone.</summary>
    Private,

    /// <summary>Into the channel, for everybody.</summary>
    Channel,
}

/// <summary>What a reader can press under a reply. Pressing it runs a command, which the button holds as one would type it.</summary>
/// <param name="Label">At most 40 characters of plain text.</param>
/// <param name="Typed">"timeline Khatib about:talks", as <see cref="CommandParser"/> reads it.</param>
/// <param name="Place">Where the reply goes.</param>
public sealed record Button(string Label, string Typed, ButtonPlace Place)
{
    private const string Places = "=?!";

    /// <summary>What the platform hands back when the button is pressed: the place's mark, then the command.</summary>
    public string Action => $"{Places[(int)Place]}{Typed}";

    /// <summary>Reads what <see cref="Action"/> wrote.</summary>
    /// <returns>Null for anything else.</returns>
    public static Button? Read(string? action) =>
        action is { Length: > 1 } && Places.IndexOf(action[0], StringComparison.Ordinal) is >= 0 and var place
            ? new Button("", action[1..], (ButtonPlace)place)
            : null;
}

/// <summary>Something to choose under a reply; the chosen one is carried out like a pressed button.</summary>
/// <param name="Label">What is to be chosen: "Which line?"</param>
/// <param name="Choices">At most <see cref="Most"/>.</param>
public sealed record Picker(string Label, IReadOnlyList<Button> Choices)
{
    /// <summary>So many choices Discord shows.</summary>
    public const int Most = 25;
}
