using System.Security.Cryptography;
using System.Text;
using DigestBot.Chat.Slack;

namespace DigestBot.Tests.Chat.Slack;

public sealed class SlackSignatureTests
{
    // Slack's published example (docs: Verifying requests from Slack).
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const long Published = 1531420618;
    private const string PublishedSignature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private const string PublishedBody =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private const long Now = 1_800_000_000;
    private const string Body = "command=%2Fdigestbot&text=ask+what+did+Khatib+demand%3F";

    private static readonly string[] _accepted =
    [
        "as it is", "five minutes old", "five minutes ahead", "empty body", "body of letters of all scripts", "large body", "body of zero bytes",
    ];

    private static readonly Dictionary<string, Func<SignedRequest, SignedRequest>> _changes = new(StringComparer.Ordinal)
    {
        ["as it is"] = r => r,
        ["five minutes old"] = _ => Sign(Now - 300, Body),
        ["five minutes ahead"] = _ => Sign(Now + 300, Body),
        ["empty body"] = _ => Sign(Now, ""),
        ["body of letters of all scripts"] = _ => Sign(Now, "text=что сказал Лавров? 😀"),
        ["large body"] = _ => Sign(Now, new string('x', 200_000)),
        ["body of zero bytes"] = _ => Sign(Now, "\0\0"),
        ["older than five minutes"] = _ => Sign(Now - 301, Body),
        ["more than five minutes ahead"] = _ => Sign(Now + 301, Body),
        ["an hour old"] = _ => Sign(Now - 3600, Body),
        ["timestamp zero"] = _ => Sign("0", Body),
        ["no timestamp"] = r => r with { Timestamp = null },
        ["empty timestamp"] = _ => Sign("", Body),
        ["timestamp with a sign"] = _ => Sign($"+{Now}", Body),
        ["negative timestamp"] = _ => Sign($"-{Now}", Body),
        ["timestamp with a space"] = _ => Sign($" {Now}", Body),
        ["timestamp with a line break"] = _ => Sign($"{Now}\n", Body),
        ["timestamp with a fraction"] = _ => Sign($"{Now}.5", Body),
        ["timestamp with an exponent"] = _ => Sign("18e8", Body),
        ["timestamp in milliseconds"] = _ => Sign($"{Now}000", Body),
        ["timestamp beyond 64 bits"] = _ => Sign("99999999999999999999", Body),
        ["timestamp in Arabic digits"] = _ => Sign("١٨٠٠٠٠٠٠٠٠", Body),
        ["timestamp in words"] = _ => Sign("soon", Body),
        ["another timestamp than signed"] = r => r with { Timestamp = $"{Now + 1}" },
        ["no signature"] = r => r with { Signature = null },
        ["empty signature"] = r => r with { Signature = "" },
        ["signature without its version"] = r => r with { Signature = r.Signature![3..] },
        ["signature of version 1"] = r => r with { Signature = $"v1={r.Signature![3..]}" },
        ["version in capitals"] = r => r with { Signature = $"V0={r.Signature![3..]}" },
        ["version alone"] = r => r with { Signature = "v0=" },
        ["signature in capitals"] = r => r with { Signature = $"v0={r.Signature![3..].ToUpperInvariant()}" },
        ["signature of zeros"] = r => r with { Signature = $"v0={new string('0', 64)}" },
        ["signature one digit short"] = r => r with { Signature = r.Signature![..^1] },
        ["signature one byte short"] = r => r with { Signature = r.Signature![..^2] },
        ["signature one byte long"] = r => r with { Signature = $"{r.Signature}00" },
        ["signature with a space"] = r => r with { Signature = $"{r.Signature} " },
        ["signature of other letters"] = r => r with { Signature = $"v0=g{r.Signature![4..]}" },
        ["signature in base64"] = r => r with { Signature = $"v0={Convert.ToBase64String(Convert.FromHexString(r.Signature![3..]))}" },
        ["two signatures in one"] = r => r with { Signature = $"{r.Signature},{r.Signature}" },
        ["first digit of the signature changed"] = r => r with { Signature = $"v0={(r.Signature![3] == '0' ? '1' : '0')}{r.Signature[4..]}" },
        ["last digit of the signature changed"] = r => r with { Signature = $"{r.Signature![..^1]}{(r.Signature[^1] == '0' ? '1' : '0')}" },
        ["a byte of the body changed"] = r => r with { Body = [.. r.Body[..^1], (byte)'x'] },
        ["a byte of the body more"] = r => r with { Body = [.. r.Body, (byte)'&'] },
        ["a byte of the body less"] = r => r with { Body = r.Body[..^1] },
        ["body gone"] = r => r with { Body = [] },
        ["body decoded"] = r => r with { Body = Encoding.UTF8.GetBytes(Uri.UnescapeDataString(Body)) },
        ["fields in another order"] = r => r with { Body = Encoding.UTF8.GetBytes("text=ask+what+did+Khatib+demand%3F&command=%2Fdigestbot") },
        ["signed with another secret"] = _ => Sign($"{Now}", Body, "another"),
        ["signed with the secret of capitals"] = _ => Sign($"{Now}", Body, Secret.ToUpperInvariant()),
        ["signed with an empty secret"] = _ => Sign($"{Now}", Body, ""),
        ["signed without the version"] = r => r with { Signature = Hash(Secret, $"{Now}:{Body}") },
        ["signed without the timestamp"] = r => r with { Signature = Hash(Secret, $"v0:{Body}") },
        ["signed over the body alone"] = r => r with { Signature = Hash(Secret, Body) },
    };

    public static TheoryData<string, bool> Requests()
    {
        TheoryData<string, bool> data = [];
        foreach (var name in _changes.Keys)
        {
            data.Add(name, _accepted.Contains(name));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Accepts_only_what_is_rightly_and_freshly_signed(string change, bool accepted)
    {
        var request = _changes[change](Sign(Now, Body));
        new SlackSignature(Secret).Accepts(request.Timestamp, request.Signature, request.Body, DateTimeOffset.FromUnixTimeSeconds(Now)).Should().Be(accepted);
    }

    [Fact]
    public void Accepts_the_example_that_Slack_has_published() =>
        new SlackSignature(Secret).Accepts($"{Published}", PublishedSignature, Encoding.UTF8.GetBytes(PublishedBody), DateTimeOffset.FromUnixTimeSeconds(Published)).Should().BeTrue();

    [Theory]
    [InlineData("old, " + Secret)]
    [InlineData(Secret + ",new")]
    public void Either_secret_is_good_while_it_is_being_changed(string secrets)
    {
        var request = Sign(Now, Body);
        new SlackSignature(secrets).Accepts(request.Timestamp, request.Signature, request.Body, DateTimeOffset.FromUnixTimeSeconds(Now)).Should().BeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" , ")]
    public void An_empty_secret_is_refused_with_what_to_do(string secrets) =>
        FluentActions.Invoking(() => new SlackSignature(secrets)).Should().Throw<FormatException>().WithMessage("*DIGESTBOT_SLACK__SIGNINGSECRET*");

    internal static SignedRequest Sign(long timestamp, string body) => Sign($"{timestamp}", body);

    private static SignedRequest Sign(string timestamp, string body, string secret = Secret) =>
        new(timestamp, Hash(secret, $"v0:{timestamp}:{body}"), Encoding.UTF8.GetBytes(body));

    private static string Hash(string secret, string signed) =>
        $"v0={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(signed)))}";

    internal sealed record SignedRequest(string? Timestamp, string? Signature, byte[] Body);
}
