using DigestBot.Answers;
using DigestBot.Storage;

namespace DigestBot.Chat;

/// <summary>Who speaks in the archive.</summary>
internal static class PeopleReply
{
    private const int Most = 12;
    private const int MostAliases = 6;

    /// <summary>Those who say most, or those whom a name fits.</summary>
    public static async Task<Reply> OfAsync(Archive archive, Command command, CancellationToken cancel) =>
        Of(command.Text.Trim(), await FindAsync(archive.Store, command.Workspace, command.Text.Trim(), cancel));

    /// <summary>Those who say most, or those whom a name fits; an empty name fits everybody.</summary>
    public static Task<IReadOnlyList<StoredSpeaker>> FindAsync(Store store, string workspace, string name, CancellationToken cancel) =>
        PeopleFinder.FindAsync(store, workspace, name, Most, cancel);

    /// <summary>The reply that shows them.</summary>
    public static Reply Of(string name, IReadOnlyList<StoredSpeaker> speakers)
    {
        var shown = PlainText.Cut(name, 60);
        return new Reply
        {
            Found = speakers.Count > 0,
            Text = (name.Length, speakers.Count) switch
            {
                (0, 0) => "Nobody speaks in the stories that I have.",
                (0, _) => "Those who say most in the stories that I have:",
                (_, 0) => $"Nobody called “{shown}” is in the stories that I have.",
                _ => $"Called “{shown}” in the stories that I have:",
            },
            Sections = [new ReplySection { Items = [.. speakers.Select(Describe)] }],
        };
    }

    private static string Describe(StoredSpeaker speaker)
    {
        var what = speaker.Description is { } description ? $"{speaker.Name}, {description}" : speaker.Name;
        string[] others = [.. speaker.Aliases.Where(a => a != speaker.Name).Take(MostAliases)];
        return string.Join("; ", new[]
        {
            $"{what}: {Count(speaker.Statements, "statement", "statements")} in {Count(speaker.Stories, "story", "stories")}",
            Times(speaker),
            others.Length == 0 ? null : $"also {string.Join(", ", others)}",
        }.OfType<string>());
    }

    private static string? Times(StoredSpeaker speaker) => (speaker.First, speaker.Last) switch
    {
        ({ } first, { } last) when first.UtcDateTime.Date != last.UtcDateTime.Date => $"{Day(first)} to {Day(last)}",
        ({ } first, _) => Day(first),
        _ => null,
    };

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("d MMMM yyyy");

    private static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";
}
