using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DigestBot.Attribution;
using DigestBot.Chat;
using DigestBot.Storage;
using Command = System.CommandLine.Command;

namespace DigestBot.Terminal;

/// <summary>Shows who speaks in the archive.</summary>
internal static class PeopleCommand
{
    private static readonly Argument<string[]> Name = new("NAME") { Description = "Only this person or body, under any of the names", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Json = new("--json") { Description = "Write a JSON line a speaker" };

    public static Command Create()
    {
        Command command = new("people", "Show who speaks in the archive, how often, and since when") { Name, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        string name = string.Join(' ', parsed.GetValue(Name) ?? []);
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        IReadOnlyList<StoredSpeaker> speakers = await PeopleReply.FindAsync(store, Chat.Command.LocalWorkspace, name, cancel);
        if (!parsed.GetValue(Json))
            ReplyView.Write(PeopleReply.Of(name, speakers));
        foreach (StoredSpeaker speaker in parsed.GetValue(Json) ? speakers : [])
            Console.Out.WriteLine(JsonSerializer.Serialize(Written(speaker), Context.WrittenSpeaker));
        return speakers.Count > 0 ? 0 : 1;
    }

    private static WrittenSpeaker Written(StoredSpeaker speaker) =>
        new(speaker.Name, Kind(speaker.Kind), speaker.Description, speaker.Aliases, speaker.Statements, speaker.Stories, speaker.First, speaker.Last);

    private static string Kind(SpeakerKind kind) => kind.ToString().ToLowerInvariant();

    private static readonly PeopleJsonContext Context = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed record WrittenSpeaker(
    string Name, string Kind, string? Description, IReadOnlyList<string> Aliases, int Statements, int Stories, DateTimeOffset? First, DateTimeOffset? Last);

[JsonSerializable(typeof(WrittenSpeaker))]
internal sealed partial class PeopleJsonContext : JsonSerializerContext;
