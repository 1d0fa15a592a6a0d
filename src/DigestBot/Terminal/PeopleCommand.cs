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
    private static readonly Argument<string[]> _name = new("NAME") { Description = "Only this person or body, under any of the names", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> _json = new("--json") { Description = "Write a JSON line a speaker" };

    public static Command Create()
    {
        Command command = new("people", "Show who speaks in the archive, how often, and since when") { _name, _json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var name = string.Join(' ', parsed.GetValue(_name) ?? []);
        using Store store = new(SettingsReader.ArchivePath(SettingsReader.Read(parsed)), TimeProvider.System);
        var speakers = await PeopleReply.FindAsync(store, Chat.Command.LocalWorkspace, name, cancel);
        if (!parsed.GetValue(_json))
        {
            ReplyView.Write(PeopleReply.Of(name, speakers));
        }

        foreach (var speaker in parsed.GetValue(_json) ? speakers : [])
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(Written(speaker), _context.WrittenSpeaker));
        }

        return speakers.Count > 0 ? 0 : 1;
    }

    private static WrittenSpeaker Written(StoredSpeaker speaker) =>
        new(speaker.Name, Kind(speaker.Kind), speaker.Description, speaker.Aliases, speaker.Statements, speaker.Stories, speaker.First, speaker.Last);

    private static string Kind(SpeakerKind kind) => kind.ToString().ToLowerInvariant();

    private static readonly PeopleJsonContext _context = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

internal sealed record WrittenSpeaker(
    string Name, string Kind, string? Description, IReadOnlyList<string> Aliases, int Statements, int Stories, DateTimeOffset? First, DateTimeOffset? Last);

[JsonSerializable(typeof(WrittenSpeaker))]
internal sealed partial class PeopleJsonContext : JsonSerializerContext;
