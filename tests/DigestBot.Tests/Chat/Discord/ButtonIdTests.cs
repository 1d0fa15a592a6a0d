using CsCheck;
using DigestBot.Chat;
using DigestBot.Chat.Discord;

namespace DigestBot.Tests.Chat.Discord;

public sealed class ButtonIdTests
{
    [Fact]
    public void What_fits_is_read_back_as_it_was() => TestReplies.Text.Sample(text =>
    {
        var action = new Button("", $"ask {PlainText.Clean(text)}", ButtonPlace.Replace).Action;
        var id = ButtonId.Pack(action);
        if (id is null)
        {
            return;
        }

        (id.Length is >= 1 and <= ButtonId.Limit).Should().BeTrue();
        ButtonId.Unpack(id).Should().Be(action);
    }, iter: 2000);

    [Theory]
    [InlineData("ask what did Khatib demand of Moscow after the invitation, and which conditions did he set for talks with the government in Damascus? after:\"who is Moaz al-Khatib? | what did Lavrov offer?\" page:2")]
    [InlineData("ask what did the Prime Minister of Canada say in parliament about the wrongful detention of the two citizens in China, and did she demand that they be released before any negotiations on trade could begin again, or did she leave that open until the summit in October? since:2018-12-01 speaker:\"Chrystia Freeland\" about:detention page:3")]
    public void Questions_of_some_length_fit(string typed)
    {
        var action = new Button("", typed, ButtonPlace.Replace).Action;
        action.Length.Should().BeGreaterThan(ButtonId.Limit);
        ButtonId.Unpack(ButtonId.Pack(action)).Should().Be(action);
    }

    [Fact]
    public void What_does_not_fit_is_no_button()
    {
        Random random = new(1);
        var noise = string.Concat(Enumerable.Range(0, 300).Select(_ => (char)('a' + random.Next(26))));
        Reply reply = new() { Text = "x", Buttons = [new Button("More", noise, ButtonPlace.Replace), new Button("Sources", "sources 1", ButtonPlace.Private)] };
        DiscordComponents.Of(reply, isPrivate: true)!.Single().Components!.Select(c => c.Label).Should().Equal("Sources");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("~")]
    [InlineData("~abc")]
    [InlineData("~一一一")]
    [InlineData("~龥")]
    [InlineData("pick")]
    [InlineData("x")]
    public void What_is_not_ours_is_no_button_either(string? id) => Button.Read(ButtonId.Unpack(id)).Should().BeNull();
}
