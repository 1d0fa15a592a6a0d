using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace DigestBot.Chat.Slack;

/// <summary>The public addresses at which Slack delivers slash commands, pressed buttons, questions for options and events.</summary>
internal static class SlackEndpoints
{
    /// <summary>Opens them where a signing secret is set, and those for installations where the app's own secret is.</summary>
    /// <exception cref="FormatException">A setting is missing or malformed; the message says what to do.</exception>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        SlackInstallation.Map(endpoints);
        var settings = endpoints.ServiceProvider.GetRequiredService<Settings>();
        if (settings.Slack.SigningSecret is not { } secrets)
        {
            return;
        }

        SlackGate gate = new(new SlackSignature(secrets), endpoints.ServiceProvider.GetRequiredService<TimeProvider>(), endpoints.ServiceProvider.GetRequiredService<ILogger<SlackInbox>>());
        var inbox = endpoints.ServiceProvider.GetRequiredService<SlackInbox>();
        gate.Open(endpoints, "/slack/commands", body => inbox.CommandAsync(SlackSlashCommand.Of(ReadForm(body))), mayBeCheck: true);
        gate.Open(endpoints, "/slack/actions", body => inbox.InteractAsync(Payload(body)));
        gate.Open(endpoints, "/slack/options", body => inbox.InteractAsync(Payload(body)));
        gate.Open(endpoints, "/slack/events", body => inbox.EventAsync(body));
    }

    /// <summary>Whether the body is Slack's look at the certificate, which may come unsigned.</summary>
    public static bool IsCheck(byte[] body) => ReadForm(body).TryGetValue("ssl_check", out var check) && check == "1";

    private static byte[] Payload(byte[] body) => Encoding.UTF8.GetBytes(ReadForm(body).GetValueOrDefault("payload").ToString());

    private static Dictionary<string, StringValues> ReadForm(byte[] body)
    {
        try
        {
            // A copy: the reader decodes its bytes in place, and the signature is over the raw ones.
            return new FormPipeReader(System.IO.Pipelines.PipeReader.Create(new System.Buffers.ReadOnlySequence<byte>(body.ToArray())), Encoding.UTF8) { ValueLengthLimit = RawBody.Limit }
                .ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
