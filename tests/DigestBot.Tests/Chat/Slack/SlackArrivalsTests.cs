using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DigestBot.Chat.Slack;
using DigestBot.Storage;
using Microsoft.Data.Sqlite;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackArrivalsTests : SlackTests
{
    private const string Question = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_mention","user":"U1","text":"<@U0BOT> ask who?","ts":"1.1","channel":"C1"}}""";
    private const string Removal = """{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{"type":"app_uninstalled"}}""";

    [Fact]
    public async Task A_question_that_a_kill_left_unanswered_is_answered_at_the_next_start()
    {
        await using var host = await StartAsync(Question);
        await UntilAsync(host, () => Slack.Messages.Count == 1);
        ((string?)Slack.Messages.Single()["text"]).Should().Be("You asked: who?");
        ((string?)Slack.Messages.Single()["thread_ts"]).Should().Be("1.1");
        await FinishedAsync(host);
    }

    [Fact]
    public async Task A_question_that_was_answered_before_the_kill_is_not_answered_again()
    {
        Slack.Messages.Add(JsonNode.Parse("""{"channel":"C1","thread_ts":"1.1","ts":"1.2","text":"You asked: who?","metadata":{"event_type":"digestbot_answer","event_payload":{"event":"Ev1"}}}""")!);
        await using var host = await StartAsync(Question);
        await FinishedAsync(host);
        Slack.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task Where_nobody_can_see_whether_it_was_answered_it_is_not_answered_twice()
    {
        Slack.Answer("conversations.replies", 200, """{"ok":false,"error":"missing_scope","needed":"channels:history"}""");
        await using var host = await StartAsync(Question);
        await FinishedAsync(host);
        Slack.Messages.Should().BeEmpty();
        host.Log.All.Should().Contain("channels:history");
    }

    [Fact]
    public async Task After_an_hour_nobody_waits_any_more()
    {
        await using var host = await StartAsync(Question, TimeSpan.FromMinutes(61));
        await FinishedAsync(host);
        Slack.Requests.Should().BeEmpty();
        host.Log.All.Should().Contain("is not answered any more");
    }

    [Fact]
    public async Task A_workspace_that_has_removed_the_app_is_forgotten_however_late()
    {
        await using var host = await StartAsync(Removal, TimeSpan.FromDays(3));
        await host.Log.WaitForAsync("slack:T1 has removed the app");
        await FinishedAsync(host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_whose_fate_is_unknown_is_looked_for_and_given_once(bool hasArrived)
    {
        if (hasArrived)
        {
            Slack.LoseAnswer("chat.postMessage");
        }
        else
        {
            Slack.LoseRequest("chat.postMessage");
        }

        await using var host = await StartAsync();
        using var response = await host.HappenAsync(Question);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await host.Log.WaitForAsync("The bot tries again")).Should().StartWith("Warning");
        await FinishedAsync(host);
        Slack.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_answered_is_written_down_no_longer()
    {
        await using var host = await StartAsync();
        using var _ = await host.HappenAsync(Question);
        await Slack.Messages.ArrivalAsync(1);
        await FinishedAsync(host);
        using var repeated = await host.HappenAsync(Question);
        repeated.StatusCode.Should().Be(HttpStatusCode.OK);
        (await host.Store.NoteArrivalAsync("slack:Ev1", TestContext.Current.CancellationToken)).Should().BeFalse();
        Slack.Messages.Should().ContainSingle();
    }

    [Fact]
    public async Task An_archive_that_is_slow_keeps_Slack_waiting_no_longer_than_Slack_waits()
    {
        await using var host = await StartAsync();
        using (SqliteConnection other = new($"Data Source={host.Store.Path}"))
        {
            other.Open();
            using var held = other.BeginTransaction();
            var acknowledging = host.HappenAsync(Question);
            await Turns.AdvanceUntilAsync(host.Clock, acknowledging);
            (await acknowledging).StatusCode.Should().Be(HttpStatusCode.OK);
            Slack.Messages.Should().BeEmpty();
        }
        await Slack.Messages.ArrivalAsync(1);
    }

    [Fact]
    public async Task What_cannot_be_written_down_is_not_acknowledged_so_that_Slack_repeats_it()
    {
        await using var host = await StartAsync();
        host.Store.Dispose();
        using var response = await host.HappenAsync(Question);
        response.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        Slack.Messages.Should().BeEmpty();
    }

    /// <summary>Starts the bot; with what an earlier run has left over, if anything.</summary>
    private Task<ChatHost> StartAsync(string? leftOver = null, TimeSpan ago = default) => ChatHost.StartAsync(new Settings { Slack = Slack.Settings }, [], services =>
    {
        if (leftOver is not null)
        {
            LeaveOver((Store)services.Single(s => s.ServiceType == typeof(Store)).ImplementationInstance!, leftOver, ago);
        }

        services.AddSlackArrivals();
    });

    private static void LeaveOver(Store store, string payload, TimeSpan ago)
    {
        store.KeepArrivalAsync("slack:Ev1", Encoding.UTF8.GetBytes(payload)).GetAwaiter().GetResult();
        using SqliteConnection connection = new($"Data Source={store.Path}");
        connection.Open();
        using var older = connection.CreateCommand();
        older.CommandText = "UPDATE inbox SET seen = seen - $ago";
        older.Parameters.AddWithValue("$ago", (long)ago.TotalMilliseconds);
        older.ExecuteNonQuery();
    }

    private static Task FinishedAsync(ChatHost host) => UntilAsync(host, () => host.Store.UnfinishedArrivalsAsync("slack:").GetAwaiter().GetResult().Count == 0);

    private static async Task UntilAsync(ChatHost host, Func<bool> holds)
    {
        while (!holds())
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
