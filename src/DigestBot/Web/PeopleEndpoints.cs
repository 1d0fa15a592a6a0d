using DigestBot.Chat;
using DigestBot.Storage;
using DigestBot.Web.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DigestBot.Web;

/// <summary>Who speaks in the archive, and what each of them said last.</summary>
internal static class PeopleEndpoints
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/people", ListAsync);
        endpoints.MapGet("/people/{id:long}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(Store store, CancellationToken cancel)
    {
        var speakers = await store.SpeakersAsync(Command.LocalWorkspace, limit: Shown, cancel: cancel);
        return new RazorComponentResult<PeoplePage>(new { Speakers = (IReadOnlyList<StoredSpeaker>)[.. speakers.Where(s => s.Statements > 0)], Most = Shown });
    }

    private static async Task<IResult> ShowAsync(long id, Store store, CancellationToken cancel)
    {
        if (await store.SpeakersAsync(Command.LocalWorkspace, ids: [id], cancel: cancel) is not [{ } speaker])
        {
            return ErrorPages.Problem(StatusCodes.Status404NotFound, "Nobody in the archive has this number. The list of people shows who speaks in it.");
        }

        var statements = await store.FindStatementsAsync(
            Command.LocalWorkspace, new StatementFilter { Speakers = [id], Limit = 50 }, cancel);
        return new RazorComponentResult<PersonPage>(new { Speaker = speaker, Statements = statements });
    }
}
