namespace DigestBot.Chat;

/// <summary>Cuts long replies into pages, each of a size that is read at a glance, and puts the buttons that turn them underneath.</summary>
internal static class Pager
{
    /// <summary>The option that holds a page's number, counted from 1.</summary>
    public const string Option = "page";

    /// <summary>Lines on a page, where a verb does not need more.</summary>
    public const int Lines = 5;

    /// <summary>Items on a page: they are shorter than lines.</summary>
    public const int Items = 12;

    /// <summary>The page of the reply that the command asks for; the last one where there are not so many.</summary>
    /// <param name="lines">Lines on a page, at least 1.</param>
    public static Reply Cut(Reply reply, Command command, int lines = Lines)
    {
        var pages = Pages(reply.Sections, lines);
        if (pages.Count <= 1)
        {
            return reply;
        }

        var page = Math.Clamp(command.Options.TryGetValue(Option, out var asked) && int.TryParse(asked, out var number) ? number : 1, 1, pages.Count);
        List<Button> turns = [];
        if (page > 1)
        {
            turns.Add(Turn($"‹ Back {page - 1}/{pages.Count}", command, page - 1));
        }

        if (page < pages.Count)
        {
            turns.Add(Turn($"More {page + 1}/{pages.Count} ›", command, page + 1));
        }

        return reply with { Sections = pages[page - 1], Buttons = [.. turns, .. reply.Buttons] };
    }

    private static Button Turn(string label, Command command, int page) =>
        new(label, TypedCommand.Write(command.With(Option, page == 1 ? null : page.ToString())), ButtonPlace.Replace);

    private static List<List<ReplySection>> Pages(IReadOnlyList<ReplySection> sections, int lines)
    {
        List<List<ReplySection>> pages = [[]];
        double room = 1;
        foreach (var piece in sections.SelectMany(s => Pieces(s, lines)))
        {
            var size = Size(piece, lines);
            if (size > room && pages[^1].Count > 0)
            {
                pages.Add([]);
                room = 1;
            }
            pages[^1].Add(piece);
            room -= size;
        }
        return pages;
    }

    // A hair under a full page's share, so that five fifths are not more than one.
    private static double Size(ReplySection section, int lines) => ((section.Lines.Count / (double)lines) + (section.Items.Count / (double)Items)) - 1e-9;

    /// <summary>A section that is longer than a page, in pieces that are not; its heading stands over each.</summary>
    private static IEnumerable<ReplySection> Pieces(ReplySection section, int lines)
    {
        if (Size(section, lines) <= 1)
        {
            return [section];
        }

        return section.Lines.Chunk(lines).Select(some => section with { Lines = some, Items = [] })
            .Concat(section.Items.Chunk(Items).Select(items => section with { Lines = [], Items = items }));
    }
}
