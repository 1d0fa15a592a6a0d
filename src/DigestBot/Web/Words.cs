using DigestBot.Answers;
using DigestBot.Attribution;

namespace DigestBot.Web;

/// <summary>Small phrases that several pages need.</summary>
internal static class Words
{
    /// <summary>"1 story", "1,204 stories".</summary>
    public static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";

    /// <summary>"demands", "does not demand".</summary>
    public static string Act(AnswerLine line) => Act(line.Act, line.IsNegated);

    /// <inheritdoc cref="Act(AnswerLine)" />
    public static string Act(SpeechAct act, bool isNegated)
    {
        string verb = act.ToString().ToLowerInvariant();
        if (!isNegated)
            return verb;
        return $"does not {(verb.EndsWith("ies", StringComparison.Ordinal) ? $"{verb[..^3]}y" : verb[..^1])}";
    }

    /// <summary>"RIA Novosti, 29 December 2012", as far as it is known.</summary>
    public static string Origin(Citation citation, Dates dates) =>
        string.Join(", ", new[] { citation.Outlet, citation.Published is { } published ? dates.Day(published) : null }.OfType<string>());

    /// <summary>Whether a link may lead there: an address from a feed could as well be "javascript:…".</summary>
    public static bool IsWebAddress(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
}
