using System.Text.Json.Nodes;
using DigestBot.Chat;
using DigestBot.Digests;
using DigestBot.Tests.Answers;
using Microsoft.Extensions.DependencyInjection;
using static DigestBot.Tests.Chat.Discord.SignedInteractions;

namespace DigestBot.Tests.Chat.Discord;

/// <summary>What nobody but the asker is to learn is in no log, at whatever level the operator sets it.</summary>
public sealed class DiscordSecrecyTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private const string Marker = "Quuxwort";
    private const string Asker = "77001122";

    private readonly TaskCompletionSource _answered = new();

    [Fact]
    public async Task Neither_questions_nor_askers_nor_keys_are_logged()
    {
        await using var discord = await FakeDiscord.StartAsync();
        var settings = discord.Settings with { Discord = discord.Settings.Discord with { PublicKey = SignedInteractions.PublicKey } };
        await using var host = await ChatHost.StartAsync(settings, [], services =>
            services.AddSingleton(new CommandHandler(Archive.Of(archive.Store, new DigestClock(new DigestSettings(), archive.Clock), archive.Clock), [.. Verbs.All, Slow, Failing])));
        foreach (var interaction in Asked())
        {
            interaction["member"]!["user"]!["id"] = Asker;
            interaction["token"] = $"{Marker}-token";
            var answering = host.AskAsync(interaction);
            await host.AdvanceUntilAsync(answering);
            await answering;
            // So many questions nobody asks within ten seconds.
            host.Clock.Advance(TimeSpan.FromSeconds(2));
        }
        using var refused = await host.SendAsync(DiscordSignatureTests.Sign(1, Marker));
        discord.Answer(404, """{"message":"Unknown interaction","code":10062}""");
        _answered.SetResult();
        await host.Log.WaitForAsync("answer could not be sent");
        host.Log.All.Should().Contain("Trace: ", "all levels are on").And.NotContain(Marker).And.NotContain(Marker.ToLowerInvariant()).And.NotContain(Asker)
            .And.NotContain(FakeDiscord.Token).And.NotContain(SignedInteractions.PublicKey);
    }

    /// <summary>Deferred, since it ends only when all has been answered; then its edit is refused.</summary>
    private Verb Slow => ChatHost.TestVerb("slow", async (_, _) =>
    {
        await _answered.Task;
        return new Reply { Text = "late" };
    });

    private static Verb Failing => ChatHost.TestVerb("fail", (_, _) => throw new InvalidOperationException("disk on fire"));

    private static JsonObject[] Asked() =>
    [
        Command("ask", ("question", $"what did {Marker} say about {Marker}?"), ("speaker", Marker), ("about", Marker)),
        Command("ask", ("question", "what was said?"), ("outlet", Marker)),
        Command("ask", ("question", "what was said?"), ("since", Marker)),
        Command("said", ("speaker", Marker)),
        Command("timeline", ("speaker", Marker)),
        Command("compare", ("a", Marker), ("b", "Lavrov")),
        Command("story", ("query", Marker)),
        Command("people", ("name", Marker)),
        Command("digest", ("zone", Marker)),
        Command("help", ("command", Marker)),
        Command(Marker),
        Command("slow", ("question", Marker)),
        Command("fail", ("question", Marker)),
        Menu(Verbs.Here, new JsonObject { ["content"] = $"Minister {Marker} said it rained. https://{Marker}.example" }),
        Press($"=ask what did {Marker} say? page:2"),
        Typing("said", ("speaker", Marker)),
        Typing("digest", ("zone", Marker)),
    ];
}
