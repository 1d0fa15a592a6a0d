using System.Text;
using DigestBot.Chat.Discord;
using NSec.Cryptography;

namespace DigestBot.Tests.Chat.Discord;

public sealed class DiscordSignatureTests
{
    private const long Now = 1_800_000_000;
    private const string Body = """{"type":1}""";

    // The secret key of RFC 8032, section 7.1, test 1.
    private const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string PublicKeyHex = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    private static readonly Key _signer = Key.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(Seed), KeyBlobFormat.RawPrivateKey);

    /// <summary>What is done to a right request, and whether it is accepted then.</summary>
    public static TheoryData<string, bool> Requests()
    {
        TheoryData<string, bool> data = [];
        foreach (var name in _accepted)
        {
            data.Add(name, true);
        }

        foreach (var name in _changes.Keys.Except(_accepted))
        {
            data.Add(name, false);
        }

        return data;
    }

    private static readonly string[] _accepted =
    [
        "as it is", "signature in capitals", "five minutes old", "five minutes ahead", "empty body", "body of letters of all scripts", "body of zero bytes", "large body", "timestamp with leading zeros",
    ];

    private static readonly Dictionary<string, Func<SignedRequest, SignedRequest>> _changes = new(StringComparer.Ordinal)
    {
        ["as it is"] = r => r,
        ["signature in capitals"] = r => r with { Signature = r.Signature!.ToUpperInvariant() },
        ["five minutes old"] = _ => Sign(Now - 300, Body),
        ["five minutes ahead"] = _ => Sign(Now + 300, Body),
        ["empty body"] = _ => Sign(Now, ""),
        ["body of letters of all scripts"] = _ => Sign(Now, """{"q":"что сказал Лавров? ماذا 😀"}"""),
        ["body of zero bytes"] = _ => Sign(Now, "\0\0\0"),
        ["large body"] = _ => Sign(Now, new string('x', 200_000)),
        ["timestamp with leading zeros"] = _ => Sign($"00{Now}", Body),
        ["older than five minutes"] = _ => Sign(Now - 301, Body),
        ["more than five minutes ahead"] = _ => Sign(Now + 301, Body),
        ["a day old"] = _ => Sign(Now - 86_400, Body),
        ["timestamp zero"] = _ => Sign("0", Body),
        ["no timestamp"] = r => r with { Timestamp = null },
        ["empty timestamp"] = _ => Sign("", Body),
        ["timestamp with a sign"] = _ => Sign($"+{Now}", Body),
        ["negative timestamp"] = _ => Sign($"-{Now}", Body),
        ["timestamp with a space before"] = _ => Sign($" {Now}", Body),
        ["timestamp with a space behind"] = _ => Sign($"{Now} ", Body),
        ["timestamp with a line break"] = _ => Sign($"{Now}\n", Body),
        ["timestamp in hexadecimal"] = _ => Sign($"0x{Now:x}", Body),
        ["timestamp with a fraction"] = _ => Sign($"{Now}.0", Body),
        ["timestamp with an exponent"] = _ => Sign("18e8", Body),
        ["timestamp in milliseconds"] = _ => Sign($"{Now}000", Body),
        ["timestamp beyond 64 bits"] = _ => Sign("99999999999999999999", Body),
        ["timestamp in Arabic digits"] = _ => Sign("١٨٠٠٠٠٠٠٠٠", Body),
        ["timestamp in words"] = _ => Sign("now", Body),
        ["another timestamp than signed"] = r => r with { Timestamp = $"{Now + 1}" },
        ["timestamp's last digit moved into the body"] = r => r with { Timestamp = r.Timestamp![..^1], Body = [(byte)r.Timestamp[^1], .. r.Body] },
        ["no signature"] = r => r with { Signature = null },
        ["empty signature"] = r => r with { Signature = "" },
        ["signature of zeros"] = r => r with { Signature = new string('0', 128) },
        ["signature of ones"] = r => r with { Signature = new string('f', 128) },
        ["signature one digit short"] = r => r with { Signature = r.Signature![..^1] },
        ["signature one byte short"] = r => r with { Signature = r.Signature![..^2] },
        ["signature one byte long"] = r => r with { Signature = $"{r.Signature}00" },
        ["signature with 0x"] = r => r with { Signature = $"0x{r.Signature}" },
        ["signature with a space"] = r => r with { Signature = $"{r.Signature} " },
        ["signature of other letters"] = r => r with { Signature = $"g{r.Signature![1..]}" },
        ["signature in base64"] = r => r with { Signature = Convert.ToBase64String(Convert.FromHexString(r.Signature!)) },
        ["signature twice"] = r => r with { Signature = r.Signature + r.Signature },
        ["first bit of the signature turned"] = r => r with { Signature = Turn(r.Signature!, 0) },
        ["last bit of the signature turned"] = r => r with { Signature = Turn(r.Signature!, 63) },
        ["halves of the signature exchanged"] = r => r with { Signature = r.Signature![64..] + r.Signature[..64] },
        ["scalar of the signature increased by the group's order"] = r => r with { Signature = Malleated(r.Signature!) },
        ["a byte of the body changed"] = r => r with { Body = Encoding.UTF8.GetBytes("""{"type":2}""") },
        ["a byte of the body more"] = r => r with { Body = [.. r.Body, (byte)'\n'] },
        ["a byte of the body less"] = r => r with { Body = r.Body[..^1] },
        ["body gone"] = r => r with { Body = [] },
        ["body with other white space"] = r => r with { Body = Encoding.UTF8.GetBytes("""{ "type": 1 }""") },
        ["body with a byte order mark"] = r => r with { Body = [0xEF, 0xBB, 0xBF, .. r.Body] },
        ["signed without the timestamp"] = r => r with { Signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_signer, r.Body)) },
        ["signed with the body before the timestamp"] = r => r with { Signature = Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_signer, [.. r.Body, .. Encoding.ASCII.GetBytes(r.Timestamp!)])) },
        ["signed with another key"] = r => Sign(r.Timestamp!, Body, Key.Create(SignatureAlgorithm.Ed25519)),
        ["signature of another request"] = r => r with { Signature = Sign(Now, "{}").Signature },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Accepts_only_what_is_rightly_and_freshly_signed(string change, bool accepted)
    {
        var request = _changes[change](Sign(Now, Body));
        new DiscordSignature(PublicKeyHex).Accepts(request.Timestamp, request.Signature, request.Body, DateTimeOffset.FromUnixTimeSeconds(Now)).Should().Be(accepted);
    }

    // RFC 8032, section 7.1, tests 1 to 3 and SHA(abc): key, message, signature.
    [Theory]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72", "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82", "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    [InlineData("ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b58909351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704")]
    public void The_signatures_of_the_standard_are_right_to_the_library_that_checks(string key, string message, string signature) =>
        SignatureAlgorithm.Ed25519.Verify(PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(key), KeyBlobFormat.RawPublicKey), Convert.FromHexString(message), Convert.FromHexString(signature)).Should().BeTrue();

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("d75a98")]
    [InlineData("z75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    [InlineData("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a00")]
    public void A_malformed_key_is_refused_with_what_to_do(string key) =>
        FluentActions.Invoking(() => new DiscordSignature(key)).Should().Throw<FormatException>().WithMessage("*DIGESTBOT_DISCORD__PUBLICKEY*");

    internal static SignedRequest Sign(long timestamp, string body) => Sign($"{timestamp}", body);

    private static SignedRequest Sign(string timestamp, string body, Key? key = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new SignedRequest(timestamp, Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key ?? _signer, [.. Encoding.UTF8.GetBytes(timestamp), .. bytes])), bytes);
    }

    private static string Turn(string hex, int at)
    {
        var bytes = Convert.FromHexString(hex);
        bytes[at] ^= 1;
        return Convert.ToHexStringLower(bytes);
    }

    // RFC 8032, 5.1.7: S must be less than the order L, else a second signature of the same message would be right.
    private static string Malleated(string signature)
    {
        var bytes = Convert.FromHexString(signature);
        var order = System.Numerics.BigInteger.Pow(2, 252) + System.Numerics.BigInteger.Parse("27742317777372353535851937790883648493");
        System.Numerics.BigInteger scalar = new(bytes.AsSpan(32), isUnsigned: true);
        (scalar + order).TryWriteBytes(bytes.AsSpan(32), out _, isUnsigned: true);
        return Convert.ToHexStringLower(bytes);
    }

    internal sealed record SignedRequest(string? Timestamp, string? Signature, byte[] Body);
}
