using DigestBot.Answers;

namespace DigestBot.Web;

/// <summary>Small phrases that several pages need.</summary>
internal static class Words
{
    /// <summary>"1 story", "1,204 stories".</summary>
    public static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";

    /// <summary>"RIA Novosti, 29 December 2012", as far as it is known.</summary>
    public static string Origin(Citation citation, Dates dates) =>
        string.Join(", ", new[] { citation.Outlet, citation.Published is { } published ? dates.Day(published) : null }.OfType<string>());

    /// <summary>The address if a link may lead there, else null: what a feed gives could as well be "javascript:…".</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
