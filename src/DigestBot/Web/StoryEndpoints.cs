using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Stories;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>The list of stories, and each story's page with what is said in it.</summary>
internal static class StoryEndpoints
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/stories/{id}", ShowAsync);
        endpoints.MapGet("/stories", (string? id, string? at, Store store, CancellationToken cancel) =>
            id is null ? ListAsync(store, cancel) : ShowAsync(id, at, store, cancel));
    }

    private static async Task<IResult> ListAsync(Store store, CancellationToken cancel) =>
        new RazorComponentResult<StoriesPage>(new { Stories = await store.StoriesAsync(Command.LocalWorkspace, limit: Shown, cancel: cancel), Most = Shown });

    private static async Task<IResult> ShowAsync(string id, string? at, Store store, CancellationToken cancel)
    {
        if (!StoryAddress.TryReadSpans(at, out var cited))
        {
            return ErrorPages.Problem(StatusCodes.Status400BadRequest, "The place in this address is not complete: it is written like ?at=12-34, with positions in the story's text.");
        }

        if (await store.GetStoryAsync(Command.LocalWorkspace, id, cancel) is not { } story)
        {
            return ErrorPages.Problem(StatusCodes.Status404NotFound, "The archive holds no story with this id; it may have been removed. Ask for what you are looking for.");
        }

        var statements = await store.StatementsOfAsync(Command.LocalWorkspace, id, cancel);
        return new RazorComponentResult<StoryPage>(new { View = StoryView.Of(story, statements, cited) });
    }
}

/// <summary>A story as its page shows it.</summary>
public sealed record StoryView
{
    /// <summary>The story.</summary>
    public required Story Story { get; init; }

    /// <summary>The headline as it stands in the text, or null where the text begins without it.</summary>
    public required StoryParagraph? Headline { get; init; }

    /// <summary>The rest of the text.</summary>
    public required IReadOnlyList<StoryParagraph> Paragraphs { get; init; }

    /// <summary>Who says something in it.</summary>
    public required IReadOnlyList<StorySpeaker> Speakers { get; init; }

    /// <summary>Whether the address names a place that this text does not have.</summary>
    public required bool IsPlaceLost { get; init; }

    /// <summary>Where the first cited words begin; -1 without any.</summary>
    public required int CitedAt { get; init; }

    /// <summary>The places that the address names.</summary>
    public required IReadOnlyList<TextSpan> Cited { get; init; }

    /// <summary>Whether the address names all of the statement's content.</summary>
    public bool IsCited(StoredStatement statement) => statement.Spans.All(Cited.Contains);

    public static StoryView Of(Story story, IReadOnlyList<StoredStatement> statements, IReadOnlyList<TextSpan> cited)
    {
        var speakers = StorySpeaker.Of(statements);
        var paragraphs = StoryText.Paragraphs(
            story.Text, cited.Select(span => new StoryMark(span, MarkKind.Cited)).Concat(speakers.SelectMany(s => s.Marks())));
        var hasHeadline = paragraphs is [{ } first, _, ..] && first.Span.Of(story.Text).Trim() == story.Title.Trim();
        return new StoryView
        {
            Story = story,
            Headline = hasHeadline ? paragraphs[0] : null,
            Paragraphs = hasHeadline ? [.. paragraphs.Skip(1)] : paragraphs,
            Speakers = speakers,
            Cited = cited,
            IsPlaceLost = cited.Any(span => span.End > story.Text.Length),
            CitedAt = paragraphs.SelectMany(p => p.Pieces).FirstOrDefault(p => p.Marks.Any(m => m.Kind == MarkKind.Cited))?.Span.Start ?? -1,
        };
    }
}
