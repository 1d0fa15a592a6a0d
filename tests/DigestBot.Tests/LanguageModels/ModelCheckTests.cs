using System.Diagnostics;
using System.Diagnostics.Metrics;
using DigestBot.LanguageModels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace DigestBot.Tests.LanguageModels;

public sealed class ModelCheckTests
{
    [Fact]
    public async Task Says_in_words_what_happened()
    {
        (await CheckAsync(Scripted.Drafts(("Ann Lee demands that the bridge be closed, while Omar Diaz rejects {2}.", [1, 2])))).Should().StartWith("True openai with the model scripted works: 1 of 1");
        (await CheckAsync(Scripted.Drafts(("Omar Diaz demands that the bridge be closed.", [1])))).Should().StartWith("False").And.Contain("too few of its 1 sentences");
        (await CheckAsync(Scripted.Says("Hello!"))).Should().StartWith("False").And.Contain("structured output");
        (await CheckAsync(Scripted.Does(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("{\"error\":{\"message\":\"bad key\"}}");
        }))).Should().StartWith("False").And.Contain("could not be asked").And.Contain("__KEY");
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
        using MeterListener meters = new() { InstrumentPublished = (instrument, listener) => { if (instrument.Meter.Name == ModelMeters.Name) listener.EnableMeasurementEvents(instrument); } };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => { lock (figures) figures[instrument.Name] = figures.GetValueOrDefault(instrument.Name) + value; });
        meters.SetMeasurementEventCallback<int>((instrument, value, _, _) => { lock (figures) figures[instrument.Name] = figures.GetValueOrDefault(instrument.Name) + value; });
        meters.Start();
        string question = $"what of the secret question {content}?";
        await using ScriptedProvider provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1]), ("Lavrov says {3}.", [3])));
        await using ModelHost host = new(provider.Settings, content: content);
        (await host.WriteAsync(question)).Should().NotBeNull();
        lock (figures)
            figures.Keys.Should().Contain(["gen_ai.client.token.usage", "digestbot.prose.answers", "digestbot.prose.dropped"]);
        string told = string.Join('\n', traces.ToArray().SelectMany(t => t.TagObjects.Select(tag => $"{tag.Key} {tag.Value}").Concat(t.Events.SelectMany(e => e.Tags.Select(tag => $"{tag.Value}")))));
        told.Should().Contain("gen_ai.usage");
        told.Contains("secret question " + content, StringComparison.Ordinal).Should().Be(content);
    }

    private static async Task<string> CheckAsync(Scripted scripted)
    {
        await using ScriptedProvider provider = await ScriptedProvider.StartAsync("openai", _ => scripted);
        await using ServiceProvider services = new ServiceCollection().AddModelHttp().BuildServiceProvider();
        using IChatClient client = ModelClient.Create(new Settings { Model = provider.Settings }, services.GetRequiredService<IHttpClientFactory>());
        (bool works, string words) = await ModelCheck.RunAsync(client, provider.Settings, TimeProvider.System, TestContext.Current.CancellationToken);
        return $"{works} {words}";
    }
}
