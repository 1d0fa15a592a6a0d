using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

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

    /// <summary>What the page's script sends along: another site's page cannot, so that none spends the model's budget.</summary>
    private const string ScriptHeader = "X-DigestBot";

    private static readonly Command _asker = new() { Workspace = Command.LocalWorkspace, Verb = "" };

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", ShowAsync);
        endpoints.MapGet("/prose", WriteAsync);
        endpoints.MapPost("/", SendAsync).AddEndpointFilter<FormCheck>().WithMetadata(new RequestSizeLimitAttribute(LargestForm));
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

    private static async Task<IResult> ShowAsync(
        string? q, string? after, HttpContext context, CommandHandler handler, Store store, Examples examples, [FromServices] ProseReply? prose, CancellationToken cancel)
    {
        var text = Clean(q ?? "");
        if (text.Length > LongestText)
        {
            return TooLong(text.Length);
        }

        var asked = Read(text, after, handler);
        var plain = text.Length == 0 ? null : await handler.HandleAsync(asked, cancel);
        var known = plain is null ? null : prose?.Known(asked, plain);
        var mayFollow = prose is not null && plain is not null && known is null && ProseReply.IsFor(asked, plain);
        if (mayFollow)
        {
            SecurityHeaders.AllowScript(context);
        }

        ConsoleView view = new()
        {
            Typed = text,
            Reply = known ?? plain,
            ProseAddress = mayFollow ? $"/prose{context.Request.QueryString}" : null,
            Previous = handler.Verbs.Any(v => v.IsConversation && v.Name == asked.Verb) ? Conversations.After(asked) : asked.Previous,
            Extent = await store.ExtentAsync(Command.LocalWorkspace, cancel),
            Examples = await examples.LatestAsync(Command.LocalWorkspace, cancel),
        };
        return new RazorComponentResult<ConsolePage>(new { View = view });
    }

    /// <summary>The same reply with a language model's sentences, once they are written and have stood the check; 204 where the plain one stands.</summary>
    private static async Task<IResult> WriteAsync(string? q, string? after, HttpRequest request, CommandHandler handler, [FromServices] ProseReply? prose, CancellationToken cancel)
    {
        var text = Clean(q ?? "");
        if (prose is null || text.Length is 0 or > LongestText || !request.Headers.ContainsKey(ScriptHeader))
        {
            return TypedResults.NotFound();
        }

        var asked = Read(text, after, handler);
        var plain = await handler.HandleAsync(asked, cancel);
        // What was begun is written to its end, and is known when the page is loaded again.
        return await prose.WriteAsync(asked, plain, CancellationToken.None) is { } written
            ? new RazorComponentResult<ReplyBody>(new { Reply = written })
            : TypedResults.NoContent();
    }

    private static Command Read(string text, string? after, CommandHandler handler)
    {
        var before = Clean(after ?? "");
        return CommandParser.Parse(text, _asker with { Previous = before.Length is 0 or > LongestText ? [] : before.Split(TypedCommand.Separator) }, handler.Verbs);
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

    /// <summary>Where the reply with a language model's sentences can be fetched; null where none will come.</summary>
    public string? ProseAddress { get; init; }

    /// <summary>What the next question may lean on, oldest first.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>How much there is to ask about.</summary>
    public required ArchiveExtent Extent { get; init; }

    /// <summary>Commands that this archive can answer.</summary>
    public required IReadOnlyList<string> Examples { get; init; }
}
