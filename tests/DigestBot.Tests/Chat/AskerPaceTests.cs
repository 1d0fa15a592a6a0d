using DigestBot.Chat;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class AskerPaceTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void One_who_sends_too_much_waits_and_the_others_do_not()
    {
        AskerPace pace = new(_clock);
        Enumerable.Range(0, 5000).Count(_ => pace.Allows(Of("1"))).Should().Be(AskerPace.Most);
        pace.Allows(Of("2")).Should().BeTrue();
        _clock.Advance(AskerPace.Span);
        pace.Allows(Of("1")).Should().BeTrue();
    }

    [Fact]
    public void The_terminal_is_not_held_up()
    {
        AskerPace pace = new(_clock);
        Enumerable.Range(0, 100).Count(_ => pace.Allows(new Command { Workspace = "local", Verb = "ask" })).Should().Be(100);
    }

    private static Command Of(string user) => new() { Workspace = "discord:5", User = user, Verb = "ask" };
}
