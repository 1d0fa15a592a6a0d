using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace DigestBot.Web;

/// <summary>The operator's key, and the sealed passes that are given for it. Another key makes all earlier passes void.</summary>
internal sealed class OperatorKey
{
    /// <summary>Fewer characters than this could be guessed, and count as no key.</summary>
    public const int ShortestKey = 16;

    /// <summary>How long a pass lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly byte[]? _hash;
    private readonly IDataProtector? _seal;
    private readonly TimeProvider _clock;

    public OperatorKey(Settings settings, IDataProtectionProvider protection, TimeProvider clock)
    {
        _clock = clock;
        if (settings.OperatorKey is not { Length: >= ShortestKey } key)
        {
            return;
        }

        _hash = Hash(key);
        _seal = protection.CreateProtector("operator", Convert.ToHexString(_hash));
    }

    /// <summary>Whether a key is set at all.</summary>
    public bool IsSet => _hash is not null;

    /// <summary>Whether this is the key; takes the same time for every wrong one.</summary>
    public bool Matches(string? typed) =>
        _hash is not null && typed is not null && CryptographicOperations.FixedTimeEquals(Hash(typed), _hash);

    /// <summary>A pass for the cookie.</summary>
    public string IssuePass() => _seal!.Protect($"{(_clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds()}");

    /// <summary>Whether a cookie holds a pass that was given for this key and has not run out.</summary>
    public bool IsValid(string? pass)
    {
        if (_seal is null || string.IsNullOrEmpty(pass))
        {
            return false;
        }

        try
        {
            return long.TryParse(_seal.Unprotect(pass), out var until) && _clock.GetUtcNow().ToUnixTimeSeconds() < until;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Hashed first: equal lengths are what the constant-time comparison needs.
    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
