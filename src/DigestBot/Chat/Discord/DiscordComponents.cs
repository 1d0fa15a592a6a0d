namespace DigestBot.Chat.Discord;

/// <summary>A row of buttons, a button, or a list to choose from.</summary>
internal sealed record DiscordComponent
{
    public const int Row = 1;
    public const int Button = 2;
    public const int Select = 3;

    public int Type { get; init; }

    /// <summary>Of a row: what stands in it.</summary>
    public IReadOnlyList<DiscordComponent>? Components { get; init; }

    /// <summary>Of a button: its colour.</summary>
    public int? Style { get; init; }

    public string? Label { get; init; }

    /// <summary>What Discord hands back when it is used.</summary>
    public string? CustomId { get; init; }

    /// <summary>Of a list: what is to be chosen.</summary>
    public string? Placeholder { get; init; }

    public IReadOnlyList<DiscordChoice>? Options { get; init; }
}

/// <summary>Something to choose from a list.</summary>
internal sealed record DiscordChoice(string Label, string Value);

/// <summary>Lays out what can be pressed and chosen under a message.</summary>
internal static class DiscordComponents
{
    private const int RowsLimit = 5;
    private const int RowLimit = 5;
    private const int LabelLimit = 80;
    private const int ChoiceLimit = 100;
    private const int Secondary = 2;
    private const string PickerId = "pick";

    /// <summary>The rows; what does not fit into Discord's limits is left out, since a message with a wrong button is refused whole.</summary>
    /// <param name="isPrivate">The message is for one alone; sharing makes sense only there.</param>
    public static IReadOnlyList<DiscordComponent>? Of(Reply reply, bool isPrivate)
    {
        var buttons = reply.Buttons.Where(b => isPrivate || b.Place != ButtonPlace.Channel)
            .Select(b => (Label: PlainText.OneLine(b.Label), Id: ButtonId.Pack(b.Action))).Where(b => b.Id is not null && b.Label.Length > 0).DistinctBy(b => b.Id)
            .Select(b => new DiscordComponent { Type = DiscordComponent.Button, Style = Secondary, Label = PlainText.Cut(b.Label, LabelLimit), CustomId = b.Id });
        List<DiscordComponent> rows = [.. buttons.Chunk(RowLimit).Select(Row)];
        if (reply.Picker is { } picker && Choices(picker) is { Length: > 0 } choices)
        {
            rows.Insert(0, Row([new DiscordComponent { Type = DiscordComponent.Select, CustomId = PickerId, Placeholder = PlainText.Cut(PlainText.OneLine(picker.Label), ChoiceLimit), Options = choices }]));
        }

        return rows.Count == 0 ? null : [.. rows.Take(RowsLimit)];
    }

    private static DiscordChoice[] Choices(Picker picker) =>
    [
        .. picker.Choices.Select(c => (Label: PlainText.OneLine(c.Label), Id: ButtonId.Pack(c.Action))).Where(c => c.Id is not null && c.Label.Length > 0).DistinctBy(c => c.Id)
            .Select(c => new DiscordChoice(PlainText.Cut(c.Label, ChoiceLimit), c.Id!)).Take(Picker.Most),
    ];

    private static DiscordComponent Row(DiscordComponent[] components) => new() { Type = DiscordComponent.Row, Components = components };
}
