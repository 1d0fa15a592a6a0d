using DigestBot.Chat;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Chat;

public sealed class ConversationsTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Conversations _conversations;

    public ConversationsTests() => _conversations = new Conversations(_clock);

    [Fact]
    public void A_question_knows_those_before_it()
    {
        Ask("what did Khatib demand?");
        Ask("and Lavrov?");
        Ask("when?").Should().Equal("what did Khatib demand?", "and Lavrov?");
    }

    [Fact]
    public void What_leans_on_nothing_is_the_same_question_after_any_other_and_is_itself_remembered()
    {
        Ask("what did Khatib demand?");
        Ask("what did Lavrov say about Assad?").Should().BeEmpty();
        Ask("what did he say about talks?").Should().Equal("what did Khatib demand?", "what did Lavrov say about Assad?");
    }

    [Fact]
    public void Nothing_is_known_of_other_users_channels_and_workspaces()
    {
        Ask("what did Khatib demand?");
        Ask("and Lavrov?", user: "2").Should().BeEmpty();
        Ask("and Lavrov?", channel: "d").Should().BeEmpty();
        Ask("and Lavrov?", workspace: "slack:T2").Should().BeEmpty();
    }

    [Fact]
    public void After_a_quarter_of_an_hour_it_is_forgotten()
    {
        Ask("what did Khatib demand?");
        _clock.Advance(Conversations.Kept);
        Ask("and Lavrov?").Should().BeEmpty();
    }

    [Fact]
    public void A_user_can_have_everything_forgotten()
    {
        Ask("what did Khatib demand?");
        Ask("what did Khatib demand?", channel: "d");
        _conversations.Forget("slack:T1", "1").Should().Be(2);
        Ask("and Lavrov?").Should().BeEmpty();
    }

    [Fact]
    public void It_does_not_grow_without_end()
    {
        for (var user = 0; user < 25_000; user++)
        {
            Ask("what did Khatib demand?", user: $"{user}");
        }

        Ask("and Lavrov?", user: "24999").Should().ContainSingle();
        Ask("and Lavrov?", user: "0").Should().BeEmpty();
    }

    private IReadOnlyList<string> Ask(string question, string user = "1", string channel = "c", string workspace = "slack:T1") =>
        _conversations.Continue(new Command { Workspace = workspace, User = user, Channel = channel, Verb = "ask", Text = question }).Previous;
}
