using System.Threading.Channels;
using DigestBot.Chat;
using DigestBot.Tests.Answers;
using DigestBot.Tests.LanguageModels;
using Microsoft.Extensions.Logging.Abstractions;

namespace DigestBot.Tests.Chat;

/// <summary>What a chat sees of a language model: the plain answer at once, prose in its place when there is some, and nothing of its troubles.</summary>
public sealed class ProseReplyTests(AnsweredArchive archive) : IClassFixture<AnsweredArchive>
{
    private static readonly Command _ask = new() { Workspace = "local", Verb = "ask", Text = "what do they say?" };

    private readonly Channel<Reply> _replaced = Channel.CreateUnbounded<Reply>();

    [Fact]
    public async Task Gives_the_plain_answer_at_once_and_puts_prose_in_its_place()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Lavrov offers {2}, but Khatib says {3}.", [2, 3])));
        await using ModelHost host = new(provider.Settings with { Patience = 600 });
        var prompt = Prompt(host);
        var plain = await AskAsync(prompt);
        plain!.Text.Should().Be("Twelve statements.");
        var written = await ReplacedAsync(host);
        written.Text.Should().Be("Twelve statements.\nLavrov offers to meet Khatib in a neutral capital, but Khatib says “we will not go to Moscow”. ² ³");
        written.Sections.Should().BeEquivalentTo(plain.Sections);
        (await AskAsync(prompt))!.Text.Should().Be(written.Text, "it is known now");
    }

    [Fact]
    public async Task Leaves_the_plain_answer_where_the_model_lies()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", body => body.Contains("second", StringComparison.Ordinal)
            ? Scripted.Drafts(("Khatib demands {1}.", [1]))
            : Scripted.Drafts(("Lavrov says {3}.", [3])));
        await using ModelHost host = new(provider.Settings with { Patience = 600 });
        var prompt = Prompt(host);
        (await AskAsync(prompt))!.Text.Should().Be("Twelve statements.");
        // What is replaced first is the second answer: the first was left as it is.
        await AskAsync(prompt, _ask with { Text = "second" });
        (await ReplacedAsync(host)).Text.Should().Contain("an apology from Moscow");
        _replaced.Reader.Count.Should().Be(0);
    }

    [Fact]
    public async Task Looks_up_what_the_parser_does_not_understand()
    {
        var round = 0;
        await using var provider = await ScriptedProvider.StartAsync("openai", body => ++round switch
        {
            1 => Scripted.Calls("find_statements", new { words = "apology from Moscow", speaker = "Khatib" }),
            _ => Scripted.Drafts(("Khatib demands {1}.", [1])),
        });
        await using ModelHost host = new(provider.Settings with { Patience = 600 }, archive.Store);
        var prompt = Prompt(host, new Reply { Text = "Ask who said what.", Found = false, IsPuzzled = true });
        (await AskAsync(prompt))!.Text.Should().Be("Ask who said what.");
        var written = await ReplacedAsync(host);
        written.Found.Should().BeTrue();
        written.Text.Should().StartWith("Khatib demands ").And.EndWith(". ¹");
        written.Sections.Single().Lines.Single().Speaker.Should().Contain("hatib");
    }

    [Fact]
    public async Task Writes_over_nothing_that_is_no_answer()
    {
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Khatib demands {1}.", [1])));
        await using ModelHost host = new(provider.Settings with { Patience = 600 });
        await AskAsync(Prompt(host, new Reply { Text = "Nothing by Zorro.", Found = false, Sections = [new ReplySection { Lines = CitedLines.All }] }));
        await AskAsync(Prompt(host), _ask with { Verb = "people" });
        await AskAsync(Prompt(host), _ask with { IsPressed = true });
        provider.Requests.Should().BeEmpty();
    }

    private static PromptReply Prompt(ModelHost host, Reply? reply = null)
    {
        reply ??= new Reply { Text = "Twelve statements.", Sections = [new ReplySection { Lines = CitedLines.All }] };
        Verb[] verbs = [ChatHost.TestVerb("ask", (_, _) => Task.FromResult(reply)), ChatHost.TestVerb("people", (_, _) => Task.FromResult(reply))];
        return new PromptReply(new CommandHandler(null!, verbs), host.Clock, NullLogger<PromptReply>.Instance, new ProseReply(host.Writer, host.Researcher));
    }

    private Task<Reply?> AskAsync(PromptReply prompt, Command? command = null) => prompt.AnswerAsync(
        command ?? _ask,
        (_, _) => Task.CompletedTask,
        async (written, cancel) => await _replaced.Writer.WriteAsync(written, cancel));

    /// <summary>The next reply that took another's place, while the clock moves on.</summary>
    private async Task<Reply> ReplacedAsync(ModelHost host)
    {
        var next = _replaced.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask();
        await Turns.AdvanceUntilAsync(host.Clock, next, TimeSpan.FromMilliseconds(50));
        return await next;
    }
}
