using CsCheck;
using DigestBot.Chat;

namespace DigestBot.Tests.Chat;

public sealed class TypedCommandTests
{
    private static readonly Command _asker = new() { Workspace = "discord:1", Verb = "help" };

    [Theory]
    [InlineData("ask what did Khatib demand?")]
    [InlineData("ask what did Khatib demand? page:2 since:7d")]
    [InlineData("said Khatib about:\"the talks\"")]
    [InlineData("ask and Lavrov? after:\"what did Khatib demand? | when?\"")]
    [InlineData("wrong-speaker 12 speaker:\"Moaz al-Khatib\"")]
    [InlineData("sources 12 15")]
    public void What_a_button_holds_is_read_as_it_was_written(string typed) =>
        TypedCommand.Write(CommandParser.Parse(typed, _asker, Verbs.All)).Should().Be(typed);

    [Fact]
    public void Any_name_comes_back_from_a_button() =>
        Gen.String[Gen.Char["abÉж \"“”'|:"], 1, 20].Sample(name =>
        {
            var written = _asker with { Verb = "wrong-speaker", Text = "12", Options = new Dictionary<string, string>(StringComparer.Ordinal) { ["speaker"] = name } };
            var read = CommandParser.Parse(TypedCommand.Write(written), _asker, Verbs.All);
            return read.Text == "12" && read.Options.GetValueOrDefault("speaker", "") == string.Concat(name.Where(c => !"\"“”".Contains(c, StringComparison.Ordinal))).Trim();
        });

    [Theory]
    [InlineData(ButtonPlace.Replace)]
    [InlineData(ButtonPlace.Private)]
    [InlineData(ButtonPlace.Channel)]
    public void A_pressed_button_tells_where_its_reply_goes(ButtonPlace place) =>
        Button.Read(new Button("More", "ask why? page:2", place).Action).Should().Be(new Button("", "ask why? page:2", place));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("ask why?")]
    public void What_is_no_button_is_none(string? action) => Button.Read(action).Should().BeNull();
}
