using DigestBot.Storage;
using Microsoft.AspNetCore.Http;

namespace DigestBot.Tests.LanguageModels;

/// <summary>The three providers' protocols on a real listener, and what lies they may tell.</summary>
public sealed class ProseWriterTests
{
    public static TheoryData<string> Dialects => ScriptedProvider.Dialects;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Writes_what_stands_the_check(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Drafts(("Lavrov offers {2}, but Khatib demands an apology from Moscow.", [1, 2])));
        await using ModelHost host = new(provider.Settings);
        var prose = await host.WriteAsync();
        prose.Should().NotBeNull(host.Log.All);
        prose.Sentences.Single().Parts.Select(p => p.Quoted?.Content ?? p.Text).Should().Equal("Lavrov offers ", "to meet Khatib in a neutral capital", ", but Khatib demands an apology from Moscow.");
        prose.Sentences.Single().Lines.Should().Equal(CitedLines.All[0], CitedLines.All[1]);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Catches_every_lie(string dialect)
    {
        string[] numbers = [.. Lies.All.Select((_, at) => $"lie {at}.")];
        await using var provider = await ScriptedProvider.StartAsync(dialect, body => Scripted.Drafts((Lies.All[Array.FindIndex(numbers, body.Contains)].Text, Lies.All[Array.FindIndex(numbers, body.Contains)].Numbers)));
        await using ModelHost host = new(provider.Settings);
        List<string> shown = [];
        foreach ((var number, (var what, _, _)) in numbers.Zip(Lies.All))
        {
            if (await host.WriteAsync($"{number} what do they say?") is not null)
            {
                shown.Add(what);
            }
        }
        shown.Should().BeEmpty();
        provider.Requests.Should().HaveCount(Lies.All.Count).And.HaveCountGreaterThanOrEqualTo(60);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Drops_the_lie_and_keeps_the_truth_beside_it(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => Scripted.Drafts(("Khatib demands an apology from Moscow.", [1]), ("Khatib offers an apology to Moscow.", [1])));
        await using ModelHost host = new(provider.Settings);
        var prose = await host.WriteAsync();
        prose!.Sentences.Single().Parts.Single().Text.Should().Be("Khatib demands an apology from Moscow.");
    }

    public static TheoryData<string, string> Nonsense()
    {
        TheoryData<string, string> all = [];
        foreach (var dialect in (string[])["openai", "ollama", "anthropic"])
        {
            foreach (var what in _troubles.Keys)
            {
                all.Add(dialect, what);
            }
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Writes_nothing_and_throws_nothing_when_the_provider_is_in_trouble(string dialect, string what)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => _troubles[what]);
        await using ModelHost host = new(provider.Settings);
        var writing = host.WriteAsync();
        while (!writing.IsCompleted)
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(writing, Task.Delay(10, Cancel));
        }
        (await writing).Should().BeNull();
    }

    private static readonly Dictionary<string, Scripted> _troubles = new(StringComparer.Ordinal)
    {
        ["broken JSON in the text"] = Scripted.Says("{\"sentences\":[{\"text\":\"Khatib demands"),
        ["prose in the place of JSON"] = Scripted.Says("Sure! Khatib demands an apology from Moscow."),
        ["another shape"] = Scripted.Says("{\"answer\":42}"),
        ["an array"] = Scripted.Says("[1,2,3]"),
        ["null"] = Scripted.Says("null"),
        ["nothing"] = Scripted.Says(""),
        ["null sentences"] = Scripted.Says("{\"sentences\":[{\"text\":null,\"statements\":null}]}"),
        ["refusal"] = Scripted.Says("I’m sorry, but I can’t help with that."),
        ["numbers that are no numbers"] = Scripted.Says("{\"sentences\":[{\"text\":\"Khatib demands an apology from Moscow.\",\"statements\":[\"one\"]}]}"),
        ["a tool that nobody offered"] = Scripted.Calls("delete_archive", new { path = "/" }),
        ["500"] = Scripted.Does(context => StatusAsync(context, 500)),
        ["429"] = Scripted.Does(context => StatusAsync(context, 429)),
        ["401"] = Scripted.Does(context => StatusAsync(context, 401)),
        ["404"] = Scripted.Does(context => StatusAsync(context, 404)),
        ["a web page"] = Scripted.Does(context => context.Response.WriteAsync("<html><body>Login</body></html>")),
        ["broken protocol"] = Scripted.Does(context => context.Response.WriteAsync("{\"choices\":[{\"mess")),
        ["a redirect to elsewhere"] = Scripted.Does(context =>
        {
            context.Response.Redirect("http://127.0.0.1:9/elsewhere");
            return Task.CompletedTask;
        }),
        ["hanging up"] = Scripted.Does(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }),
        ["endless stream"] = Scripted.Does(async context =>
        {
            var spaces = new byte[64 * 1024];
            Array.Fill(spaces, (byte)' ');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(spaces, context.RequestAborted);
            }
        }),
        ["endless silence"] = Scripted.Does(context => Task.Delay(Timeout.Infinite, context.RequestAborted)),
        ["endless trickle"] = Scripted.Does(async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        }),
    };

    [Fact]
    public async Task Leaves_a_provider_alone_that_is_down_and_tries_again_in_a_minute()
    {
        var asked = 0;
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => ++asked == 1 ? _troubles["500"] : Scripted.Drafts(("Khatib demands {1}.", [1])));
        await using ModelHost host = new(provider.Settings);
        (await host.WriteAsync()).Should().BeNull();
        (await host.WriteAsync()).Should().BeNull();
        asked.Should().Be(1);
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        (await host.WriteAsync()).Should().NotBeNull();
        host.Log.All.Should().Contain("did not write");
    }

    [Fact]
    public async Task Asks_once_for_the_same_lines_and_question()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1])));
        await using ModelHost host = new(provider.Settings);
        var first = await host.WriteAsync();
        (await host.WriteAsync(workspace: "slack:T1")).Should().BeSameAs(first);
        host.Writer.Known("what do they say?", CitedLines.All).Should().BeSameAs(first);
        provider.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Stops_at_a_workspaces_budget_until_the_next_day()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1])) with { Tokens = 8_000 });
        await using ModelHost host = new(provider.Settings with { TokensADay = 9_000 });
        (await host.WriteAsync("one?")).Should().NotBeNull();
        (await host.WriteAsync("two?")).Should().BeNull();
        (await host.WriteAsync("two?", workspace: "slack:T1")).Should().NotBeNull();
        host.Clock.Advance(TimeSpan.FromDays(1));
        (await host.WriteAsync("three?")).Should().NotBeNull();
    }

    [Fact]
    public async Task A_restart_gives_nothing_of_the_budget_back()
    {
        using TemporaryFolder folder = new();
        using Store store = new(folder.File("digestbot.db"), TimeProvider.System);
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1])) with { Tokens = 8_000 });
        foreach (var isBefore in (bool[])[true, false])
        {
            await using ModelHost host = new(provider.Settings with { TokensADay = 9_000 }, store);
            (await host.WriteAsync() is not null).Should().Be(isBefore);
        }
        provider.Requests.Should().ContainSingle();
    }

    private static Task StatusAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync("{\"error\":{\"message\":\"no\",\"type\":\"error\"}}");
    }
}
