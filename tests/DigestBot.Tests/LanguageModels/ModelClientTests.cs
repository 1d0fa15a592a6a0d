using DigestBot.LanguageModels;

namespace DigestBot.Tests.LanguageModels;

public sealed class ModelClientTests
{
    private static readonly ModelSettings _right = new() { Provider = "openai", Name = "m", Key = "sk-1" };

    public static TheoryData<string> AllWrong => [.. _wrong.Keys];

    private static readonly Dictionary<string, ModelSettings> _wrong = new(StringComparer.Ordinal)
    {
        ["There is no provider 'OpenAI 4': write DIGESTBOT_MODEL__PROVIDER as openai, ollama or anthropic."] = _right with { Provider = "OpenAI 4" },
        ["No model is named: set DIGESTBOT_MODEL__NAME*"] = _right with { Name = " " },
        ["'localhost:1' is no address: write DIGESTBOT_MODEL__ADDRESS*"] = _right with { Address = "localhost:1" },
        ["Anthropic wants a key: set DIGESTBOT_MODEL__KEY."] = _right with { Provider = "anthropic", Key = null },
        ["OpenAI wants a key: *"] = _right with { Key = "" },
        ["DIGESTBOT_MODEL__KEY has a character that no key has*the end of a line*"] = _right with { Key = "sk-1\r" },
        ["0 is no patience: *"] = _right with { Patience = 0 },
        ["99 is no length of an answer: write DIGESTBOT_MODEL__ANSWERTOKENS as 100 to 20000 tokens."] = _right with { AnswerTokens = 99 },
        ["20001 is no length of an answer: *"] = _right with { AnswerTokens = 20_001 },
    };

    [Theory]
    [MemberData(nameof(AllWrong))]
    public void Says_which_setting_is_wrong(string words) =>
        ((Action)(() => ModelClient.Check(_wrong[words]))).Should().Throw<FormatException>().WithMessage(words).And.Message.Should().NotContain("sk-1");

    [Fact]
    public void Takes_what_is_right_and_no_provider_at_all()
    {
        ModelClient.Check(_right);
        ModelClient.Check(_right with { AnswerTokens = 20_000, Address = "https://proxy.example/v1", Key = null });
        ModelClient.Check(_right with { Provider = null, Name = null, Patience = 0 });
    }

    [Theory]
    [MemberData(nameof(ScriptedProvider.Dialects), MemberType = typeof(ScriptedProvider))]
    public async Task The_longest_answer_is_asked_for_at_once(string dialect)
    {
        await using var provider = await ScriptedProvider.StartAsync(dialect, _ => ModelCheckTests.True);
        (await ModelCheckTests.CheckAsync(provider.Settings with { AnswerTokens = 20_000 })).Should().StartWith("True ");
        provider.Requests.Should().OnlyContain(r => r.Contains(":20000", StringComparison.Ordinal));
    }
}
