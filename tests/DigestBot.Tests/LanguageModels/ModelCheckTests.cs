using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using DigestBot.LanguageModels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.LanguageModels;

public sealed class ModelCheckTests
{
    /// <summary>A draft that stands the check.</summary>
    internal static readonly Scripted True = Scripted.Drafts(("Ann Lee demands that the bridge be closed, while Omar Diaz rejects {2}.", [1, 2]));

    /// <summary>What a provider may do, and what the check says of it.</summary>
    private static readonly Dictionary<string, (Scripted Does, string Words)> _tried = new(StringComparer.Ordinal)
    {
        ["works"] = (True, "True * works: 1 of 1 sentences stood the check*"),
        ["lies"] = (Scripted.Drafts(("Omar Diaz demands that the bridge be closed.", [1])), "False *too few of its 1 sentences*"),
        ["chats"] = (Scripted.Says("Hello!"), "False *structured output*"),
        ["refuses the key"] = (Status(401), "False * does not work: the provider refuses the key (401: no). Look at DIGESTBOT_MODEL__KEY."),
        ["forbids"] = (Status(403), "False *forbids it (403: no)*"),
        ["has no such model"] = (Status(404), "False *no such model*__NAME and __ADDRESS."),
        ["has no money"] = (Status(402), "False *quota or credit is used up (402: no)."),
        ["is asked too often"] = (Status(429), "False *asked too often*"),
        ["does not take it"] = (Status(400), "False *does not take the request (400: no)."),
        ["is down"] = (Status(503), "False *trouble of its own (503: no)."),
        ["leads elsewhere"] = (Scripted.Does(context =>
        {
            context.Response.Redirect("http://127.0.0.1:9/elsewhere");
            return Task.CompletedTask;
        }), "False *leads elsewhere (302)*__ADDRESS."),
        ["is a web page"] = (Scripted.Does(context => context.Response.WriteAsync("<html><body>Login</body></html>")), "False *does not speak as * does*__PROVIDER and __ADDRESS."),
        ["hangs up"] = (Scripted.Does(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }), "False *the connection broke (*"),
        ["is silent"] = (Scripted.Does(context => Task.Delay(Timeout.Infinite, context.RequestAborted)), "False *did not answer within 1 s*__PATIENCE*"),
    };

    public static TheoryData<string, string> AllTried => new(from dialect in ScriptedProvider.Dialects from tried in _tried.Keys select (dialect.Data, tried));

    [Theory]
    [MemberData(nameof(AllTried))]
    public async Task Says_in_words_what_happened(string dialect, string tried)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => _tried[tried].Does);
        (await CheckAsync(provider.Settings with { Patience = tried == "is silent" ? 1 : 60 })).Should().Match(_tried[tried].Words).And.Contain($"{dialect} with the model scripted").And.NotContain("Exception");
    }

    [Theory]
    [MemberData(nameof(ScriptedProvider.Dialects), MemberType = typeof(ScriptedProvider))]
    public async Task Says_where_nothing_answers(string dialect)
    {
        var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Says(""));
        var settings = provider.Settings;
        await provider.DisposeAsync();
        (await CheckAsync(settings)).Should().Match($"False *nothing answers at {settings.Address}. Is it running, and is DIGESTBOT_MODEL__ADDRESS right?");
    }

    [Fact]
    public async Task Each_provider_is_asked_in_its_own_form()
    {
        Dictionary<string, JsonElement> asked = new(StringComparer.Ordinal);
        Dictionary<string, string> paths = new(StringComparer.Ordinal);
        foreach (var dialect in ScriptedProvider.Dialects.Select(d => d.Data))
        {
            await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Does(async context =>
            {
                paths[dialect] = context.Request.Path;
                await ScriptedProvider.AnswerAsync(context, dialect, Scripted.Says("{}"));
            }));
            await CheckAsync(provider.Settings);
            asked[dialect] = JsonElement.Parse(provider.Requests.Single());
        }
        paths.Should().BeEquivalentTo(new Dictionary<string, string> { ["openai"] = "/chat/completions", ["ollama"] = "/api/chat", ["anthropic"] = "/v1/messages" });
        asked["openai"].GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetProperty("properties").TryGetProperty("sentences", out _).Should().BeTrue();
        asked["ollama"].GetProperty("format").GetProperty("properties").TryGetProperty("sentences", out _).Should().BeTrue();
        asked["ollama"].GetProperty("stream").GetBoolean().Should().BeFalse();
        asked["anthropic"].GetProperty("output_config").GetProperty("format").GetProperty("type").GetString().Should().Be("json_schema");
        asked["anthropic"].GetProperty("max_tokens").GetInt32().Should().Be(4_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Traces_hold_content_only_when_the_operator_says_so(bool content)
    {
        List<Activity> traces = [];
        Dictionary<string, double> figures = new(StringComparer.Ordinal);
        using ActivityListener activities = new() { ShouldListenTo = s => s.Name == ModelMeters.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData, ActivityStopped = traces.Add };
        ActivitySource.AddActivityListener(activities);
        using MeterListener meters = new() { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ModelMeters.Name) { listener.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => { lock (figures) { figures[instrument.Name] = figures.GetValueOrDefault(instrument.Name) + value; } });
        meters.SetMeasurementEventCallback<int>((instrument, value, _, _) => { lock (figures) { figures[instrument.Name] = figures.GetValueOrDefault(instrument.Name) + value; } });
        meters.Start();
        var question = $"what of the secret question {content}?";
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1]), ("Lavrov says {3}.", [3])));
        await using ModelHost host = new(provider.Settings, content: content);
        (await host.WriteAsync(question)).Should().NotBeNull();
        lock (figures)
        {
            figures.Keys.Should().Contain(["gen_ai.client.token.usage", "digestbot.prose.answers", "digestbot.prose.dropped"]);
        }

        var told = string.Join('\n', traces.ToArray().SelectMany(t => t.TagObjects.Select(tag => $"{tag.Key} {tag.Value}").Concat(t.Events.SelectMany(e => e.Tags.Select(tag => $"{tag.Value}")))));
        told.Should().Contain("gen_ai.usage");
        told.Contains("secret question " + content, StringComparison.Ordinal).Should().Be(content);
    }

    private static Scripted Status(int status) => Scripted.Sends(status, "{\"error\":{\"message\":\"no\",\"type\":\"error\"}}");

    internal static async Task<string> CheckAsync(ModelSettings settings)
    {
        await using var services = new ServiceCollection().AddModelHttp().BuildServiceProvider();
        using var client = ModelClient.Create(new Settings { Model = settings }, services.GetRequiredService<IHttpClientFactory>());
        (var works, var words) = await new ModelCheck(client, settings, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        return $"{works} {words}";
    }
}
