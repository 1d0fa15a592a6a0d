using DigestBot.Digests;

namespace DigestBot.Chat;

/// <summary>Turns a digest into a reply.</summary>
internal static class DigestReply
{
    /// <summary>A section for each story; without stories a sentence that says so.</summary>
    public static Reply Of(Digest digest) => new()
    {
        Text = digest.Stories.Count == 0
            ? $"{Day(digest.Day)}: nobody said anything in {Count(digest.StoriesRead, "story", "stories")}."
            : $"{Day(digest.Day)}: who said what in {Count(digest.StoriesRead, "story", "stories")}.",
        Found = digest.Stories.Count > 0,
        Sections = [.. digest.Stories.Select(s => new ReplySection
        {
            Heading = s.Title,
            Note = s.Outlets.Count == 0 ? null : string.Join(", ", s.Outlets),
            Lines = s.Lines,
        })],
    };

    private static string Day(DateOnly day) => day.ToString("dddd, d MMMM yyyy");

    private static string Count(int number, string one, string many) => $"{number:N0} {(number == 1 ? one : many)}";
}
