namespace DigestBot.Chat;

/// <summary>Writes help from the table of verbs.</summary>
internal static class HelpReply
{
    /// <summary>Help on the verb that the command names, else on all.</summary>
    public static Reply Of(Command command, IReadOnlyList<Verb> verbs)
    {
        var asked = command.Text.Trim().TrimStart('/').ToLowerInvariant();
        return verbs.FirstOrDefault(v => v.Name == asked && !v.IsHidden) is { } verb ? Of(verb, command.Prefix) : OfAll("Ask me who said what in the news. I answer from stored stories alone, and cite them.", command.Prefix, verbs);
    }

    /// <summary>Help on one verb, with examples.</summary>
    public static Reply Of(Verb verb, string prefix) => new()
    {
        Text = $"{verb.Typed(prefix)}: {verb.Description}.",
        IsPrivate = true,
        Sections =
        [
            new ReplySection { Heading = "For example", Items = [.. verb.Examples.Select(e => $"{verb.Typed(prefix)} {e}".TrimEnd())] },
            new ReplySection { Heading = "Options", Items = [.. verb.Options.Select(o => $"{o.Name}: {o.Description}")] },
        ],
    };

    /// <summary>What is said to a verb that there is not.</summary>
    public static Reply Unknown(Command command, Verb? nearest, IReadOnlyList<Verb> verbs)
    {
        var word = PlainText.Cut(command.Verb, 40);
        return OfAll(nearest is null
            ? $"I do not know the command “{word}”."
            : $"I do not know the command “{word}”. Did you mean {nearest.Typed(command.Prefix)}?", command.Prefix, verbs);
    }

    private static Reply OfAll(string text, string prefix, IReadOnlyList<Verb> all) => OfShown(text, prefix, [.. all.Where(v => !v.IsHidden)]);

    private static Reply OfShown(string text, string prefix, IReadOnlyList<Verb> verbs) => new()
    {
        Text = text,
        IsPrivate = true,
        Sections =
        [
            new ReplySection { Heading = "Commands", Items = [.. verbs.Select(v => $"{Usage(v, prefix)}: {v.Description}")] },
            new ReplySection { Heading = "For example", Items = [.. verbs.SelectMany(v => v.Examples.Select(e => $"{v.Typed(prefix)} {e}".TrimEnd()))] },
        ],
    };

    /// <summary>"/compare A B", "/people [NAME]".</summary>
    private static string Usage(Verb verb, string prefix) => string.Join(' ', verb.Options.Where(o => o.IsRequired).Prepend(verb.Text).OfType<VerbOption>()
        .Select(o => o.IsRequired ? o.Name.ToUpperInvariant() : $"[{o.Name.ToUpperInvariant()}]").Prepend(verb.Typed(prefix)));
}
