using DigestBot.Chat;
using DigestBot.Chat.Discord;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordComponentsTests
{
    [Fact]
    public void Sharing_is_offered_only_where_others_do_not_see_it_already()
    {
        Reply reply = new() { Text = "x", Buttons = [new Button("Sources", "sources 1", ButtonPlace.Private), new Button("Share", "ask x private:no", ButtonPlace.Channel)] };
        Labels(DiscordComponents.Of(reply, isPrivate: false)).Should().Equal("Sources");
        Labels(DiscordComponents.Of(reply, isPrivate: true)).Should().Equal("Sources", "Share");
    }

    [Fact]
    public void A_choice_stands_above_the_buttons()
    {
        Reply reply = new()
        {
            Text = "x",
            Buttons = [new Button("Back", "help", ButtonPlace.Replace)],
            Picker = new Picker("Who says it?", [new Button("Lavrov", "wrong-speaker 1 speaker:Lavrov", ButtonPlace.Replace), new Button("Nobody", "wrong-speaker 1 speaker:nobody", ButtonPlace.Replace)]),
        };
        var rows = DiscordComponents.Of(reply, isPrivate: true)!;
        rows[0].Components!.Single().Options!.Select(o => o.Label).Should().Equal("Lavrov", "Nobody");
        rows[1].Components!.Single().CustomId.Should().Be("=help");
    }

    [Fact]
    public void What_leads_to_the_same_is_shown_once()
    {
        Reply reply = new() { Text = "x", Buttons = [new Button("A", "help", ButtonPlace.Private), new Button("B", "help", ButtonPlace.Private)] };
        Labels(DiscordComponents.Of(reply, isPrivate: true)).Should().Equal("A");
    }

    [Fact]
    public void More_than_a_row_of_buttons_begins_another()
    {
        Reply reply = new() { Text = "x", Buttons = [.. Enumerable.Range(1, 40).Select(i => new Button($"{i}", $"people page:{i}", ButtonPlace.Replace))] };
        DiscordComponents.Of(reply, isPrivate: true)!.Select(r => r.Components!.Count).Should().Equal(5, 5, 5, 5, 5);
    }

    private static IEnumerable<string?> Labels(IReadOnlyList<DiscordComponent>? rows) => rows!.SelectMany(r => r.Components!).Select(c => c.Label);
}
