using System.Text.Json;
using DigestBot.Tests.LanguageModels;

namespace DigestBot.Tests.Terminal;

public sealed class AskCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Answers_from_what_was_ingested_and_tells_by_its_exit_code_whether_it_could()
    {
        await IngestAsync();
        (var code, var output, _) = await RunAsync("ask", "what did Ruiz deny?");
        code.Should().Be(0);
        output.Should().Contain("Ana Ruiz denies that the city had neglected repairs ¹").And.Contain("¹ Mayor demands new bridge over the river (River Post");
        (code, output, _) = await RunAsync("ask", "what did Putin deny?");
        (code, output).Should().Match<(int Code, string Output)>(r => r.Code == 1 && r.Output.StartsWith("Nothing by “Putin” in the archive (1 story of 2 March 2026)."));
    }

    [Fact]
    public async Task Prints_one_object_also_when_nothing_is_found()
    {
        await IngestAsync();
        var answer = JsonDocument.Parse((await RunAsync("ask", "--json", "what did Ruiz deny?")).Output).RootElement;
        answer.GetProperty("answered").GetBoolean().Should().BeTrue();
        var line = answer.GetProperty("lines")[0];
        line.GetProperty("act").GetString().Should().Be("denies");
        line.GetProperty("kind").GetString().Should().Be("indirect");
        var citation = line.GetProperty("citation");
        citation.EnumerateObject().Select(p => p.Name).Should().Equal("storyId", "title", "outlet", "published", "url", "spans");
        citation.GetProperty("url").ValueKind.Should().Be(JsonValueKind.Null);
        citation.GetProperty("spans")[0].GetArrayLength().Should().Be(2);
        (var code, var output, _) = await RunAsync("ask", "--json", "what did Putin deny?");
        var nothing = JsonDocument.Parse(output).RootElement;
        (code, nothing.GetProperty("answered").GetBoolean(), nothing.GetProperty("lines").GetArrayLength()).Should().Be((1, false, 0));
        nothing.GetProperty("nearest").ValueKind.Should().Be(JsonValueKind.Array);
    }

    [Fact]
    public async Task Answers_a_batch_line_for_line_in_order()
    {
        await IngestAsync();
        await File.WriteAllTextAsync(_folder.File("questions.jsonl"), """
            {"id":"b","question":"what did Ruiz deny?","kind":"verb","answers":[{"content":"x"}]}

            {"id":"a","question":"what did Ruiz deny?","doc_id":"no such story"}
            """, TestContext.Current.CancellationToken);
        (var code, var output, _) = await RunAsync("ask", "--batch", _folder.File("questions.jsonl"));
        code.Should().Be(0);
        JsonElement[] answers = [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        answers.Select(a => (a.GetProperty("id").GetString(), a.GetProperty("answered").GetBoolean())).Should().Equal(("b", true), ("a", false));
    }

    [Fact]
    public async Task Tells_which_line_of_a_batch_is_no_question_and_answers_the_others()
    {
        (var code, var output, var errors) = await BotProcess.RunAsync(["ask", "--data", _folder.File("data"), "--batch", "-"], "{\"id\":\"a\"}\n{\"id\":\"b\",\"question\":\"who?\"}\n");
        (code, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length).Should().Be((2, 1));
        errors.Should().Contain("line 1");
    }

    [Theory]
    [InlineData("--since", "soon", "7d")]
    [InlineData("--batch", "/no/such/file", "no file")]
    public async Task Says_how_it_is_used_where_it_is_used_wrongly(string option, string value, string says)
    {
        (var code, _, var errors) = await RunAsync("ask", option, value, "who?");
        code.Should().Be(2);
        errors.Should().Contain(says).And.NotContain("   at ");
    }

    [Fact]
    public async Task Shows_the_digest_and_the_people()
    {
        await IngestAsync();
        (var code, var output, _) = await RunAsync("digest");
        code.Should().Be(0);
        output.Should().Contain("Mayor demands new bridge over the river (River Post)").And.Contain("Ana Ruiz demands");
        (code, output, _) = await RunAsync("people", "Ruiz");
        code.Should().Be(0);
        output.Should().Contain("Ana Ruiz");
        (await RunAsync("people", "Putin")).Code.Should().Be(1);
        (await RunAsync("digest", "--since", "24h")).Code.Should().Be(1);
    }

    [Fact]
    public async Task A_language_models_sentences_follow_the_plain_answer_unless_it_is_to_stay_plain()
    {
        await IngestAsync();
        await using var provider = await ScriptedProvider.StartAsync("openai", _ => Scripted.Drafts(("Ana Ruiz denies {1}.", [1])));
        Dictionary<string, string> environment = new()
        {
            ["DIGESTBOT_MODEL__PROVIDER"] = "openai",
            ["DIGESTBOT_MODEL__ADDRESS"] = provider.Settings.Address!,
            ["DIGESTBOT_MODEL__NAME"] = "scripted",
        };
        foreach (var option in (string[])["--plain", "--json", "--explain"])
        {
            await BotProcess.RunAsync(["ask", "--data", _folder.File("data"), option, "what did Ruiz deny?"], environment: environment);
        }

        provider.Requests.Should().BeEmpty();
        (var code, var output, var errors) = await BotProcess.RunAsync(["ask", "--data", _folder.File("data"), "what did Ruiz deny?"], environment: environment);
        (code, errors).Should().Be((0, ""));
        output.Should().Contain("Ana Ruiz denies that the city had neglected repairs ¹").And.EndWith("\n\nAna Ruiz denies that the city had neglected repairs. ¹\n");
    }

    private Task IngestAsync() => RunAsync("ingest", Path.Combine(Repository.Root, "tests/DigestBot.Tests/Answers/Stories/bridge-river-post.md"));

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments) =>
        await BotProcess.RunAsync([arguments[0], "--data", _folder.File("data"), .. arguments[1..]]);
}
