using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class CommandParserTests
{
    private static readonly Command _asker = new() { Workspace = "local", Verb = "help" };

    [Theory]
    [InlineData("/ask what did Khatib demand?", "ask", "what did Khatib demand?")]
    [InlineData("ask what did Khatib demand?", "ask", "what did Khatib demand?")]
    [InlineData("/digestbot ask what did Khatib demand?", "ask", "what did Khatib demand?")]
    [InlineData("digestbot ask what did Khatib demand?", "ask", "what did Khatib demand?")]
    [InlineData("  /ASK   what did Khatib demand?  ", "ask", "what did Khatib demand?")]
    [InlineData("ask \"what did Khatib demand?\"", "ask", "what did Khatib demand?")]
    [InlineData("ask “what did Khatib demand?”", "ask", "what did Khatib demand?")]
    [InlineData("ask who said \"no\" and \"never\"", "ask", "who said \"no\" and \"never\"")]
    [InlineData("\"no\" is what who said to \"whom\"?", "ask", "\"no\" is what who said to \"whom\"?")]
    [InlineData("what did Khatib demand?", "ask", "what did Khatib demand?")]
    [InlineData("and Lavrov?", "ask", "and Lavrov?")]
    [InlineData("why?", "ask", "why?")]
    [InlineData("/why?", "why?", "")]
    [InlineData("digest", "digest", "")]
    [InlineData("/digest", "digest", "")]
    [InlineData("people Khatib", "people", "Khatib")]
    [InlineData("help", "help", "")]
    [InlineData("/help", "help", "")]
    [InlineData("help ask", "help", "ask")]
    [InlineData("", "help", "")]
    [InlineData("   ", "help", "")]
    [InlineData("/", "help", "")]
    [InlineData("/digestbot", "help", "")]
    [InlineData("ask", "ask", "")]
    [InlineData("/frobnicate the news now", "frobnicate", "the news now")]
    [InlineData("askk what did he say", "askk", "what did he say")]
    [InlineData("hello", "hello", "")]
    [InlineData("ask what did he say about: the talks", "ask", "what did he say about: the talks")]
    [InlineData("ask when is 10:30 and what:ever?", "ask", "when is 10:30 and what:ever?")]
    public void Reads_verb_and_text(string typed, string verb, string text)
    {
        var command = CommandParser.Parse(typed, _asker, Verbs.All);
        command.Verb.Should().Be(verb);
        command.Text.Should().Be(text);
        command.Options.Should().BeEmpty();
    }

    [Theory]
    [InlineData("ask what did he say since:7d", "what did he say", "since=7d")]
    [InlineData("ask since:7d what did he say", "what did he say", "since=7d")]
    [InlineData("ask what did he say --since 7d", "what did he say", "since=7d")]
    [InlineData("ask what did he say --since=7d", "what did he say", "since=7d")]
    [InlineData("ask what was said speaker:\"Moaz al-Khatib\" about:talks", "what was said", "about=talks speaker=Moaz al-Khatib")]
    [InlineData("ask what was said speaker:“Moaz al-Khatib” private:no", "what was said", "private=no speaker=Moaz al-Khatib")]
    [InlineData("digest since:24h until:2012-12-31", "", "since=24h until=2012-12-31")]
    [InlineData("digest speaker:Khatib", "speaker:Khatib", "")]
    public void Reads_the_options_that_the_verb_has(string typed, string text, string options)
    {
        var command = CommandParser.Parse(typed, _asker, Verbs.All);
        command.Text.Should().Be(text);
        string.Join(' ', command.Options.OrderBy(o => o.Key).Select(o => $"{o.Key}={o.Value}")).Should().Be(options);
    }

    [Theory]
    [InlineData("aks", "ask")]
    [InlineData("askk", "ask")]
    [InlineData("digets", "digest")]
    [InlineData("peple", "people")]
    [InlineData("hepl", "help")]
    [InlineData("frobnicate", null)]
    [InlineData("what", null)]
    public void Knows_the_verb_that_a_mistyped_word_means(string word, string? verb) =>
        CommandParser.Nearest(word, Verbs.All)?.Name.Should().Be(verb);

    [Fact]
    public void Text_without_end_is_read_without_end_of_time()
    {
        var text = string.Concat(Enumerable.Repeat("--since=\" ", 10_000));
        CommandParser.Parse($"ask {text}", _asker, Verbs.All).Verb.Should().Be("ask");
    }
}
