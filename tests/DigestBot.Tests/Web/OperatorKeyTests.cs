using DigestBot.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace DigestBot.Tests.Web;

public sealed class OperatorKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pass_outlives_a_restart() => Key("a key of enough letters").IsValid(Key("a key of enough letters").IssuePass()).Should().BeTrue();

    [Fact]
    public void Another_key_makes_earlier_passes_void() => Key("another key of enough letters").IsValid(Key("a key of enough letters").IssuePass()).Should().BeFalse();

    [Fact]
    public void A_pass_runs_out_after_its_time()
    {
        var key = Key("a key of enough letters");
        var pass = key.IssuePass();
        _clock.Advance(OperatorKey.Lifetime - TimeSpan.FromMinutes(1));
        key.IsValid(pass).Should().BeTrue();
        _clock.Advance(TimeSpan.FromMinutes(2));
        key.IsValid(pass).Should().BeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("fifteen letters")]
    public void A_key_that_can_be_guessed_is_none(string? typed)
    {
        var key = Key(typed);
        key.IsSet.Should().BeFalse();
        key.Matches(typed).Should().BeFalse();
        key.IsValid("anything").Should().BeFalse();
    }

    private OperatorKey Key(string? typed) =>
        new(new Settings { OperatorKey = typed }, DataProtectionProvider.Create(new DirectoryInfo(_folder.Path)), _clock);
}
