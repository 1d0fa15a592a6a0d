namespace DigestBot.Tests.Chat.Slack;

/// <summary>Tests that have a Slack of their own, none of whose rules the bot may break.</summary>
public abstract class SlackTests : IAsyncLifetime
{
    private protected FakeSlack Slack { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync() => Slack = await FakeSlack.StartAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Slack.DisposeAsync();
        Slack.Broken.Should().BeEmpty();
        GC.SuppressFinalize(this);
    }
}
