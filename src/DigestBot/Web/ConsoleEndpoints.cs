using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>
/// The console. What is typed is posted, with a token, whatever it is and however long; since every command there is asks and
/// changes nothing, the post leads to the command's own address (/?q=…), which can be shared, reloaded and gone back to.
/// </summary>
internal static class ConsoleEndpoints
{
    /// <summary>UTF-16 units that are read of what is typed: so many fit into an address in any script.</summary>
    public const int LongestText = 800;

    /// <summary>Bytes of a form that are taken in, so that too long a text is told so rather than cut off.</summary>
    private const int LargestForm = 1 << 20;

    private static readonly Command _asker = new() { Workspace = Command.LocalWorkspace, Verb = "" };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ShowAsync);
        endpoints.MapPost("/", SendAsync).AddEndpointFilter<FormCheck>().WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestForm));
    }

    private static async Task<IResult> SendAsync(HttpContext context, CancellationToken cancel)
    {
        var form = await context.Request.ReadFormAsync(cancel);
        var text = Clean(form["text"].ToString());
        if (text.Length > LongestText)
        {
            return TooLong(text.Length);
        }

        var after = Clean(form["after"].ToString());
        var before = after.Length is 0 or > LongestText ? "" : $"&after={Uri.EscapeDataString(after)}";
        context.Response.Headers.Location = text.Length == 0 ? "/" : $"/?q={Uri.EscapeDataString(text)}{before}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IResult> ShowAsync(string? q, string? after, CommandHandler handler, Store store, Examples examples, CancellationToken cancel)
    {
        var text = Clean(q ?? "");
        if (text.Length > LongestText)
        {
            return TooLong(text.Length);
        }

        var before = Clean(after ?? "");
        var asked = CommandParser.Parse(text, _asker with { Previous = before.Length is 0 or > LongestText ? [] : before.Split(TypedCommand.Separator) }, handler.Verbs);
        ConsoleView view = new()
        {
            Typed = text,
            Reply = text.Length == 0 ? null : await handler.HandleAsync(asked, cancel),
            Previous = handler.Verbs.Any(v => v.IsConversation && v.Name == asked.Verb) ? Conversations.After(asked) : asked.Previous,
            Extent = await store.ExtentAsync(Command.LocalWorkspace, cancel),
            Examples = await examples.LatestAsync(Command.LocalWorkspace, cancel),
        };
        return new RazorComponentResult<ConsolePage>(new { View = view });
    }

    /// <summary>One line: pasted line breaks and control characters are spaces, half surrogate pairs are U+FFFD.</summary>
    private static string Clean(string typed) =>
        string.Concat(typed.EnumerateRunes().Select(rune => System.Text.Rune.IsControl(rune) ? " " : rune.ToString())).Trim();

    private static RazorComponentResult<ErrorPage> TooLong(int length) =>
        ErrorPages.Problem(StatusCodes.Status400BadRequest, $"That has {length:N0} characters, and at most {LongestText} are read. Ask a shorter question.");
}

/// <summary>What the console shows.</summary>
public sealed record ConsoleView
{
    /// <summary>What was typed; empty at first.</summary>
    public required string Typed { get; init; }

    /// <summary>The bot's reply to it.</summary>
    public required Reply? Reply { get; init; }

    /// <summary>What the next question may lean on, oldest first.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>How much there is to ask about.</summary>
    public required ArchiveExtent Extent { get; init; }

    /// <summary>Commands that this archive can answer.</summary>
    public required IReadOnlyList<string> Examples { get; init; }
}
